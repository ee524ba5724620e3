package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Moved.Direction;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What a timeline says of its entries: whose they are, where they went, who lives there. */
final class TimelineTest {
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  private static final SubjectRef OTHER = SubjectRef.child("c-other");
  private static final Instant AT = Instant.parse("2026-03-05T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-06T09:00:00Z");

  private static Timeline of(TimelineEntry... entries) {
    return Timeline.of(CHILD, List.of(entries), Told.CATALOGUE);
  }

  private static TimelineEntry.Moved moved(Direction direction, Instant at) {
    boolean out = direction == Direction.OUT;
    return new TimelineEntry.Moved(
        direction, out ? CHILD : OTHER, out ? OTHER : CHILD, Set.of("school"), at);
  }

  // Entries are stored one by one under their keys: another key would be another entry.
  @Test
  void keysTellWhatIsTheSameAndStayAsTheyAre() {
    assertThat(told("EDU-NEG-01", "2026-03-02").id("school").entry().key())
        .isEqualTo("event|school.0");
    assertThat(told("EDU-NEG-01", "2026-03-02").id("school").asContext().entry().key())
        .isEqualTo("context|school.0");
    assertThat(new TimelineEntry.EchoRuling("noise", "police", true, AT).key())
        .isEqualTo("echo|noise|police");
    assertThat(new TimelineEntry.Dispute("alert-1", 2, true, AT).key())
        .isEqualTo("dispute|alert-1|2|opened|1772701200000");
    assertThat(new TimelineEntry.Dispute("alert-1", 2, false, AT).key())
        .isEqualTo("dispute|alert-1|2|settled|1772701200000");
    assertThat(new TimelineEntry.NotRequired("d-1", "moved abroad", AT).key())
        .isEqualTo("not-required|d-1");
    assertThat(moved(Direction.OUT, AT).key())
        .isEqualTo("moved|OUT|" + CHILD.typed() + '|' + OTHER.typed() + "|1772701200000");
    assertThat(
            new TimelineEntry.DateOfBirth("c-rowan", Sensitive.of(LocalDate.of(2020, 1, 2)), AT)
                .key())
        .isEqualTo("birth|c-rowan");
    assertThat(new TimelineEntry.ExpectedDate("c-rowan", LocalDate.of(2026, 7, 1), AT).key())
        .isEqualTo("expected|c-rowan");
    assertThat(new TimelineEntry.HouseholdMember("h-2", "c-rowan", null, null, AT).key())
        .isEqualTo("member|h-2|c-rowan");
    assertThat(new TimelineEntry.DeadlineReached("d-1", "P11", AT).key()).isEqualTo("deadline|d-1");
    assertThat(new TimelineEntry.PolicyActivated("partnership-default", 2, 7).key())
        .isEqualTo("policy|partnership-default|2|7");
    assertThat(new TimelineEntry.Released("school", AT).key()).isEqualTo("released|school");
  }

  @Test
  void anEventIsFoundByItsReceiptAndItsPlaceInIt() {
    AttributedEvent event = told("EDU-NEG-01", "2026-03-02").id("school").event();
    assertThat(event.key()).isEqualTo("school.0");
    assertThat(event.receiptKey()).isEqualTo("receipt-school.0");
  }

  @Test
  void theLatestMoveOfAnEventHolds() {
    TimelineEntry school = told("EDU-NEG-01", "2026-03-02").id("school").entry();
    Timeline gone = of(school, moved(Direction.IN, AT), moved(Direction.OUT, LATER));
    assertThat(gone.events()).isEmpty();
    assertThat(gone.movedTo("school")).contains(OTHER);
    assertThat(gone.movedTo("another")).isEmpty();
    Timeline back = of(school, moved(Direction.OUT, AT), moved(Direction.IN, LATER));
    assertThat(back.events()).hasSize(1);
    assertThat(back.movedTo("school")).isEmpty();
    Timeline told = of(school, moved(Direction.IN, LATER), moved(Direction.OUT, AT));
    assertThat(told.events()).hasSize(1);
  }

  @Test
  void itKnowsFromWhomEventsWereMovedHere() {
    assertThat(of(moved(Direction.IN, AT)).movedFrom()).containsExactly(OTHER);
    assertThat(of(moved(Direction.OUT, AT)).movedFrom()).isEmpty();
  }

  @Test
  void theLatestRulingOnAPairHolds() {
    TimelineEntry police = told("POL-DA-02", "2026-03-02T10:00").id("police").entry();
    TimelineEntry noise = told("HSG-ASB-01", "2026-03-02T11:00").id("noise").entry();
    TimelineEntry echo = new TimelineEntry.EchoRuling("noise", "police", true, AT);
    TimelineEntry none = new TimelineEntry.EchoRuling("noise", "police", false, LATER);
    for (Timeline timeline :
        List.of(of(police, noise, echo, none), of(police, noise, none, echo))) {
      assertThat(timeline.events().getLast().echo()).isFalse();
      assertThat(timeline.ruled("noise", "police")).isTrue();
      assertThat(timeline.ruled("police", "noise")).isTrue();
      assertThat(timeline.ruled("police", "school")).isFalse();
    }
    assertThat(of(police, noise, echo).events().getLast().echo()).isTrue();
  }

  @Test
  void aRulingAboutAReportThatIsNotHereStillMakesAnEcho() {
    Timeline timeline =
        of(
            told("HSG-ASB-01", "2026-03-02T11:00").id("noise").entry(),
            new TimelineEntry.EchoRuling("noise", "elsewhere", true, AT));
    assertThat(timeline.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.echo()).isTrue();
              assertThat(event.stands()).isFalse();
              assertThat(event.incident()).isEqualTo("noise");
            });
  }

  @Test
  void whatIsTheChildsOwnIsNotHeldAgainAsContext() {
    Timeline timeline =
        of(
            told("POL-DA-02", "2026-03-02T10:00").id("both").entry(),
            told("POL-DA-02", "2026-03-02T10:00").id("both").asContext().entry(),
            told("POL-DA-02", "2026-03-03T10:00").id("context").asContext().entry());
    assertThat(timeline.events()).extracting(TimelineEvent::id).containsExactly("both", "context");
    assertThat(timeline.events()).extracting(TimelineEvent::context).containsExactly(false, true);
  }

  @Test
  void aHouseholdsViewHoldsWhatNamesItAndWhoLivesThere() {
    Timeline child =
        of(
            told("POL-DA-02", "2026-03-02T10:00").id("own").at("h-2").entry(),
            told("POL-DA-02", "2026-03-03T10:00")
                .id("hers")
                .at("h-2")
                .of("c-sister")
                .asContext()
                .entry(),
            told("POL-DA-02", "2026-03-04T10:00").id("unnamed").at("h-2").asContext().entry(),
            told("POL-DA-02", "2026-03-05T10:00").id("elsewhere").at("h-3").entry(),
            told("POL-DA-02", "2026-03-06T10:00").id("gone").at("h-2").entry(),
            new TimelineEntry.HouseholdMember("h-2", "c-baby", null, null, AT),
            new TimelineEntry.HouseholdMember("h-3", "c-cousin", null, null, AT),
            new TimelineEntry.Moved(Direction.OUT, CHILD, OTHER, Set.of("gone"), AT));

    Timeline household = child.ofHousehold("h-2");

    assertThat(household.subject()).isEqualTo(SubjectRef.household("h-2"));
    assertThat(household.events())
        .extracting(TimelineEvent::id)
        .containsExactly("own", "hers", "unnamed");
    assertThat(household.events())
        .extracting(event -> event.sent().whose().children())
        .containsExactly(Set.of("c-rowan"), Set.of("c-sister"), Set.of());
    assertThat(household.events()).noneMatch(TimelineEvent::context);
    assertThat(household.childrenAt(LATER)).containsExactly("c-baby", "c-rowan", "c-sister");
    assertThat(household.childrenOf(household.events().subList(1, 3))).containsExactly("c-sister");
  }

  @Test
  void amongEqualMomentsTheIdDecidesAndOneMessageMayTellOfTwo() {
    Timeline timeline =
        of(
            told("POL-DA-02", "2026-03-02T10:00").id("b").entry(),
            told("POL-DA-02", "2026-03-02T10:00").id("a").entry());
    assertThat(timeline.events()).extracting(TimelineEvent::id).containsExactly("a", "b");
    AttributedEvent first = told("POL-DA-02", "2026-03-02T10:00").id("a").event();
    AttributedEvent second = second(first);
    for (List<TimelineEntry> entries :
        List.<List<TimelineEntry>>of(
            List.of(new TimelineEntry.Event(first), new TimelineEntry.Event(second)),
            List.of(new TimelineEntry.Event(second), new TimelineEntry.Event(first)))) {
      assertThat(
              Timeline.of(SubjectRef.household("h-2"), entries, Told.CATALOGUE).events().stream()
                  .map(event -> event.sent().subjectIndex()))
          .containsExactly(0, 1);
    }
  }

  private static AttributedEvent second(AttributedEvent event) {
    return new AttributedEvent(
        event.eventId(),
        event.receiptId(),
        1,
        event.feed(),
        event.publisher(),
        event.type(),
        event.role(),
        event.whose(),
        event.places(),
        event.occurredAt(),
        event.receivedAt(),
        event.links(),
        event.level(),
        event.assertion(),
        event.handling(),
        event.countable(),
        event.attributes(),
        event.dateOfBirth());
  }

  @Test
  void aDateThatNamesSeveralChildrenIsNobodysAndAContextsIsNotTheChilds() {
    Timeline timeline =
        of(
            told("POL-DA-02", "2026-03-02").id("a").of("c-one", "c-two").born("2020-01-01").entry(),
            told("POL-DA-02", "2026-03-02").id("b").asContext().born("2020-01-02").entry(),
            told("POL-DA-02", "2026-03-02")
                .id("c")
                .of("c-one")
                .asContext()
                .born("2020-01-03")
                .entry());
    assertThat(timeline.ages().children()).containsExactly("c-one");
    assertThat(timeline.ages().birth("c-one")).contains(LocalDate.of(2020, 1, 3));
    assertThat(timeline.ages().known("c-rowan")).isFalse();
    assertThat(
            Timeline.of(
                    new SubjectRef(Scope.UNBORN, "c-rowan"),
                    List.of(
                        new TimelineEntry.ExpectedDate("c-rowan", LocalDate.of(2026, 7, 1), AT)),
                    Told.CATALOGUE)
                .ages()
                .children())
        .containsExactly("c-rowan");
  }

  @Test
  void itKnowsWhenWhatWasMovedAwayCameBack() {
    Set<String> school = Set.of("school");
    assertThat(of(moved(Direction.OUT, AT), moved(Direction.IN, LATER)).cameBack(school))
        .contains(LATER);
    assertThat(of(moved(Direction.OUT, AT), moved(Direction.IN, LATER)).cameBack(Set.of("other")))
        .isEmpty();
    // What is away has not come back, and what only came was never away.
    assertThat(of(moved(Direction.IN, AT), moved(Direction.OUT, LATER)).cameBack(school)).isEmpty();
    assertThat(of(moved(Direction.IN, AT)).cameBack(school)).isEmpty();
    assertThat(of().cameBack(school)).isEmpty();
  }
}
