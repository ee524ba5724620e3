package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.deploy.local.directory.DirectoryAccess;
import org.safeguardinghub.deploy.local.directory.DirectoryTables;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The lead directory: who holds which role, and until when. */
@Command(
    name = "directory",
    mixinStandardHelpOptions = true,
    description = {
      "show, check, export and import the lead directory: who holds which role, and when",
      "A change holds from its own dates on; open alerts follow it."
    },
    subcommands = {
      DirectoryCommand.Show.class,
      DirectoryCommand.Check.class,
      DirectoryCommand.Export.class,
      DirectoryImportCommand.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class DirectoryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: show, check, export or import");
  }

  /** A file that was read and is sound, and its text as it was read. */
  record Checked(LeadDirectory directory, String text) {}

  /** Reads a file that is to hold from a day on; tells its faults where it has any. */
  static Optional<Checked> sound(Path file, LocalDate today, PrintWriter out) {
    String text = YamlText.of(file, "a directory file");
    return switch (DirectoryFile.read(file.toString(), text, Optional.of(today))) {
      case DirectoryFile.Reading.Sound(LeadDirectory directory) ->
          Optional.of(new Checked(directory, text));
      case DirectoryFile.Reading.Faulty(var faults) -> {
        faults.forEach(out::println);
        out.println(YamlText.count(file, faults.size()));
        yield Optional.empty();
      }
    };
  }

  /** The running hub's directory as tables. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "show the directory of a running hub: roles with who can be reached today")
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Override
    public Integer call() {
      DirectoryAccess hub = RunningHub.on(data.folder()).directory();
      PrintWriter out = spec.commandLine().getOut();
      DirectoryAccess.Newest newest = hub.newest();
      out.print(DirectoryTables.shown(newest.directory(), Term.dayOf(hub.now())));
      out.printf("version %d, by %s: %s%n", newest.number(), newest.actor(), newest.reason());
      out.flush();
      return ExitCode.DONE.code();
    }
  }

  /** Every fault of a file in one run. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "say every fault of a directory file: file, line, reason",
        "A role or desk that nobody can be reached in, today or later, is a fault.",
        "Exit code 0: sound; 1: it has faults; 2: it cannot be read."
      })
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the directory file")
    private Path file;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      LocalDate today = Term.dayOf(InstantSource.system().instant());
      Optional<LeadDirectory> directory = sound(file, today, out).map(Checked::directory);
      directory.ifPresent(
          sound ->
              out.printf(
                  "%s is sound: %d persons, %d roles%n",
                  file, sound.persons().size(), sound.roles().size()));
      out.flush();
      return (directory.isPresent() ? ExitCode.DONE : ExitCode.FAILED).code();
    }
  }

  /** The running hub's directory as a file. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description =
          "write the directory of a running hub as a file that can be changed and imported")
  static final class Export implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Option(names = "--out", paramLabel = "FILE", description = "where to (default: the terminal)")
    private @Nullable Path to;

    @Option(
        names = "--csv",
        paramLabel = "DIR",
        description = {
          "also agencies.csv, persons.csv, leave.csv and roles.csv for a spreadsheet, in this folder;",
          "each of them, or the folder, can be imported again"
        })
    private @Nullable Path csv;

    @Override
    public Integer call() throws IOException {
      DirectoryAccess.Newest newest = RunningHub.on(data.folder()).directory().newest();
      PrintWriter out = spec.commandLine().getOut();
      Path target = to;
      if (target == null) {
        out.print(newest.content());
      } else {
        Files.writeString(target, newest.content());
        out.println("written to " + target);
      }
      Path folder = csv;
      if (folder != null) {
        Files.createDirectories(folder);
        for (var table : DirectoryTables.csv(newest.directory()).entrySet()) {
          Files.writeString(folder.resolve(table.getKey()), table.getValue());
        }
        out.println("tables written to " + folder);
      }
      out.flush();
      return ExitCode.DONE.code();
    }
  }
}
