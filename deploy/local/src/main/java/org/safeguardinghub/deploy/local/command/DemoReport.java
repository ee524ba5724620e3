package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.story.IdentityCount;
import org.safeguardinghub.deploy.local.story.StoryReport;
import org.safeguardinghub.deploy.local.story.Verdict;
import org.safeguardinghub.risk.policy.rule.Policy;

/** The end of a demo: what each story expected and what came, and where to look. */
final class DemoReport {
  private DemoReport() {}

  static void print(PrintWriter out, List<StoryReport> reports, Policy policy, Duration took) {
    out.println();
    for (StoryReport report : reports) {
      out.printf("%s  %s%n", report.id(), report.title());
      out.printf(
          "    expected %d, raised %d, missing %d, unexpected %d%s%s%n",
          report.expected(),
          report.raised().size(),
          report.missing().size(),
          report.unexpected().size(),
          report.otherDate().isEmpty() ? "" : ", otherwise dated " + report.otherDate().size(),
          report.alerts() > 0 ? "; alerts " + report.alerts() : "");
      lines(out, "raised", report.raised());
      lines(out, "strengthened", report.strengthened());
      lines(out, "OTHERWISE", report.otherDate());
      lines(out, "MISSING", report.missing());
      lines(out, "UNEXPECTED", report.unexpected());
      lines(out, "came and went", report.cameAndWent());
      lines(out, "not built yet", report.notBuilt());
      report.mustNot().forEach(verdict -> mustNot(out, verdict));
      identity(out, report.identity());
    }
    out.printf(
        "%n%s in %.0f s under policy %s, version %d. It looks for %d patterns%s.%n",
        reports.stream().allMatch(StoryReport::asTold)
            ? "Every story went as told"
            : "NOT every story went as told",
        took.toMillis() / 1000.0,
        policy.id(),
        policy.version(),
        policy.patterns().size(),
        notBuilt(policy));
    out.flush();
  }

  private static void identity(PrintWriter out, @Nullable IdentityCount count) {
    if (count != null) {
      out.printf(
          "      %-13s linked %d, made %d, asked %d (answered %d, open %d), wrong %d%n",
          "who is who",
          count.linked(),
          count.created(),
          count.asked(),
          count.answered(),
          count.open(),
          count.wrong().size());
      lines(out, "WRONG", count.wrong());
    }
  }

  private static String notBuilt(Policy policy) {
    return policy.notBuilt().isEmpty()
        ? ""
        : "; not built yet: "
            + policy.notBuilt().stream().map(Policy.NotBuilt::id).collect(Collectors.joining(", "));
  }

  static void whereToLook(PrintWriter out, EmbeddedHub hub, boolean exit) throws IOException {
    if (exit) {
      return;
    }
    out.println();
    out.printf("Look at it as a lead would: %s%n", hub.consoleUrl());
    out.println("  sign in as           password                  who");
    for (FirstPasswords.User user : FirstPasswords.all(hub)) {
      out.printf(
          "  %-20s %-25s %s (%s)%n", user.name(), user.password(), user.person(), user.role());
    }
    out.printf(
        "Messages that the leads were sent (they say nothing about anybody): %s%n",
        hub.mailboxes());
    out.printf("Ctrl-C stops the hub.%n");
    out.flush();
  }

  private static void mustNot(PrintWriter out, Verdict verdict) {
    String word =
        switch (verdict.outcome()) {
          case HELD -> "held";
          case BROKEN -> "BROKEN";
          case NOT_JUDGED -> "to be read";
        };
    out.printf("      %-13s must not: %s%n", word, verdict.text());
    out.printf("      %-13s   %s%n", "", verdict.why());
  }

  private static void lines(PrintWriter out, String word, List<String> lines) {
    for (String line : lines) {
      out.printf("      %-13s %s%n", word, line);
    }
  }
}
