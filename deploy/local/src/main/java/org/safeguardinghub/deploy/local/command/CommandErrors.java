package org.safeguardinghub.deploy.local.command;

import java.io.UncheckedIOException;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.process.StartFailed;
import picocli.CommandLine;

/** Turns what went wrong into one line and an exit code. */
public final class CommandErrors {
  private CommandErrors() {}

  public static int handle(
      Exception failure,
      CommandLine command,
      CommandLine.@org.jspecify.annotations.Nullable ParseResult parsed) {
    Line line = lineOf(failure);
    command.getErr().println("hub: " + line.text());
    command.getErr().flush();
    if (System.getenv("HUB_DEBUG") != null) {
      failure.printStackTrace(command.getErr());
    }
    return line.code().code();
  }

  private record Line(ExitCode code, String text) {}

  private static Line lineOf(Exception failure) {
    return switch (failure) {
      case StartRefused refused -> new Line(refused.code(), message(refused));
      case StartFailed failed -> new Line(ExitCode.FAILED, message(failed));
      case UncheckedIOException io ->
          new Line(ExitCode.MACHINE, "cannot read or write: " + message(io));
      case InterruptedException _ -> new Line(ExitCode.FAILED, "stopped before the end");
      default ->
          new Line(
              ExitCode.FAILED,
              failure.getClass().getSimpleName()
                  + ": "
                  + message(failure)
                  + " (HUB_DEBUG=1 shows where)");
    };
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null ? "no message" : message;
  }
}
