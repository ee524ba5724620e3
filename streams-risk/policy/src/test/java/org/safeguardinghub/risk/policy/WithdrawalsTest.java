package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.DecisionsTest.CHILD;
import static org.safeguardinghub.risk.policy.DecisionsTest.DAY;
import static org.safeguardinghub.risk.policy.DecisionsTest.NOW;
import static org.safeguardinghub.risk.policy.DecisionsTest.OTHER;
import static org.safeguardinghub.risk.policy.DecisionsTest.decided;
import static org.safeguardinghub.risk.policy.DecisionsTest.diff;
import static org.safeguardinghub.risk.policy.DecisionsTest.evidence;
import static org.safeguardinghub.risk.policy.DecisionsTest.finding;
import static org.safeguardinghub.risk.policy.DecisionsTest.kinds;
import static org.safeguardinghub.risk.policy.DecisionsTest.published;
import static org.safeguardinghub.risk.policy.DecisionsTest.raised;
import static org.safeguardinghub.risk.policy.DecisionsTest.timeline;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.decide.Decisions;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.decide.PublishedFinding;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** Why a finding is withdrawn, and that a notice is told once. */
final class WithdrawalsTest {
  private static Notice notice(String id, String pattern, Notice.To to, String completedBy) {
    return new Notice(
        id,
        pattern,
        "Jigsaw",
        to,
        CHILD,
        List.of("c-rowan"),
        NOW,
        DAY,
        Severity.S3,
        List.of(evidence("e-first"), evidence(completedBy)),
        "Four incidents.",
        List.of(),
        List.of(),
        List.of(),
        "a source",
        "a question",
        false,
        false);
  }

  private static Decision.Withdraw withdrawn(List<Decision> decisions) {
    return (Decision.Withdraw) decisions.getLast();
  }

  @Test
  void aWithdrawalNamesWhatIsLostAndWhy() {
    Timeline at =
        timeline(
            told("EDU-NEG-01", "2026-03-01").id("kept").entry(),
            told("EDU-NEG-01", "2026-03-01").id("denied").asserted(Assertion.UNFOUNDED).entry(),
            told("EDU-NEG-01", "2026-03-01").id("echo").echoing("nobody").entry());
    Decision.Withdraw two =
        withdrawn(
            diff(
                    List.of(published("f-1", "f-1", "kept", "denied", "echo")),
                    List.of(),
                    List.of(),
                    at)
                .inOrder());
    assertThat(two.lostEvidence()).containsExactlyInAnyOrder("denied", "echo");
    assertThat(two.because())
        .isEqualTo(
            "2 events on which it rested were corrected, retracted or found to be a repeat.");
    Decision.Withdraw one =
        withdrawn(
            diff(List.of(published("f-1", "f-1", "kept", "denied")), List.of(), List.of(), at)
                .inOrder());
    assertThat(one.because()).startsWith("1 event on which it rested");
    Decision.Withdraw none =
        withdrawn(
            diff(List.of(published("f-1", "f-1", "kept")), List.of(), List.of(), at).inOrder());
    assertThat(none.lostEvidence()).isEmpty();
    assertThat(none.because()).isEqualTo("What is known now no longer meets the pattern.");
  }

  @Test
  void whatBecamePartOfAnotherFindingSaysSo() {
    List<Decision> decisions =
        decided(
            List.of(published("x", "x", "a", "b"), published("y", "y", "c")),
            finding("new", raised("a", "b", "c")));
    assertThat(withdrawn(decisions).because())
        .isEqualTo("What it rested on is now part of another finding of the same pattern.");
    // Another finding that goes on beside it is no reason.
    assertThat(
            withdrawn(
                    decided(
                        List.of(published("x", "x", "a"), published("y", "y", "c")),
                        finding("x", raised("a"))))
                .because())
        .startsWith("1 event on which it rested");
  }

  @Test
  void whatWentToAWorkerSaysSo() {
    List<PublishedFinding> before = List.of(published("f-1", "f-1", "a"));
    assertThat(because(before, notice("n-1", "P03", Notice.To.ALLOCATED_WORKER, "a")))
        .isEqualTo("It belongs to an open case and went to the allocated worker as case evidence.");
    assertThat(because(before, notice("n-1", "P03", Notice.To.STEWARD, "a")))
        .startsWith("1 event on which it rested");
    assertThat(because(before, notice("n-1", "P04", Notice.To.ALLOCATED_WORKER, "a")))
        .startsWith("1 event on which it rested");
  }

  private static String because(List<PublishedFinding> before, Notice notice) {
    return diff(before, List.of(), List.of(notice), timeline()).inOrder().stream()
        .filter(Decision.Withdraw.class::isInstance)
        .map(one -> ((Decision.Withdraw) one).because())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNoticeIsToldOnceEvenWhereItWasToldOfTheSubjectThatItCameFrom() {
    Notice notice = notice("n-1", "P03", Notice.To.ALLOCATED_WORKER, "last");
    Decisions first = diff(List.of(), List.of(), List.of(notice), timeline());
    assertThat(kinds(first.inOrder())).containsExactly("Tell n-1");
    assertThat(first.published().noticeIds()).containsExactly("n-1");
    TimelineEntry moved =
        new TimelineEntry.Moved(
            TimelineEntry.Moved.Direction.IN, OTHER, CHILD, Set.of("last"), NOW);
    assertThat(tells(Set.of("n-1"), notice, timeline())).isEmpty();
    Set<String> elsewhere = Set.of(FindingIds.notice("P03", OTHER, "last"));
    assertThat(tells(elsewhere, notice, timeline(moved))).isEmpty();
    assertThat(tells(elsewhere, notice, timeline())).containsExactly("Tell n-1");
    Set<String> another = Set.of(FindingIds.notice("P03", OTHER, "e-first"));
    assertThat(tells(another, notice, timeline(moved))).containsExactly("Tell n-1");
  }

  private static List<String> tells(Set<String> before, Notice notice, Timeline at) {
    return kinds(
        Decisions.diff(
                Story.POLICY,
                new Published(List.of(), before),
                new Findings(List.of(), List.of(notice), List.of(), List.of(), DecayedLoad.NOTHING),
                at,
                "cause",
                NOW)
            .inOrder());
  }
}
