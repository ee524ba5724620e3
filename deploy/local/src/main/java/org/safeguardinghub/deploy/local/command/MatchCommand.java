package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.risk.identity.file.MatchReport;
import org.safeguardinghub.risk.identity.file.MatchRun;
import org.safeguardinghub.risk.identity.file.ParametersFile;
import org.safeguardinghub.risk.identity.file.PersonFiles;
import org.safeguardinghub.risk.identity.model.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says which records of files of people are one person's. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "say which records of any files of people are one person's",
      "What each agreement is worth is learnt from the files themselves, without labels. With a"
          + " column of truth it also says how good the result is."
    },
    subcommands = MatchCommand.Train.class,
    footer = {
      "",
      "A mapping says what the columns are:",
      "  columns:",
      "    given_name: given-name",
      "    dob: {kind: birth-date, formats: [dd/MM/yyyy]}",
      "streams-risk/identity/README.md lists the kinds.",
      "",
      "Exit code 0: done; 1: a file has faults; 2: wrong option, or a file cannot be read."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class MatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private PersonInput input;

  @Option(
      names = "--truth",
      paramLabel = "COLUMN",
      description = "the column that names the true person; only measured by")
  private @Nullable String truth;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "with --truth: recall and review rate by the values of this column")
  private @Nullable String group;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "what each agreement is worth, as 'train' wrote it, instead of learning")
  private @Nullable Path parameters;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write each record with the number of its person (CSV)")
  private @Nullable Path out;

  @Option(names = "--json", description = "print the result as one JSON document")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    long begun = System.nanoTime();
    var measure = new PersonFiles.Measure(truth == null ? "" : truth, group == null ? "" : group);
    if (measure.truth().isEmpty() && !measure.group().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--group needs --truth: groups are compared by what was missed");
    }
    PersonFiles.Reading.Sound people = input.read(spec.commandLine(), measure);
    long read = System.nanoTime();
    PrintWriter err = spec.commandLine().getErr();
    MatchRun run =
        MatchRun.of(
            people, input.linkOnly(), known(people), step -> PersonInput.progress(err, step));
    MatchReport report =
        run.report(measure, cost(begun, read, System.nanoTime(), people.origins().size()));
    if (out != null) {
      write(run, out);
    }
    PrintWriter print = spec.commandLine().getOut();
    print.println(
        json
            ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report)
            : report.text());
    print.flush();
    return ExitCode.DONE.code();
  }

  /** What it took, from the nanoseconds at which reading and matching began and ended. */
  static MatchReport.Cost cost(long begun, long read, long matched, int records) {
    double all = (matched - begun) / 1e9;
    return new MatchReport.Cost(
        (read - begun) / 1e9,
        (matched - read) / 1e9,
        ProcessHandle.current()
            .info()
            .totalCpuDuration()
            .map(spent -> spent.toMillis() / 1e3)
            .orElse(0.0),
        records / all,
        Memory.peakKb() / 1024);
  }

  private Optional<Parameters> known(PersonFiles.Reading.Sound people) {
    Path file = parameters;
    if (file == null) {
      return Optional.empty();
    }
    String name = String.valueOf(file.getFileName());
    String text = PersonInput.text(file, "list of parameters");
    return switch (ParametersFile.read(name, text, MatchRun.features(people))) {
      case ParametersFile.Reading.Sound(Parameters sound) -> Optional.of(sound);
      case ParametersFile.Reading.Faulty(var faults) -> throw PersonInput.refused(faults);
    };
  }

  private static void write(MatchRun run, Path to) {
    try (BufferedWriter writer = Files.newBufferedWriter(to)) {
      run.write(writer);
    } catch (IOException e) {
      throw new StartRefused(ExitCode.USAGE, "cannot write " + to + ": give a path for --out");
    }
  }

  /** Learns what each agreement is worth and writes it to a file that people review. */
  @Command(
      name = "train",
      mixinStandardHelpOptions = true,
      description = {
        "learn from files, without labels, what each agreement is worth",
        "Writes it to a file for 'match --parameters'. The same files give the same parameters."
      })
  static final class Train implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private PersonInput input;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "where to write the parameters (YAML)")
    private Path out;

    @Override
    public Integer call() {
      PersonFiles.Reading.Sound people = input.read(spec.commandLine(), PersonFiles.Measure.NONE);
      if (people.table().rows() < 2) {
        throw new ParameterException(
            spec.commandLine(), "there is nothing to learn from one record");
      }
      PrintWriter err = spec.commandLine().getErr();
      MatchRun run =
          MatchRun.of(
              people, input.linkOnly(), Optional.empty(), step -> PersonInput.progress(err, step));
      try {
        Files.writeString(out, ParametersFile.write(run.learnt()));
      } catch (IOException e) {
        throw new StartRefused(ExitCode.USAGE, "cannot write " + out + ": give a path for --out");
      }
      spec.commandLine().getOut().println("written to " + out);
      return ExitCode.DONE.code();
    }
  }
}
