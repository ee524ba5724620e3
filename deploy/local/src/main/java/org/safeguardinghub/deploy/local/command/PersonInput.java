package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.identity.file.Mapping;
import org.safeguardinghub.risk.identity.file.MappingReader;
import org.safeguardinghub.risk.identity.file.PersonFiles;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The files of people that a command is given, and their mapping. */
final class PersonInput {
  @Option(
      names = "--records",
      split = ",",
      paramLabel = "FILE",
      description = "CSV files of people, UTF-8; the first line names the columns")
  private @Nullable List<Path> records;

  @Option(names = "--mapping", paramLabel = "FILE", description = "which column says what (YAML)")
  private @Nullable Path mapping;

  @Option(
      names = "--link-only",
      description = "pairs between files (or sources) only, none within one")
  private boolean linkOnly;

  boolean linkOnly() {
    return linkOnly;
  }

  /**
   * Reads everything.
   *
   * @param measure the columns that are only measured by
   */
  PersonFiles.Reading.Sound read(CommandLine command, PersonFiles.Measure measure) {
    List<Path> files = records;
    Path map = mapping;
    if (files == null || map == null) {
      throw new ParameterException(
          command, "--records and --mapping are needed: which files, and what their columns say");
    }
    Mapping columns = mapping(map);
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new StartRefused(
            ExitCode.USAGE, "cannot read " + file + ": give the path of a CSV file");
      }
    }
    progress(command.getErr(), "reading");
    return switch (PersonFiles.read(files, columns, String.valueOf(map.getFileName()), measure)) {
      case PersonFiles.Reading.Sound sound -> sound;
      case PersonFiles.Reading.Faulty(var faults) -> throw refused(faults);
    };
  }

  private static Mapping mapping(Path file) {
    return switch (MappingReader.read(String.valueOf(file.getFileName()), text(file, "mapping"))) {
      case MappingReader.Reading.Sound(Mapping sound) -> sound;
      case MappingReader.Reading.Faulty(var faults) -> throw refused(faults);
    };
  }

  /** The text of a YAML file of this kind. */
  static String text(Path file, String kind) {
    return YamlText.of(file, "a file with a " + kind);
  }

  static StartRefused refused(List<Fault> faults) {
    return new StartRefused(
        ExitCode.FAILED, faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
  }

  static void progress(PrintWriter err, String step) {
    err.println("hub: " + step);
    err.flush();
  }
}
