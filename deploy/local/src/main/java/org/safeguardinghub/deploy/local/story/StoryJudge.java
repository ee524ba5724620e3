package org.safeguardinghub.deploy.local.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.deploy.local.story.FindingsBoard.Seen;
import org.safeguardinghub.deploy.local.story.Story.Expected;
import org.safeguardinghub.deploy.local.story.Story.Notice;
import org.safeguardinghub.deploy.local.story.ToldFinding.Rise;
import org.safeguardinghub.risk.codec.NeedsText;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.RiskDecisionKind;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/**
 * Compares what was told of a story with what it says. A finding is raised if it stands at the end,
 * not withdrawn. A household finding matches if the listed child is among those it names; it counts
 * once. What comes and goes must be listed too, or be explained by lateness or a correction.
 */
final class StoryJudge {
  private static final String NOTICE_L4 = "L4";

  /** A hub that is running follows the clock of a story by moments. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Set<String> built;
  private final Identity identity;

  /** With the ids of the patterns that the hub's policy looks for. */
  StoryJudge(Set<String> built, Identity identity) {
    this.built = Set.copyOf(built);
    this.identity = identity;
  }

  /**
   * Judges one story.
   *
   * @param pictures of alerts, in the order in which they were taken
   * @param names the story's own names of everybody whom the hub knows, by the hub's references
   * @param count what the hub found out about who is who, where it had to
   */
  StoryReport judge(
      Story story,
      List<Seen> decisions,
      Collection<AlertRecord> pictures,
      Map<String, String> names,
      Optional<IdentityCount> count) {
    StoryPeople people = new StoryPeople(names);
    List<Seen> seen = decisions.stream().filter(one -> people.concerned(one.children())).toList();
    List<AlertRecord> alerts =
        pictures.stream().filter(one -> people.concerned(FindingsBoard.concerned(one))).toList();
    Judging judging = new Judging(story, people, seen);
    judging.raised();
    judging.strengthened();
    judging.notices();
    judging.unexpected();
    List<Verdict> mustNot =
        new MustNotJudge(
                story, people, judging.lasting(), judging.lasting(alerts), judging.deviations)
            .verdicts();
    return judging.report(
        mustNot, alerts.stream().map(AlertRecord::getAlertId).distinct().count(), count);
  }

  /** The judging of one story, list by list. */
  private final class Judging {
    private final Story story;
    private final StoryPeople people;
    private final List<Seen> decisions;
    private final List<ToldFinding> findings;
    private final Set<ToldFinding> used = new HashSet<>();
    private final List<String> raised = new ArrayList<>();
    private final List<String> other = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> strengthened = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> cameAndWent = new ArrayList<>();
    private final List<String> notBuilt = new ArrayList<>();
    private final Deviations deviations = new Deviations();

    Judging(Story story, StoryPeople people, List<Seen> decisions) {
      this.story = story;
      this.people = people;
      this.decisions = decisions;
      this.findings = ToldFinding.of(decisions);
    }

    void raised() {
      for (Expected expected : story.mustRaise()) {
        if (!built.contains(expected.pattern())) {
          notBuilt.add(expected.words());
          continue;
        }
        Optional<ToldFinding> found =
            findings.stream()
                .filter(one -> one.standing() && !used.contains(one) && samePattern(expected, one))
                .min(Comparator.comparing(one -> !exactly(expected, one)));
        found.ifPresent(used::add);
        if (found.isEmpty()) {
          missing.add(expected.words());
          deviations.add(expected.pattern(), "missing " + expected.words());
        } else if (exactly(expected, found.get())) {
          raised.add(expected.words());
        } else {
          String words = expected.words() + " came as " + found.get().words(expected.subject());
          other.add(words);
          deviations.add(expected.pattern(), words);
        }
      }
    }

    void strengthened() {
      Set<Rise> listed = new HashSet<>();
      for (Expected expected : story.strengthened()) {
        String words = expected.words() + " (" + expected.how() + ")";
        List<Rise> rises =
            findings.stream()
                .filter(one -> samePattern(expected, one))
                .flatMap(one -> one.rises().stream())
                .filter(rise -> exactly(expected, rise))
                .toList();
        listed.addAll(rises);
        if (!built.contains(expected.pattern())) {
          notBuilt.add(words);
        } else if (rises.isEmpty()) {
          missing.add(words);
          deviations.add(expected.pattern(), "missing " + words);
        } else {
          strengthened.add(words);
        }
      }
      for (ToldFinding one : findings) {
        one.rises().stream()
            .filter(rise -> !listed.contains(rise) && !mayCome(one))
            .forEach(
                rise ->
                    deviations.add(
                        one.pattern(),
                        "%s %s %s, which is not listed"
                            .formatted(one.pattern(), rise.how(), rise.date())));
      }
    }

    void notices() {
      for (Notice expected : story.notices()) {
        if (!built.contains(expected.pattern()) && !expected.pattern().equals(NOTICE_L4)) {
          notBuilt.add(expected.words());
        } else if (decisions.stream().anyMatch(seen -> told(expected, seen))) {
          strengthened.add(expected.words());
        } else {
          missing.add(expected.words());
        }
      }
    }

    void unexpected() {
      Predicate<ToldFinding> listed = one -> used.contains(one) || mayCome(one);
      for (ToldFinding one : findings.stream().filter(listed.negate()).toList()) {
        String words = one.words(people.name(one.children()));
        if (one.standing()) {
          unexpected.add(words);
          deviations.add(one.pattern(), words);
        } else if (identity == Identity.HUB || explained(one)) {
          cameAndWent.add(words);
        } else {
          unexpected.add(words + ", withdrawn again");
          deviations.add(one.pattern(), words + ", withdrawn again");
        }
      }
    }

    /** What was told, without what came and went while the hub asked whose an event is. */
    List<Seen> lasting() {
      return decisions.stream()
          .filter(
              seen ->
                  seen.decision().getDecision() == RiskDecisionKind.NOTICE
                      || !passing(seen.decision().getFindingId()))
          .toList();
    }

    /** The same of alerts. */
    List<AlertRecord> lasting(List<AlertRecord> alerts) {
      return alerts.stream()
          .filter(
              alert ->
                  !alert.getFindings().stream()
                      .allMatch(finding -> passing(finding.getFindingId())))
          .toList();
    }

    private boolean passing(String findingId) {
      return identity == Identity.HUB
          && findings.stream().anyMatch(one -> one.id().equals(findingId) && !one.standing());
    }

    private boolean mayCome(ToldFinding one) {
      return story.mayRaise().stream().anyMatch(may -> samePattern(may, one) && exactly(may, one));
    }

    private boolean samePattern(Expected expected, ToldFinding one) {
      return one.pattern().equals(expected.pattern())
          && one.stage().equals(expected.stage())
          && people.named(expected.subject(), one.children());
    }

    /** Whether it went because of something that was told late, or put right. */
    private boolean explained(ToldFinding one) {
      Instant gone = one.withdrawnAt().orElseThrow();
      return story.events().stream()
          .filter(event -> !event.receivedAt().isAfter(gone))
          .filter(event -> event.receivedAt().isAfter(gone.minus(SOON)))
          .anyMatch(event -> event.corrects() || event.occurredAt().isBefore(one.raisedAt()));
    }

    private boolean told(Notice expected, Seen seen) {
      RiskDecisionRecord decision = seen.decision();
      return decision.getDecision() == RiskDecisionKind.NOTICE
          && decision.getPattern().equals(expected.pattern())
          && decision.getDate().equals(expected.date())
          && people.named(expected.subject(), seen.children())
          && decision.getHow().orElse("").contains(expected.to());
    }

    /** What each finding rests on and needs, as it was raised. */
    private List<String> needs() {
      return decisions.stream()
          .map(Seen::decision)
          .filter(decision -> decision.getDecision() == RiskDecisionKind.RAISE)
          .map(
              raise ->
                  "%s %s: %s".formatted(raise.getDate(), raise.getPattern(), NeedsText.of(raise)))
          .toList();
    }

    StoryReport report(List<Verdict> mustNot, long alerts, Optional<IdentityCount> count) {
      long expected =
          story.mustRaise().stream().filter(one -> built.contains(one.pattern())).count();
      return new StoryReport(
          story.id(),
          story.title(),
          (int) expected,
          raised,
          other,
          missing,
          unexpected,
          cameAndWent,
          strengthened,
          notBuilt,
          mustNot,
          needs(),
          alerts,
          count.orElse(null));
    }
  }

  private static boolean exactly(Expected expected, ToldFinding one) {
    return one.date().equals(expected.date()) && severity(expected, one.severity());
  }

  private static boolean exactly(Expected expected, Rise rise) {
    return rise.date().equals(expected.date()) && severity(expected, rise.severity());
  }

  private static boolean severity(Expected expected, String severity) {
    return expected.severity().isEmpty() || expected.severity().equals(severity);
  }
}
