package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.quarantine.DeskAccess;
import org.safeguardinghub.deploy.local.quarantine.DeskTables;
import org.safeguardinghub.kernel.message.Shape;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.MessageFields;
import org.safeguardinghub.kernel.quarantine.Quarantined;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a refused message right and sends it in again. */
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    description = {
      "put a refused message right and send it in again, in its sender's name",
      "The refused message keeps who did it, when and why, and its new receipt. The same twice is one.",
      "Exit code 0: accepted; 1: refused, or not sent."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class QuarantineFixCommand implements Callable<Integer> {
  private static final int REASON_MAX = 2000;
  private static final long FILE_MAX = 256 * 1024;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "ID", description = "its receipt")
  private String id;

  @ArgGroup(multiplicity = "1")
  private Change change;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why; kept sealed")
  private String reason;

  /** Fields, or the whole message. */
  static final class Change {
    @Option(
        names = "--set",
        paramLabel = "FIELD=VALUE",
        description = {
          "another value for a field, such as occurredAt or /subjects/0/claims/dateOfBirth; may be"
              + " given more than once",
          "Without a value the field is taken away."
        })
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--file", paramLabel = "FILE", description = "the whole message, as JSON")
    private @Nullable Path file;
  }

  @Override
  public Integer call() {
    DeskAccess desk = RunningHub.on(data.folder()).quarantine();
    Quarantined record = waiting(desk, id);
    if (!DeskAccess.fixes(record)) {
      throw new StartRefused(
          ExitCode.FAILED, "what it says is for its readers: they put it right in the console");
    }
    byte[] content = desk.content(id);
    Path whole = change.file;
    byte[] body = whole == null ? changed(content) : read(whole);
    // What would be refused in any case need not take the record's one fix.
    Shape.fault(body)
        .ifPresent(
            why -> {
              throw new StartRefused(
                  ExitCode.FAILED,
                  "nothing was sent, and it waits as before: "
                      + words(why.step().name(), why.reasonCode(), why.pointer(), why.explanation())
                      + unheardOf(content));
            });
    return send(spec, desk, record, body, reason);
  }

  /** Which of the named fields the message did not have: most likely one of them is misspelt. */
  private String unheardOf(byte[] content) {
    Set<String> there =
        MessageFields.of(content).stream()
            .flatMap(fields -> fields.all().stream())
            .map(MessageFields.Field::pointer)
            .collect(Collectors.toSet());
    List<String> added =
        change.set.keySet().stream()
            .map(MessageFields::pointer)
            .filter(place -> !there.contains(place))
            .toList();
    return added.isEmpty()
        ? ""
        : ". What was received has no field " + String.join(", ", added) + ": is it misspelt?";
  }

  private byte[] changed(byte[] content) {
    MessageFields fields =
        MessageFields.of(content)
            .orElseThrow(
                () ->
                    new StartRefused(
                        ExitCode.FAILED,
                        "what was received has no fields: give the whole message, --file FILE"));
    return switch (fields.with(change.set)) {
      case MessageFields.Changed.Sound sound -> sound.body().reveal();
      case MessageFields.Changed.Faulty(String why) ->
          throw new ParameterException(spec.commandLine(), why);
    };
  }

  private static byte[] read(Path file) {
    try {
      if (Files.size(file) > FILE_MAX) {
        throw new StartRefused(ExitCode.FAILED, "a message has at most 256 KB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static Quarantined waiting(DeskAccess desk, String id) {
    Quarantined record = desk.record(id);
    return switch (record.state()) {
      case WAITING -> record;
      case BUSY -> throw new StartRefused(ExitCode.FAILED, "it is being sent in again already");
      case RESUBMITTED ->
          throw new StartRefused(
              ExitCode.FAILED,
              "it was sent in again already, as " + record.became().orElse("another"));
      case AT_SOURCE -> throw new StartRefused(ExitCode.FAILED, DeskTables.AT_SOURCE);
      case GONE ->
          throw new StartRefused(
              ExitCode.FAILED,
              "its content is no longer kept: it must be sent again from where it comes");
    };
  }

  static int send(
      CommandSpec spec, DeskAccess desk, Quarantined record, byte[] body, String reason) {
    if (reason.isBlank() || reason.length() > REASON_MAX) {
      throw new ParameterException(
          spec.commandLine(), "say why, in at most %d characters".formatted(REASON_MAX));
    }
    Fix fix = desk.resubmit(record, body, reason.strip());
    PrintWriter out = spec.commandLine().getOut();
    out.println(record.receiptId() + ": " + QuarantineCommand.outcome(fix));
    fix.result().filter(_ -> !taken(fix)).ifPresent(again -> out.println(why(desk.record(again))));
    if (fix.outcome().isEmpty()) {
      out.println("The HTTP connector does not answer; it sends it in again when it runs.");
    }
    out.flush();
    return (taken(fix) ? ExitCode.DONE : ExitCode.FAILED).code();
  }

  private static boolean taken(Fix fix) {
    return fix.outcome()
        .filter(
            outcome ->
                switch (outcome) {
                  case ACCEPTED, REPEATED -> true;
                  case REFUSED, REFUSED_AGAIN, IMPOSSIBLE -> false;
                })
        .isPresent();
  }

  private static String why(Quarantined refused) {
    Quarantined.Reason reason = refused.reason();
    return "  " + words(reason.step(), reason.code(), reason.pointer(), reason.explanation());
  }

  private static String words(
      String step, String code, Optional<String> pointer, String explanation) {
    return "%s %s%s: %s"
        .formatted(
            step,
            code,
            pointer.filter(at -> !at.isEmpty()).map(at -> " at " + at).orElse(""),
            explanation);
  }

  /** Sends a refused message in again as it is. */
  @Command(
      name = "resubmit",
      mixinStandardHelpOptions = true,
      description = {
        "send a refused message in again as it is: where the hub has learned to take it",
        "Exit code 0: accepted; 1: refused, or not sent."
      })
  static final class Resubmit implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Parameters(paramLabel = "ID", description = "its receipt")
    private String id;

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        defaultValue = "sent in again as it is",
        description = "why; kept sealed (default: ${DEFAULT-VALUE})")
    private String reason;

    @Override
    public Integer call() {
      DeskAccess desk = RunningHub.on(data.folder()).quarantine();
      Quarantined record = waiting(desk, id);
      return send(spec, desk, record, desk.content(id), reason);
    }
  }
}
