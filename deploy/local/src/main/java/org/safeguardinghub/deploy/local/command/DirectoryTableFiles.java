package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.DirectoryText;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.deploy.local.directory.DirectoryCsv;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;

/** Tables of a directory as somebody names them: one file, or a folder with several. */
final class DirectoryTableFiles {
  private static final String CSV = ".csv";

  private DirectoryTableFiles() {}

  /** Whether this names tables, and not a directory file. */
  static boolean are(Path file) {
    return Files.isDirectory(file) || csv(file);
  }

  private static boolean csv(Path file) {
    return file.getFileName() != null && file.getFileName().toString().endsWith(CSV);
  }

  /** Reads tables over the directory that a hub has; tells their faults where they have any. */
  static Optional<DirectoryCommand.Checked> sound(
      Path file, LeadDirectory current, LocalDate today, PrintWriter out) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path table : tables(file)) {
      texts.put(String.valueOf(table.getFileName()), YamlText.of(table, "a table"));
    }
    if (texts.isEmpty()) {
      throw new StartRefused(ExitCode.USAGE, "there is no .csv file in " + file);
    }
    return switch (DirectoryCsv.read(current, texts, today)) {
      case DirectoryFile.Reading.Sound(LeadDirectory directory) ->
          Optional.of(new DirectoryCommand.Checked(directory, DirectoryText.of(directory)));
      case DirectoryFile.Reading.Faulty(var faults) -> {
        faults.forEach(out::println);
        out.println(YamlText.count(file, faults.size()));
        yield Optional.empty();
      }
    };
  }

  private static List<Path> tables(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> all = Files.list(file)) {
      return all.filter(DirectoryTableFiles::csv).sorted().toList();
    }
  }
}
