package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import org.safeguardinghub.deploy.local.bench.ConnectorFaultRun;
import org.safeguardinghub.deploy.local.bench.ConnectorLedger;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.provision.DatabaseProvisioning;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine;
import picocli.CommandLine;

/** {@code bench faults --connectors}: what becomes of records while those who read them die. */
final class BenchConnectorFaults implements Callable<Integer> {
  private final CommandLine line;
  private final List<String> only;
  private final int kills;
  private final long seed;
  private final boolean json;

  BenchConnectorFaults(CommandLine line, List<String> only, int kills, long seed, boolean json) {
    this.line = line;
    this.only = List.copyOf(only);
    this.kills = kills;
    this.seed = seed;
    this.json = json;
  }

  @Override
  public Integer call() throws Exception {
    List<String> apps = ConnectorFaultRun.APPS.stream().filter(only::contains).toList();
    if (apps.size() < only.size()) {
      throw new CommandLine.ParameterException(
          line, "--only: there are " + String.join(", ", ConnectorFaultRun.APPS));
    }
    PrintWriter err = line.getErr();
    say(err, "Starting broker, registry, database and connectors; seed " + seed);
    ConnectorFaultRun.Outcome outcome =
        OwnHub.run(
            options -> options.withApps(apps.toArray(String[]::new)),
            hub ->
                new ConnectorFaultRun(
                        hub, desk(hub)::day, told -> say(err, "  " + told), InstantSource.system())
                    .run(apps::contains, kills, seed));
    line.getOut().println(json ? json(outcome) : text(outcome));
    line.getOut().flush();
    return outcome.ledger().sound() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
  }

  private static JdbcQuarantine desk(EmbeddedHub hub) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(hub.jdbcUrl());
    database.setUser(DatabaseProvisioning.QUARANTINE);
    database.setPassword(hub.databasePassword(DatabaseProvisioning.QUARANTINE));
    return new JdbcQuarantine(database);
  }

  private static String json(ConnectorFaultRun.Outcome outcome) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode node = mapper.valueToTree(outcome);
    return mapper.writeValueAsString(node.put("sound", outcome.ledger().sound()));
  }

  private static String text(ConnectorFaultRun.Outcome outcome) {
    ConnectorLedger ledger = outcome.ledger();
    StringBuilder text = new StringBuilder();
    text.append(
        row(
            "way in",
            "kills",
            "records",
            "again",
            "accepted",
            "refused",
            "no event",
            "missing",
            "twice",
            "unsettled",
            "copies"));
    for (ConnectorLedger.Way way : ledger.ways()) {
      text.append(
          row(
              way.name(),
              outcome.kills().getOrDefault(way.app(), 0),
              way.records(),
              way.again(),
              way.accepted(),
              way.refused(),
              way.withoutEvent(),
              way.missing(),
              way.twice(),
              way.unsettled(),
              way.copies()));
    }
    text.append("%d accepted that no sender was told of%n".formatted(ledger.astray()));
    ledger.unreconciled().forEach(fault -> text.append(fault).append(System.lineSeparator()));
    return text.append(ledger.sound() ? "records in = dispositions out, none twice" : "NOT SOUND")
        .toString();
  }

  private static String row(Object... cells) {
    return "%-26s %6s %8s %8s %9s %8s %9s %8s %6s %10s %7s%n".formatted(cells);
  }

  private static void say(PrintWriter err, String words) {
    synchronized (err) {
      err.println(words);
      err.flush();
    }
  }
}
