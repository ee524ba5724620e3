package org.safeguardinghub.risk.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.timeline.Timeline;

/** What stands as it was said is not compared, and is minded all the same. */
final class TurnedTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final Instant NOW = Instant.parse("2026-09-01T09:00:00Z");

  private static final Finding FIRST = SuccessionsTest.finding("f-1", "2026-01-20", "e-1", "e-2");
  private static final Finding SECOND = SuccessionsTest.finding("f-2", "2026-03-20", "e-3");
  private static final Finding THIRD = SuccessionsTest.finding("f-3", "2026-05-20", "e-4", "e-2");
  private static final Finding LAST = SuccessionsTest.finding("f-4", "2026-07-20", "e-5");

  private static Said said(String findingId, Finding finding) {
    return new Said(
        SuccessionsTest.said(findingId, finding).as(), Optional.of(Said.Printed.of(finding)));
  }

  private static Finding again(Firing more) {
    List<Firing> firings = List.of(FIRST.firings().getFirst(), more);
    return FingerprintTest.finding(
        FIRST.id(),
        firings,
        FIRST.severity(),
        FIRST.evidence(),
        FIRST.children(),
        FIRST.because(),
        List.of(),
        List.of(),
        false);
  }

  private static Turned turned(Stated was, Finding... now) {
    Turned turned = new Turned();
    turned.add("P01", was, List.of(now));
    return turned;
  }

  private static Compared compared(Turned turned) {
    return new Comparison(
            PolicyFile.shipped(CATALOGUE),
            turned,
            Set.of(),
            List.of(),
            _ -> List.of(),
            Timeline.of(FIRST.subject(), List.of(), CATALOGUE),
            "cause",
            NOW)
        .compared();
  }

  @Test
  void onlyWhatLiesBetweenIsCompared() {
    Said one = said("f-1", FIRST);
    Said two = said("f-2", SECOND);
    Said last = said("f-4", LAST);
    Stated was = new Stated(List.of(FIRST, SECOND, LAST), List.of(one, two, last));

    Turned turned = turned(was, FIRST, THIRD, LAST);

    assertThat(turned.before()).containsExactly(two);
    assertThat(turned.findings()).containsExactly(THIRD);
    assertThat(turned.goingOn("P01")).containsExactly(one, last);
    Compared compared = compared(turned);
    assertThat(compared.decisions()).extracting(Decision::findingId).containsExactly("f-3", "f-2");
    Stated now = Objects.requireNonNull(turned.stated(compared.after()).get("P01"));
    assertThat(now.findings()).containsExactly(FIRST, THIRD, LAST);
    assertThat(now.said())
        .extracting(said -> said.as().findingId())
        .containsExactly("f-1", "f-3", "f-4");
  }

  @Test
  void ofWhichFindingItWasSaidNobodyKnowsAtFirst() {
    Said one = SuccessionsTest.said("f-1", FIRST);
    Turned turned = turned(Stated.known(List.of(one)), FIRST);

    assertThat(turned.before()).containsExactly(one);
    assertThat(turned.findings()).containsExactly(FIRST);
    assertThat(compared(turned).decisions()).isEmpty();
  }

  @Test
  void anIdThatIsInUseStaysWithWhatHasIt() {
    Stated was = new Stated(List.of(FIRST), List.of(said("f-2", FIRST)));

    Compared compared = compared(turned(was, FIRST, SECOND));

    assertThat(compared.decisions())
        .extracting(Decision::findingId)
        .containsExactly(FindingIds.of("another", "f-2"));
  }

  @Test
  void whatIsPartOfAFindingThatStandsIsWithdrawnAsThat() {
    Stated was = new Stated(List.of(FIRST, THIRD), List.of(said("f-1", FIRST), said("f-3", THIRD)));

    Compared compared = compared(turned(was, FIRST));

    assertThat(compared.decisions())
        .singleElement()
        .isInstanceOfSatisfying(
            Decision.Withdraw.class,
            withdrawn -> assertThat(withdrawn.because()).contains("part of another finding"));
  }

  @Test
  void whatFiredAndDoesNotAnyMoreWasNotTold() {
    Finding again = again(LAST.firings().getFirst());
    Said said = said("f-1", again);

    assertThat(said.next(again).told()).isTrue();
    assertThat(said.next(FIRST).told()).isFalse();
    assertThat(said.next(FIRST).since()).isEmpty();
    assertThat(said("f-1", FIRST).next(again).since()).containsExactly(again.firings().getLast());
  }
}
