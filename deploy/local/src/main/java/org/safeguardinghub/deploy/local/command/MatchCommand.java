package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.identity.file.Mapping;
import org.safeguardinghub.risk.identity.file.MappingReader;
import org.safeguardinghub.risk.identity.file.MatchReport;
import org.safeguardinghub.risk.identity.file.MatchRun;
import org.safeguardinghub.risk.identity.file.PersonFiles;
import org.safeguardinghub.risk.identity.match.Matching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    footer = {
      "",
      "A mapping says what the columns are:",
      "  columns:",
      "    given_name: given-name",
      "    dob: {kind: birth-date, formats: [dd/MM/yyyy]}",
      "More about mappings: streams-risk/identity/README.md",
      "",
      "Exit code 0: done; 1: a file has faults; 2: wrong option, or a file cannot be read."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class MatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      required = true,
      split = ",",
      paramLabel = "FILE",
      description = "CSV files of people, UTF-8, the first line names the columns")
  private List<Path> records;

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "FILE",
      description = "which column says what (YAML)")
  private Path mapping;

  @Option(
      names = "--truth",
      paramLabel = "COLUMN",
      description = "the column that names the true person; only measured by")
  private @Nullable String truth;

  @Option(
      names = "--link-only",
      description = "find links between files (or sources) only, not within one")
  private boolean linkOnly;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write each record with the number of its person (CSV)")
  private @Nullable Path out;

  @Option(names = "--json", description = "print the result as one JSON document")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Matching.Progress progress =
        step -> {
          err.println("hub: " + step);
          err.flush();
        };
    long begun = System.nanoTime();
    Mapping columns = columns();
    progress.begins("reading");
    PersonFiles.Reading.Sound people = people(columns);
    long read = System.nanoTime();
    MatchRun run = MatchRun.of(people, linkOnly, progress);
    MatchReport report =
        run.report(
            !named().isEmpty(),
            (read - begun) / 1e9,
            (System.nanoTime() - read) / 1e9,
            Memory.peakKb());
    Path to = out;
    if (to != null) {
      try (BufferedWriter writer = Files.newBufferedWriter(to)) {
        run.write(writer);
      } catch (IOException e) {
        throw new StartRefused(ExitCode.USAGE, "cannot write " + to + ": give a path for --out");
      }
    }
    PrintWriter print = spec.commandLine().getOut();
    print.println(
        json
            ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report)
            : report.text());
    print.flush();
    return ExitCode.DONE.code();
  }

  private String named() {
    String named = truth;
    return named == null ? "" : named;
  }

  private Mapping columns() {
    String text;
    try {
      text = Files.readString(mapping);
    } catch (MalformedInputException e) {
      throw new StartRefused(ExitCode.USAGE, mapping + " is not UTF-8 text: save it as UTF-8");
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.USAGE, "cannot read " + mapping + ": give the path of a mapping (YAML)");
    }
    return switch (MappingReader.read(String.valueOf(mapping.getFileName()), text)) {
      case MappingReader.Reading.Sound(Mapping sound) -> sound;
      case MappingReader.Reading.Faulty(var faults) -> throw refused(faults);
    };
  }

  private PersonFiles.Reading.Sound people(Mapping columns) {
    for (Path file : records) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new StartRefused(
            ExitCode.USAGE, "cannot read " + file + ": give the path of a CSV file");
      }
    }
    String mappingName = String.valueOf(mapping.getFileName());
    return switch (PersonFiles.read(records, columns, mappingName, named())) {
      case PersonFiles.Reading.Sound sound -> sound;
      case PersonFiles.Reading.Faulty(var faults) -> throw refused(faults);
    };
  }

  private static StartRefused refused(List<Fault> faults) {
    return new StartRefused(
        ExitCode.FAILED, faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
  }
}
