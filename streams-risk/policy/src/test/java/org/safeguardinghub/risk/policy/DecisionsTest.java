package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.decide.Decisions;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.decide.PublishedFinding;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.finding.Support;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** What is published where findings come, go on, change and go. */
final class DecisionsTest {
  static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  static final SubjectRef OTHER = SubjectRef.child("c-other");
  static final Instant NOW = Told.moment("2026-06-01T09:00");
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Firing firing(String date, Severity severity, String how, String... events) {
    return new Firing(Told.moment(date), LocalDate.parse(date), severity, how, List.of(events));
  }

  static Firing raised(String... events) {
    return firing("2026-03-02", Severity.S3, Firing.RAISED, events);
  }

  private static Finding finding(String id, String stage, List<Firing> firings) {
    List<Evidence> evidence =
        firings.stream()
            .flatMap(firing -> firing.evidence().stream())
            .distinct()
            .map(DecisionsTest::evidence)
            .toList();
    return new Finding(
        id,
        "P03",
        "Jigsaw",
        stage,
        CHILD,
        List.of("c-rowan"),
        firings,
        firings.getLast().severity(),
        evidence,
        "Four incidents.",
        List.of(),
        List.of(),
        List.of(),
        "a source",
        "a question",
        false,
        false,
        Support.NOT_ASKED);
  }

  static Finding finding(String id, Firing... firings) {
    return finding(id, "", List.of(firings));
  }

  static Evidence evidence(String id) {
    return new Evidence(
        id, "r-" + id, "EDU-NEG-01", "school", OriginFamily.EDU, NOW, NOW, 2, HandlingClass.H0);
  }

  private static PublishedFinding published(
      String id, String current, Severity severity, Set<String> told, String... evidence) {
    return new PublishedFinding(
        id,
        current,
        "P03",
        "Jigsaw",
        "",
        CHILD,
        List.of("c-rowan"),
        DAY,
        severity,
        Set.of(evidence),
        told,
        "other words");
  }

  static PublishedFinding published(String id, String current, String... evidence) {
    return published(id, current, Severity.S3, Set.of("2026-03-02 raised S3"), evidence);
  }

  static Timeline timeline(TimelineEntry... entries) {
    return Timeline.of(CHILD, List.of(entries), Told.CATALOGUE);
  }

  static Decisions diff(
      List<PublishedFinding> before, List<Finding> findings, List<Notice> notices, Timeline at) {
    return Decisions.diff(
        Story.POLICY,
        new Published(before, Set.of()),
        new Findings(findings, notices, List.of(), List.of(), DecayedLoad.NOTHING),
        at,
        "cause",
        NOW);
  }

  static List<Decision> decided(List<PublishedFinding> before, Finding... findings) {
    return diff(before, Arrays.asList(findings), List.of(), timeline()).inOrder();
  }

  static List<String> kinds(List<Decision> decisions) {
    return decisions.stream()
        .map(one -> one.getClass().getSimpleName() + " " + one.findingId())
        .toList();
  }

  @Test
  void aDecisionSaysWhereItComesFrom() {
    Decision.Origin origin = decided(List.of(), finding("f-1", raised("a"))).getFirst().origin();
    assertThat(origin)
        .isEqualTo(
            new Decision.Origin(
                FindingIds.of("decision", CHILD.typed(), "RAISE", "f-1", "f-1", "cause"),
                "partnership-default",
                1,
                "cause",
                NOW));
  }

  @Test
  void whatSharesNoEvidenceIsAnotherFinding() {
    assertThat(kinds(decided(List.of(published("old", "old", "a")), finding("new", raised("b")))))
        .containsExactly("Raise new", "Withdraw old");
  }

  @Test
  void anotherStageIsAnotherFinding() {
    List<Decision> decisions =
        decided(
            List.of(published("old", "old", "a")), finding("new", "SECOND", List.of(raised("a"))));
    assertThat(kinds(decisions)).containsExactly("Raise new", "Withdraw old");
    assertThat(
            kinds(
                decided(
                    List.of(published("old", "new", "a")),
                    finding("new", "SECOND", List.of(raised("a"))))))
        .containsExactly("Raise new", "Withdraw old");
  }

  @Test
  void aFindingGoesOnWithWhatSharesMostOfIt() {
    Finding now = finding("new", raised("a", "b", "c"));
    assertThat(
            kinds(decided(List.of(published("x", "x", "a", "b"), published("y", "y", "c")), now)))
        .containsExactly("Update x", "Withdraw y");
    assertThat(
            kinds(decided(List.of(published("x", "x", "c"), published("y", "y", "a", "b")), now)))
        .containsExactly("Update y", "Withdraw x");
    // Of two that share as much the one of the greater id goes on, whoever was published first.
    assertThat(kinds(decided(List.of(published("x", "x", "a"), published("y", "y", "b")), now)))
        .containsExactly("Update y", "Withdraw x");
  }

  @Test
  void theSameIdGoesBeforeSharedEvidence() {
    assertThat(
            kinds(
                decided(
                    List.of(published("x", "new", "z"), published("y", "y", "a", "b")),
                    finding("new", raised("a", "b")))))
        .containsExactly("Update x", "Withdraw y");
  }

  @Test
  void anIdThatAnotherFindingKeepsIsNotUsedTwice() {
    List<Decision> decisions =
        decided(
            List.of(published("f-1", "f-1", "b", "c")),
            finding("f-2", raised("b", "c", "d")),
            finding("f-3", raised("e")));
    assertThat(kinds(decisions)).containsExactly("Update f-1", "Raise f-3");
    List<Decision> used =
        decided(
            List.of(published("f-1", "f-0", "b", "c")),
            finding("f-2", raised("b", "c", "d")),
            finding("f-1", raised("a")));
    assertThat(kinds(used))
        .containsExactly("Update f-1", "Raise " + FindingIds.of("another", "f-1"));
  }

  @Test
  void whatGoesOnUnderAnotherIdOrSubjectSaysWhatItSucceeds() {
    assertThat(succeeds(published("f-1", "f-1", "a"), finding("f-1", raised("a", "b")))).isEmpty();
    assertThat(succeeds(published("f-1", "f-1", "a"), finding("f-2", raised("a", "b"))))
        .contains("f-1");
    PublishedFinding moved =
        new PublishedFinding(
            "f-1",
            "f-1",
            "P03",
            "Jigsaw",
            "",
            OTHER,
            List.of("c-other"),
            DAY,
            Severity.S3,
            Set.of("a"),
            Set.of("2026-03-02 raised S3"),
            "other words");
    assertThat(succeeds(moved, finding("f-1", raised("a")))).contains("f-1");
  }

  private static Optional<String> succeeds(PublishedFinding before, Finding now) {
    return ((Decision.Update) decided(List.of(before), now).getFirst()).succeeds();
  }

  @Test
  void aFiringIsToldOnceEvenIfItRestsOnMoreNow() {
    Firing again = firing("2026-03-20", Severity.S3, Firing.AGAIN, "a", "b", "late");
    Set<String> both = Set.of("2026-03-02 raised S3", "2026-03-20 re-fire S3");
    List<Decision> decisions =
        decided(
            List.of(published("f-1", "f-1", Severity.S3, both, "a", "b")),
            finding("f-1", raised("a"), again));
    assertThat(kinds(decisions)).containsExactly("Update f-1");
    assertThat(((Decision.Update) decisions.getFirst()).changed()).containsExactly("evidence");
  }

  @Test
  void aFiringThatRestsOnNothingNewIsToldOnlyIfItIsLaterThanAllThatWasTold() {
    Firing again = firing("2026-03-20", Severity.S3, Firing.AGAIN, "a", "b");
    Finding now = finding("f-1", raised("a"), again);
    assertThat(kinds(decided(List.of(published("f-1", "f-1", "a", "b")), now)))
        .containsExactly("Strengthen f-1");
    Set<String> later = Set.of("2026-03-02 raised S3", "2026-03-25 re-fire S3");
    assertThat(kinds(decided(List.of(published("f-1", "f-1", Severity.S3, later, "a", "b")), now)))
        .containsExactly("Update f-1");
    assertThat(kinds(decided(List.of(published("f-1", "f-1", Severity.S3, later, "a")), now)))
        .containsExactly("Strengthen f-1");
  }

  @Test
  void aFirstFiringThatIsMoreUrgentThanItWasToldIsARise() {
    List<Decision> decisions =
        decided(
            List.of(published("f-1", "f-1", "a")),
            finding("f-1", firing("2026-03-02", Severity.S2, Firing.RAISED, "a")));
    assertThat(decisions)
        .singleElement()
        .isInstanceOfSatisfying(
            Decision.Strengthen.class,
            rise -> {
              assertThat(rise.how()).isEqualTo("raised to S2");
              assertThat(rise.severity()).isEqualTo(Severity.S2);
            });
  }

  @Test
  void whatCameBackIsRaisedUnderAnIdOfItsOwn() {
    Instant back = NOW.minusSeconds(60);
    TimelineEntry out =
        new TimelineEntry.Moved(
            TimelineEntry.Moved.Direction.OUT, CHILD, OTHER, Set.of("a"), NOW.minusSeconds(90));
    TimelineEntry in =
        new TimelineEntry.Moved(TimelineEntry.Moved.Direction.IN, OTHER, CHILD, Set.of("a"), back);
    Finding again = finding("f-1", raised("a"));
    assertThat(kinds(diff(List.of(), List.of(again), List.of(), timeline(out, in)).inOrder()))
        .containsExactly("Raise " + FindingIds.of("another", "f-1", back.toString()));
    assertThat(kinds(diff(List.of(), List.of(again), List.of(), timeline(in)).inOrder()))
        .containsExactly("Raise f-1");
  }
}
