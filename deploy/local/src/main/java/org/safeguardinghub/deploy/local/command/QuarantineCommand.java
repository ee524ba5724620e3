package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.quarantine.DeskAccess;
import org.safeguardinghub.deploy.local.quarantine.DeskTables;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.MessageFields;
import org.safeguardinghub.kernel.quarantine.QuarantineDesk;
import org.safeguardinghub.kernel.quarantine.Quarantined;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was refused, and sending it in again. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description = {
      "messages that were refused: list them, see why, put them right, send them in again",
      "What is looked into or changed is recorded with your account on this machine first."
    },
    subcommands = {
      QuarantineCommand.Listing.class,
      QuarantineCommand.Show.class,
      QuarantineFixCommand.class,
      QuarantineFixCommand.Resubmit.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class QuarantineCommand implements Runnable {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: list, show, fix or resubmit");
  }

  /** The refused messages of a running hub. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "list refused messages, the newest first: receipt, sender, reason, field")
  static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Option(names = "--agency", paramLabel = "CODE", description = "of this agency only")
    private @Nullable String agency;

    @Option(names = "--feed", paramLabel = "NAME", description = "of this feed only")
    private @Nullable String feed;

    @Option(
        names = "--since",
        paramLabel = "DATE",
        converter = DayConverter.class,
        description = "received on this day or later")
    private @Nullable LocalDate since;

    @Option(names = "--json", description = "print them as JSON")
    private boolean json;

    @Override
    public Integer call() {
      DeskAccess desk = RunningHub.on(data.folder()).quarantine();
      List<Quarantined> records =
          desk.list(
              new QuarantineDesk.Filter(
                  Optional.ofNullable(agency),
                  Optional.ofNullable(feed),
                  Optional.ofNullable(since).map(day -> day.atStartOfDay(LONDON).toInstant())));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        records.forEach(record -> all.add(DeskTables.json(record)));
        out.println(all.toPrettyString());
      } else {
        records.forEach(record -> out.print(DeskTables.line(record)));
        out.printf(
            "%d refused, %d of them waiting, %d to be mended where they come from%s%n",
            records.size(),
            count(records, Quarantined.State.WAITING),
            count(records, Quarantined.State.AT_SOURCE),
            records.size() == QuarantineDesk.LIST_MAX ? "; there may be older ones: --since" : "");
      }
      out.flush();
      return ExitCode.DONE.code();
    }

    private static long count(List<Quarantined> records, Quarantined.State state) {
      return records.stream().filter(record -> record.state() == state).count();
    }
  }

  /** One refused message. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "show one refused message: why, the field at fault, what was done, and what it says",
        "The content of H2 to H5, and of what nobody can class, is not shown here: its readers find",
        "it in the console."
      })
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Parameters(paramLabel = "ID", description = "its receipt")
    private String id;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Override
    public Integer call() {
      DeskAccess desk = RunningHub.on(data.folder()).quarantine();
      Quarantined record = desk.record(id);
      desk.opening(id);
      List<MessageFields.Field> fields =
          record.kept() && DeskAccess.shows(record)
              ? MessageFields.of(desk.content(id)).map(MessageFields::all).orElse(List.of())
              : List.of();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(json(desk, record, fields).toPrettyString());
      } else {
        print(out, desk, record, fields);
      }
      out.flush();
      return ExitCode.DONE.code();
    }

    private static void print(
        PrintWriter out, DeskAccess desk, Quarantined record, List<MessageFields.Field> fields) {
      out.print(DeskTables.line(record));
      record.origin().ifPresent(origin -> out.println("puts right " + origin));
      record.became().ifPresent(became -> out.println("sent in again as " + became));
      String wrong = record.reason().pointer().orElse("");
      for (MessageFields.Field field : fields) {
        boolean marked = field.pointer().equals(wrong) || field.pointer().startsWith(wrong + "/");
        out.printf(
            "%s %-40s %s%n",
            marked && !wrong.isEmpty() ? ">>" : "  ", field.pointer(), field.value());
      }
      if (fields.isEmpty()) {
        out.println("its content is not shown: " + why(record));
      }
      for (Fix fix : desk.fixes(record.receiptId())) {
        out.printf(
            "%s %s: %s. Why: %s%n", fix.askedAt(), fix.actor(), outcome(fix), desk.reason(fix));
      }
    }

    private static String why(Quarantined record) {
      if (record.state() == Quarantined.State.AT_SOURCE) {
        return DeskTables.AT_SOURCE;
      }
      if (!record.kept()) {
        return "it is no longer kept";
      }
      return DeskAccess.shows(record)
          ? "it has no fields; only a whole message puts it right (fix --file)"
          : record
              .handling()
              .map(handling -> "it is " + handling + ", for its readers in the console")
              .orElse("nobody can tell how it must be handled");
    }

    private static ObjectNode json(
        DeskAccess desk, Quarantined record, List<MessageFields.Field> fields) {
      ObjectNode node = DeskTables.json(record);
      ObjectNode message = node.putObject("fields");
      fields.forEach(field -> message.put(field.pointer(), field.value()));
      ArrayNode fixes = node.putArray("fixes");
      for (Fix fix : desk.fixes(record.receiptId())) {
        ObjectNode one =
            fixes
                .addObject()
                .put("by", fix.actor())
                .put("at", fix.askedAt().toString())
                .put("reason", desk.reason(fix));
        fix.outcome().ifPresent(outcome -> one.put("outcome", outcome.name()));
        fix.result().ifPresent(result -> one.put("receiptId", result));
      }
      return node;
    }
  }

  /** What came of a fix, in words. */
  static String outcome(Fix fix) {
    return fix.outcome().map(Fix.Outcome::words).orElse("not done yet")
        + fix.result().map(result -> " (" + result + ")").orElse("");
  }
}
