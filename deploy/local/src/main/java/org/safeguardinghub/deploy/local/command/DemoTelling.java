package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.deploy.local.process.ProcessEvent;
import org.safeguardinghub.deploy.local.story.StoryReport;
import org.safeguardinghub.deploy.local.story.StoryRun;
import org.safeguardinghub.schemas.AlertFindingRecord;
import org.safeguardinghub.schemas.AlertRecord;

/**
 * The lines of a demo while it runs: what is sent, what came of it, and each alert as it is raised.
 */
final class DemoTelling implements StoryRun.Teller {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final PrintWriter out;
  private final int messages;
  private final Set<String> told = new HashSet<>();
  private int sent;

  DemoTelling(PrintWriter out, int messages) {
    this.out = out;
    this.messages = messages;
  }

  void process(ProcessEvent event) {
    switch (event) {
      case ProcessEvent.Ready(String name, long pid, Duration took) ->
          line("  %-10s ready after %4.1f s", name, took.toMillis() / 1000.0);
      case ProcessEvent.Crashed(String name, int code, Duration in, java.nio.file.Path log) ->
          line(
              "  %s ended unexpectedly (exit code %d) and is started again; its log: %s",
              name, code, log);
      default -> {
        // The rest is for ./hub up.
      }
    }
  }

  void ready(Duration took) {
    line("%nThe hub is ready after %.1f s. Now the agencies speak:%n", took.toMillis() / 1000.0);
  }

  @Override
  public void sent(String story, Instant at, String feed, String type, String fate) {
    sent++;
    happened("[%2d/%d]".formatted(sent, messages), story, at, feed, type, fate.replace('_', ' '));
  }

  @Override
  public void answered(String story, Instant at, String type, String fate) {
    happened("", story, at, "steward", type, fate);
  }

  private void happened(
      String number, String story, Instant at, String by, String type, String fate) {
    line("  %-7s %-17s %-3s %-24s %-10s %s", number, WHEN.format(at), story, by, type, fate);
  }

  @Override
  public void alert(AlertRecord alert) {
    switch (alert.getChange()) {
      case RAISED, STRENGTHENED, WITHDRAWN -> {
        String patterns =
            alert.getFindings().stream()
                .map(AlertFindingRecord::getPattern)
                .distinct()
                .collect(Collectors.joining(", "));
        String text =
            "          >> alert %s: %s %s, with the %s"
                .formatted(
                    alert.getChange().name().toLowerCase(Locale.ROOT),
                    alert.getSeverity(),
                    patterns,
                    alert.getOwner().getRole().replace('-', ' '));
        if (told.add(alert.getAlertId() + alert.getVersion())) {
          line("%s", text);
        }
      }
      default -> {
        // Climbs, acknowledgements and updates are for the console.
      }
    }
  }

  @Override
  public void judged(StoryReport report) {
    line("  story %s ends: %s", report.id(), report.asTold() ? "as told" : "NOT as told");
  }

  private void line(String format, Object... values) {
    synchronized (out) {
      out.printf(format + "%n", values);
      out.flush();
    }
  }
}
