package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.file.PolicyText;
import org.safeguardinghub.risk.policy.register.PolicyDiff;
import org.safeguardinghub.risk.policy.register.RuleRegister;
import org.safeguardinghub.risk.policy.rule.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Reads policy files: checks, shows and compares them, which needs no hub; rules on a running one.
 */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = {
      "check, show and compare policy files; publish a version on a running hub",
      "What only a change of policy finds is held: see it by 'held', then release or decline it."
    },
    subcommands = {
      PolicyCommand.Check.class,
      PolicyCommand.Show.class,
      PolicyCommand.Docs.class,
      PolicyCommand.Diff.class,
      PolicyPublishCommand.class,
      PolicyListCommand.class,
      PolicyHeldCommand.class,
      PolicyRulingCommand.Release.class,
      PolicyRulingCommand.Decline.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: check, show, docs, diff, publish, list, held, release or decline");
  }

  /** A policy file, or the policy that the hub comes with. */
  static final class Source {
    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description = "a policy file (default: the one that the hub comes with)")
    private @Nullable Path file;

    Policy policy(EventCatalogue catalogue) {
      return sound(file, catalogue);
    }
  }

  static PolicyFile.Reading reading(Path file, EventCatalogue catalogue) {
    return PolicyFile.read(file.toString(), text(file), catalogue);
  }

  static String text(Path file) {
    return YamlText.of(file, "a policy file");
  }

  static Policy sound(@Nullable Path file, EventCatalogue catalogue) {
    if (file == null) {
      return PolicyFile.shipped(catalogue);
    }
    return switch (reading(file, catalogue)) {
      case PolicyFile.Reading.Sound(Policy policy) -> policy;
      case PolicyFile.Reading.Faulty(var faults) ->
          throw new StartRefused(ExitCode.FAILED, PolicyText.faults(faults));
    };
  }

  /** Every fault of a file in one run. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "say every fault of a policy file: file, line, reason",
        "Exit code 0: sound; 1: it has faults; 2: it cannot be read."
      })
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the policy file")
    private Path file;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      ExitCode code =
          switch (reading(file, EventCatalogue.load())) {
            case PolicyFile.Reading.Sound(Policy policy) -> {
              out.printf(
                  "%s is sound: %s, version %d, %d patterns%n",
                  file, policy.id(), policy.version(), policy.patterns().size());
              yield ExitCode.DONE;
            }
            case PolicyFile.Reading.Faulty(var faults) -> {
              out.println(PolicyText.faults(faults));
              out.println(YamlText.count(file, faults.size()));
              yield ExitCode.FAILED;
            }
          };
      out.flush();
      return code.code();
    }
  }

  /** What a policy looks for, one line for each pattern. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "show what a policy looks for, one line for each pattern")
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private Source source;

    @Option(names = "--text", description = "print the file itself, to begin your own from")
    private boolean text;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Path named = source.file;
      if (text) {
        out.print(named == null ? PolicyFile.shippedText() : PolicyCommand.text(named));
      } else {
        out.print(PolicyText.summary(source.policy(EventCatalogue.load())));
      }
      out.flush();
      return ExitCode.DONE.code();
    }
  }

  /** The register of rules. */
  @Command(
      name = "docs",
      mixinStandardHelpOptions = true,
      description = {
        "write the register of rules that a partnership can publish",
        "What is looked for, on what, who is told, how it can be wrong, where it comes from."
      })
  static final class Docs implements Callable<Integer> {
    /** How the register is written. */
    enum Format {
      MARKDOWN,
      HTML
    }

    @Spec private CommandSpec spec;

    @Mixin private Source source;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "MARKDOWN",
        description = "markdown or html (default: markdown)")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "where to (default: the terminal)")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
      EventCatalogue catalogue = EventCatalogue.load();
      RuleRegister register = new RuleRegister(source.policy(catalogue), catalogue);
      String document =
          switch (format) {
            case MARKDOWN -> register.markdown();
            case HTML -> register.html();
          };
      PrintWriter out = spec.commandLine().getOut();
      Path target = to;
      if (target == null) {
        out.print(document);
      } else {
        Files.writeString(target, document);
        out.println("written to " + target);
      }
      out.flush();
      return ExitCode.DONE.code();
    }
  }

  /** How two policies differ. */
  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = {
        "say how two policy files differ, value by value",
        "Exit code 0: they say the same; 1: they differ; 2: a file cannot be read."
      })
  static final class Diff implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "A", index = "0", description = "a policy file, or 'shipped'")
    private Path before;

    @Parameters(paramLabel = "B", index = "1", description = "another, or 'shipped'")
    private Path after;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      EventCatalogue catalogue = EventCatalogue.load();
      List<PolicyDiff.Change> changes =
          PolicyDiff.between(named(before, catalogue), named(after, catalogue), catalogue);
      changes.forEach(out::println);
      out.println(
          switch (changes.size()) {
            case 0 -> "They say the same.";
            case 1 -> "1 difference";
            default -> changes.size() + " differences";
          });
      out.flush();
      return changes.isEmpty() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    private static Policy named(Path file, EventCatalogue catalogue) {
      return sound(file.toString().equals("shipped") ? null : file, catalogue);
    }
  }
}
