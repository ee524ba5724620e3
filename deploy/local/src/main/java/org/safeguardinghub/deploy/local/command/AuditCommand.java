package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.audit.ChainCheck;
import org.safeguardinghub.console.audit.CheckpointKey;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.deploy.local.apps.AppProcesses;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.Secrets;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.WholeTopic;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AccessAuditRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The record of who saw what. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "check the record of who saw what",
    subcommands = AuditCommand.Verify.class)
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: verify");
  }

  /** Reads the whole record of a running hub. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Read all access records of a running hub and check that none was altered, removed, moved or"
            + " made up: each carries the hash of the one before, every hundredth is followed by a"
            + " signature of the console, and the last is the one that the console's database names.",
        "Exit code 1 if anything is wrong."
      })
  @SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
  static final class Verify implements Callable<Integer> {
    private static final String CLIENT = "hub-console-audit";
    private static final String CONSOLE_ROLE = "hub_console";

    /** What was written a moment ago may be on its way to the topic still. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description =
            "public key to check signatures with, such as a copy that was put aside (default: the"
                + " one in the data folder)")
    private @Nullable Path keyFile;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Override
    public Integer call() throws SQLException {
      RunningHub hub = RunningHub.on(data.folder());
      Path file = keyFile == null ? AppProcesses.publicAuditKey(hub.data()) : keyFile;
      PublicKey key = CheckpointKey.loadPublic(file);
      String end = end(hub);
      long until = System.nanoTime() + ON_ITS_WAY.toNanos();
      ChainCheck check = read(hub, key);
      while (!check.reached(end) && System.nanoTime() < until) {
        check = read(hub, key);
      }
      ChainCheck.Verdict verdict = check.verdict(end);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(json(verdict).toPrettyString());
      } else {
        print(out, verdict);
      }
      out.flush();
      return (verdict.holds() ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private static String end(RunningHub hub) throws SQLException {
      String url = hub.status().path("addresses").path("database").asText();
      String password = new Secrets(hub.data().secrets()).database(CONSOLE_ROLE);
      try (Connection connection = DriverManager.getConnection(url, CONSOLE_ROLE, password);
          ResultSet row =
              connection.createStatement().executeQuery("select hash from console.audit_head")) {
        return row.next() ? row.getString(1) : "";
      }
    }

    private static ChainCheck read(RunningHub hub, PublicKey key) {
      KafkaSettings kafka = hub.kafka(Principals.CONSOLE);
      Deserializer<AccessAuditRecord> reader =
          AvroSerdes.of(kafka.registry()).deserializer(AccessAuditRecord.class);
      ChainCheck check = new ChainCheck(key, Instant.now());
      WholeTopic.each(
          kafka,
          CLIENT,
          Topics.ACCESS_AUDIT,
          record ->
              check.next(SentCodec.audited(reader.deserialize(record.topic(), record.value()))));
      return check;
    }

    private static void print(PrintWriter out, ChainCheck.Verdict verdict) {
      out.printf(
          "%d access records, %d of them signed checkpoints%s%n",
          verdict.records(),
          verdict.checkpoints(),
          verdict
              .from()
              .map(from -> ", from " + from + " to " + verdict.until().orElse(from))
              .orElse(""));
      if (verdict.holds()) {
        out.println("The record is whole: nothing was altered, removed, moved or made up.");
      } else {
        out.println("The record was tampered with, or is damaged:");
        verdict
            .faults()
            .forEach(
                fault ->
                    out.printf(
                        "  record %d%s: %s%n",
                        fault.record(),
                        fault.auditId().isEmpty() ? "" : " (" + fault.auditId() + ")",
                        fault.what()));
        out.println(
            "Keep the data folder as it is, and compare with a backup: what was seen by whom is not"
                + " proven any more from the first of these on.");
      }
    }

    private static ObjectNode json(ChainCheck.Verdict verdict) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("holds", verdict.holds())
              .put("records", verdict.records())
              .put("checkpoints", verdict.checkpoints())
              .put("repeats", verdict.repeats());
      ArrayNode faults = node.putArray("faults");
      verdict
          .faults()
          .forEach(
              fault ->
                  faults
                      .addObject()
                      .put("record", fault.record())
                      .put("auditId", fault.auditId())
                      .put("what", fault.what()));
      return node;
    }
  }
}
