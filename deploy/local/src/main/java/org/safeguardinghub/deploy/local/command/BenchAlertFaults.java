package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safeguardinghub.deploy.local.bench.AlertFaultRun;
import org.safeguardinghub.deploy.local.bench.AlertLedger;
import org.safeguardinghub.deploy.local.folder.DemoFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import picocli.CommandLine;

/** {@code bench faults --alerts}: what becomes of alerts while those who tell them are killed. */
final class BenchAlertFaults implements Callable<Integer> {
  private final CommandLine line;
  private final int kills;
  private final long seed;
  private final boolean json;

  BenchAlertFaults(CommandLine line, int kills, long seed, boolean json) {
    this.line = line;
    this.kills = kills;
    this.seed = seed;
    this.json = json;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = line.getErr();
    say(err, "Starting a hub; seed " + seed);
    Path folder = Files.createTempDirectory("hub-receivers");
    try (AlertFaultRun run = new AlertFaultRun(seed)) {
      Map<String, String> settings = run.settings(folder);
      AlertFaultRun.Outcome outcome =
          OwnHub.run(
              options -> options.withStory().withSettings(settings),
              hub -> run.run(hub, kills, told -> say(err, "  " + told), InstantSource.system()));
      print(line.getOut(), outcome);
      return outcome.ledger().sound() ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    } finally {
      DemoFolder.remove(folder);
    }
  }

  private void print(PrintWriter out, AlertFaultRun.Outcome outcome) throws IOException {
    out.println(json ? json(outcome) : text(outcome));
    out.flush();
  }

  private static String json(AlertFaultRun.Outcome outcome) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode node = mapper.valueToTree(outcome);
    return mapper.writeValueAsString(node.put("sound", outcome.ledger().sound()));
  }

  private static String text(AlertFaultRun.Outcome outcome) {
    AlertLedger ledger = outcome.ledger();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d processes killed, %d alerts%n"
            .formatted(outcome.killed().size(), ledger.ladder().alerts()));
    text.append(
        "%-18s %8s %8s %10s %8s %6s %8s %8s%n"
            .formatted(
                "receiver",
                "asked",
                "received",
                "elsewhere",
                "missing",
                "keys",
                "astray",
                "repeats"));
    for (AlertLedger.Receiver one : ledger.receivers()) {
      text.append(
          "%-18s %8d %8d %10d %8d %6d %8d %8d%n"
              .formatted(
                  one.name(),
                  one.asked(),
                  one.received(),
                  one.elsewhere(),
                  one.missing(),
                  one.keys(),
                  one.astray(),
                  one.repeats()));
    }
    AlertLedger.Ladder ladder = ledger.ladder();
    text.append(
        "ladder: %d due times reached, %d of them twice; %d steps up; %d pictures twice; %d overdue%n"
            .formatted(
                ladder.due(),
                ladder.reachedTwice(),
                ladder.climbs(),
                ladder.picturesTwice(),
                ladder.overdue()));
    return text.append(ledger.sound() ? "nothing lost, nothing done twice" : "NOT SOUND")
        .toString();
  }

  private static void say(PrintWriter err, String words) {
    err.println(words);
    err.flush();
  }
}
