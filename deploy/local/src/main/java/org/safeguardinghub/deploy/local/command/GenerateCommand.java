package org.safeguardinghub.deploy.local.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.safeguardinghub.deploy.local.bench.PopulationFile;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Files about invented children. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "write files about invented children",
      "Nobody in them lives: names are put together from lists of the project's own, NHS numbers are"
          + " of the range that is never given out. The same seed gives the same bytes."
    },
    subcommands = {GenerateCommand.People.class, GenerateCommand.Concerns.class})
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class GenerateCommand implements Runnable {
  /** One child in a hundred and more has an extra record; a bar need not be exact. */
  private static final int RECORDS_EACH = 3;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to write: people or concerns");
  }

  /** What both have in common. */
  static final class Wanted {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
        names = "--children",
        paramLabel = "N",
        defaultValue = "1000",
        description = "how many children (default: ${DEFAULT-VALUE})")
    private long children;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "of the generator (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write")
    private Path out;

    /** Takes each record and writes it. */
    interface Lines {
      void write(BufferedWriter to, Runnable step) throws IOException;
    }

    void write(Lines lines) {
      if (children < 1) {
        throw new ParameterException(spec.commandLine(), "--children must be 1 or more");
      }
      PrintWriter err = spec.commandLine().getErr();
      try (BufferedWriter to = Files.newBufferedWriter(out, StandardCharsets.UTF_8);
          ProgressBar bar = BenchCommand.bar("records", children * RECORDS_EACH, err)) {
        lines.write(to, bar::step);
      } catch (IOException e) {
        throw new StartRefused(ExitCode.USAGE, "cannot write " + out + ": give a path for --out");
      }
      spec.commandLine().getOut().println("written to " + out);
    }

    /** The path beside the file with another ending. */
    Path beside(String ending) {
      String name = String.valueOf(out.getFileName()).replaceFirst("\\.[^.]*$", "");
      return out.resolveSibling(name + ending);
    }
  }

  /** Records with their truth. */
  @Command(
      name = "people",
      mixinStandardHelpOptions = true,
      description = {
        "write what agencies know of invented children (CSV), about three records of each",
        "Twins, brothers and sisters, moves, two homes, adoption, unborn children, other forms and"
            + " spellings of names, slips; an NHS number in five is missing or wrong. The column"
            + " child is the truth, birth is the same for twins, and origin, deprivation and"
            + " looked_after are groups. A mapping is written beside it, with the ending .yaml."
      },
      footer = {
        "",
        "./hub generate people --children 1000 --out p.csv",
        "./hub match --records p.csv --mapping p.yaml --truth child --group origin"
      })
  static final class People implements Callable<Integer> {
    @Mixin private Wanted wanted;

    @Override
    public Integer call() {
      wanted.write((to, step) -> PopulationFile.people(to, wanted.seed, wanted.children, step));
      Path mapping = wanted.beside(".yaml");
      try {
        Files.writeString(mapping, PopulationFile.mapping());
      } catch (IOException e) {
        throw new StartRefused(ExitCode.USAGE, "cannot write " + mapping);
      }
      wanted.spec.commandLine().getOut().println("mapping:   " + mapping);
      return ExitCode.DONE.code();
    }
  }

  /** Concerns as a school's system sends them. */
  @Command(
      name = "concerns",
      mixinStandardHelpOptions = true,
      description = {
        "write concerns about invented children: a line is the JSON body of one, as the HTTP"
            + " connector takes it from a school",
        "All lines together are the body of POST /v1/concerns/batch (at most 10,000 lines)."
      })
  static final class Concerns implements Callable<Integer> {
    @Mixin private Wanted wanted;

    @Override
    public Integer call() {
      wanted.write((to, step) -> PopulationFile.concerns(to, wanted.seed, wanted.children, step));
      return ExitCode.DONE.code();
    }
  }
}
