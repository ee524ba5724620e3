package org.safeguardinghub.deploy.local.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.safeguardinghub.deploy.local.story.FindingsBoard.Seen;
import org.safeguardinghub.deploy.local.story.Story.Expected;
import org.safeguardinghub.deploy.local.story.Story.Notice;
import org.safeguardinghub.risk.codec.NeedsText;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.RiskDecisionKind;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/**
 * Compares what stands when a story ends with what it says. A finding is raised if it stands, not
 * withdrawn. A household finding matches if the listed child is among those it names; it counts
 * once.
 */
final class StoryJudge {
  private static final String NOTICE_L4 = "L4";

  private final Set<String> built;

  /** With the ids of the patterns that the hub's policy looks for. */
  StoryJudge(Set<String> built) {
    this.built = Set.copyOf(built);
  }

  /** A finding as it stands: what its decisions add up to. */
  private record Standing(
      String id,
      String pattern,
      String stage,
      Set<String> children,
      LocalDate date,
      String severity,
      List<Rise> rises) {
    String words(String subject) {
      return pattern
          + (stage.isEmpty() ? "" : " " + stage)
          + " "
          + subject
          + " "
          + date
          + " "
          + severity;
    }
  }

  private record Rise(LocalDate date, String severity, String how) {}

  StoryReport judge(
      Story story,
      List<Seen> decisions,
      Collection<AlertRecord> alerts,
      BiFunction<Story, String, Optional<String>> childOf) {
    Map<String, String> namesByChild = names(story, childOf);
    List<Standing> standing =
        standing(decisions).stream()
            .filter(one -> one.children().stream().anyMatch(namesByChild::containsKey))
            .toList();
    Set<String> used = new HashSet<>();
    List<String> raised = new ArrayList<>();
    List<String> other = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> notBuilt = new ArrayList<>();
    for (Expected expected : story.mustRaise()) {
      if (!built.contains(expected.pattern())) {
        notBuilt.add(words(expected));
        continue;
      }
      Optional<Standing> found = match(expected, standing, used, childOf, story);
      found.ifPresent(one -> used.add(one.id()));
      if (found.isEmpty()) {
        missing.add(words(expected));
      } else if (sameDateAndSeverity(expected, found.get())) {
        raised.add(words(expected));
      } else {
        other.add(words(expected) + " came as " + found.get().words(expected.subject()));
      }
    }
    List<String> unexpected =
        standing.stream()
            .filter(one -> !used.contains(one.id()))
            .filter(
                one ->
                    story.mayRaise().stream().noneMatch(may -> may.pattern().equals(one.pattern())))
            .map(one -> one.words(subjectName(one, namesByChild)))
            .toList();
    List<String> strengthened = new ArrayList<>();
    for (Expected expected : story.strengthened()) {
      if (!built.contains(expected.pattern())) {
        notBuilt.add(words(expected) + " (" + expected.how() + ")");
      } else if (rose(expected, standing)) {
        strengthened.add(words(expected) + " (" + expected.how() + ")");
      } else {
        missing.add(words(expected) + " (" + expected.how() + ")");
      }
    }
    for (Notice expected : story.notices()) {
      String words = words(expected);
      if (!built.contains(expected.pattern()) && !expected.pattern().equals(NOTICE_L4)) {
        notBuilt.add(words);
      } else if (told(expected, decisions, childOf, story)) {
        strengthened.add(words);
      } else {
        missing.add(words);
      }
    }
    long expectedCount =
        story.mustRaise().stream().filter(one -> built.contains(one.pattern())).count();
    return new StoryReport(
        story.id(),
        story.title(),
        (int) expectedCount,
        raised,
        other,
        missing,
        unexpected,
        strengthened,
        notBuilt,
        needs(decisions, namesByChild.keySet()),
        alerts(alerts, namesByChild.keySet()));
  }

  private static List<Standing> standing(List<Seen> decisions) {
    Map<String, Standing> byId = new LinkedHashMap<>();
    for (Seen seen : decisions) {
      RiskDecisionRecord decision = seen.decision();
      switch (decision.getDecision()) {
        case RAISE -> byId.put(decision.getFindingId(), raise(seen));
        case STRENGTHEN -> {
          String id =
              decision.getSucceeds().filter(byId::containsKey).orElse(decision.getFindingId());
          byId.computeIfPresent(
              id,
              (key, standing) -> {
                List<Rise> rises = new ArrayList<>(standing.rises());
                rises.add(
                    new Rise(
                        decision.getDate(),
                        decision.getSeverity().name(),
                        decision.getHow().orElse("")));
                return new Standing(
                    id,
                    standing.pattern(),
                    standing.stage(),
                    seen.children(),
                    standing.date(),
                    standing.severity(),
                    rises);
              });
        }
        case WITHDRAW -> byId.remove(decision.getFindingId());
        default -> {
          // Notices and decisions to do nothing are no findings.
        }
      }
    }
    return List.copyOf(byId.values());
  }

  /** As each finding was raised. */
  private static List<String> needs(List<Seen> decisions, Set<String> children) {
    return decisions.stream()
        .filter(seen -> seen.decision().getDecision() == RiskDecisionKind.RAISE)
        .filter(seen -> seen.children().stream().anyMatch(children::contains))
        .map(Seen::decision)
        .map(
            raise ->
                "%s %s: %s".formatted(raise.getDate(), raise.getPattern(), NeedsText.of(raise)))
        .toList();
  }

  private static Standing raise(Seen seen) {
    RiskDecisionRecord decision = seen.decision();
    return new Standing(
        decision.getFindingId(),
        decision.getPattern(),
        decision.getStage(),
        seen.children(),
        decision.getDate(),
        decision.getSeverity().name(),
        List.of());
  }

  private static Optional<Standing> match(
      Expected expected,
      List<Standing> standing,
      Set<String> used,
      BiFunction<Story, String, Optional<String>> childOf,
      Story story) {
    Optional<String> child = childOf.apply(story, expected.subject());
    return standing.stream()
        .filter(one -> !used.contains(one.id()))
        .filter(
            one -> one.pattern().equals(expected.pattern()) && one.stage().equals(expected.stage()))
        .filter(one -> child.isPresent() && one.children().contains(child.get()))
        .min(Comparator.comparing(one -> !sameDateAndSeverity(expected, one)));
  }

  private static boolean sameDateAndSeverity(Expected expected, Standing one) {
    return one.date().equals(expected.date())
        && (expected.severity().isEmpty() || expected.severity().equals(one.severity()));
  }

  private static boolean rose(Expected expected, List<Standing> standing) {
    return standing.stream()
        .filter(
            one -> one.pattern().equals(expected.pattern()) && one.stage().equals(expected.stage()))
        .flatMap(one -> one.rises().stream())
        .anyMatch(
            rise ->
                rise.date().equals(expected.date()) && rise.severity().equals(expected.severity()));
  }

  private static boolean told(
      Notice expected,
      List<Seen> decisions,
      BiFunction<Story, String, Optional<String>> childOf,
      Story story) {
    Optional<String> child = childOf.apply(story, expected.subject());
    return decisions.stream()
        .filter(seen -> seen.decision().getDecision() == RiskDecisionKind.NOTICE)
        .filter(seen -> seen.decision().getPattern().equals(expected.pattern()))
        .filter(seen -> child.isPresent() && seen.children().contains(child.get()))
        .anyMatch(seen -> seen.decision().getDate().equals(expected.date()));
  }

  private static String words(Notice expected) {
    return "%s %s %s, notice to %s"
        .formatted(expected.pattern(), expected.subject(), expected.date(), expected.to());
  }

  private static Map<String, String> names(
      Story story, BiFunction<Story, String, Optional<String>> childOf) {
    Map<String, String> names = new LinkedHashMap<>();
    story.events().stream()
        .flatMap(event -> event.subjects().stream())
        .distinct()
        .forEach(name -> childOf.apply(story, name).ifPresent(child -> names.put(child, name)));
    return names;
  }

  private static String subjectName(Standing one, Map<String, String> namesByChild) {
    return one.children().stream()
        .filter(namesByChild::containsKey)
        .findFirst()
        .map(namesByChild::get)
        .orElse("?");
  }

  private static long alerts(Collection<AlertRecord> alerts, Set<String> children) {
    return alerts.stream().filter(alert -> concerns(alert, children)).count();
  }

  private static boolean concerns(AlertRecord alert, Set<String> children) {
    return children.contains(alert.getSubject().getRef())
        || alert.getChildren().stream().anyMatch(children::contains);
  }

  private static String words(Expected expected) {
    return expected.pattern()
        + (expected.stage().isEmpty() ? "" : " " + expected.stage())
        + " "
        + expected.subject()
        + " "
        + expected.date()
        + " "
        + expected.severity();
  }
}
