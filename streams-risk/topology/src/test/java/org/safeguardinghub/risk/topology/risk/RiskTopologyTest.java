package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.safeguardinghub.risk.topology.risk.Log.FERN;
import static org.safeguardinghub.risk.topology.risk.Log.HOUSE;
import static org.safeguardinghub.risk.topology.risk.Log.ROWAN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AttributeRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.LoadRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;

final class RiskTopologyTest {
  /** A Monday morning in working hours. */
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir Path folder;

  @Test
  void foodAndAnInjuryRaiseAnAlertThatItsOwnerIsToldOf() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.event(ROWAN, "e1", "EDU-NEG-01", MONDAY.minus(days(20))));
      assertThat(risk.decisions()).isEmpty();

      risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));

      assertThat(risk.decisions()).containsExactly("RAISE P05 S2");
      List<AlertRecord> alerts = risk.alerts();
      assertThat(alerts).hasSize(1);
      AlertRecord alert = alerts.getFirst();
      assertThat(alert.getOwner().getPersonId()).isEqualTo("p-mash");
      assertThat(alert.getOwner().getRouteRow()).isEqualTo("19");
      assertThat(alert.getDueAt()).contains(Instant.parse("2026-03-02T14:00:00Z"));
      assertThat(alert.getReceiptKeys()).containsExactly("r-e1.0", "r-e2.0");
      assertThat(risk.notifications())
          .extracting(NotificationRecord::getPersonId)
          .containsExactly("p-mash");
      assertThat(risk.dispositions())
          .extracting(DispositionRecord::getReceiptId, DispositionRecord::getLedToAlert)
          .containsExactlyInAnyOrder(tuple("r-e1", true), tuple("r-e2", true));
    }
  }

  @Test
  void theSameEventAgainChangesNothing() {
    try (RiskDriver risk = raised()) {
      List<String> before = risk.contents();
      risk.drain();

      risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));

      assertThat(risk.decisions()).isEmpty();
      assertThat(risk.alerts()).isEmpty();
      assertThat(risk.notifications()).isEmpty();
      assertThat(risk.contents()).isEqualTo(before);
    }
  }

  @Test
  void aCorrectionWithdrawsTheAlertWithItsReason() {
    try (RiskDriver risk = raised()) {
      risk.drain();

      risk.arrives(correction(risk, "e3", "e2", MONDAY.plus(Duration.ofHours(1))));

      assertThat(risk.decisions()).containsExactly("WITHDRAW P05 S2");
      assertThat(risk.pictures())
          .containsExactly("WITHDRAWN WITHDRAWN S2 mash-manager/p-mash rung 0 v2");
      assertThat(risk.notifications())
          .extracting(n -> n.getTemplate().name())
          .containsExactly("WITHDRAWN");
    }
  }

  @Test
  void strongerEvidenceStrengthensTheSameAlert() {
    try (RiskDriver risk = raised()) {
      String id = risk.alerts().getFirst().getAlertId();
      risk.drain();
      Instant later = MONDAY.plus(days(1));
      risk.arrives(
          Log.wrap(
              ROWAN,
              SubjectEventKind.ATTRIBUTED_EVENT,
              "e3.0",
              later,
              risk.log
                  .body(ROWAN, "e3", "SCN-NEG-01", later, later)
                  .setAttributes(List.of(yes("growthFaltering")))
                  .build()));

      List<AlertRecord> alerts = risk.alerts();
      assertThat(risk.decisions()).containsExactly("STRENGTHEN P05 S1");
      assertThat(alerts).hasSize(1).allMatch(alert -> alert.getAlertId().equals(id));
    }
  }

  @Test
  void aDeadlineIsReachedByTheClockAlone() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.event(ROWAN, "m1", "POL-MIS-01", MONDAY.minus(Duration.ofHours(20))));
      risk.arrives(risk.log.event(ROWAN, "m2", "POL-MIS-02", MONDAY.minus(Duration.ofHours(9))));
      risk.passes(MONDAY.plus(days(2)));
      risk.drain();

      risk.passes(MONDAY.plus(days(2)).plus(Duration.ofHours(15)));

      assertThat(risk.decisions()).containsExactly("RAISE P11 S3");
      assertThat(risk.pictures())
          .containsExactly("RAISED OPEN S3 la-missing-coordinator/p-missing rung 0 v1");
      assertThat(risk.written())
          .extracting(kv -> kv.value.getKind())
          .containsExactly(SubjectEventKind.DEADLINE_REACHED);
    }
  }

  @Test
  void anInterviewInTimeLeavesTheDeadlineWithoutEffect() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.event(ROWAN, "m1", "POL-MIS-01", MONDAY.minus(Duration.ofHours(20))));
      risk.arrives(risk.log.event(ROWAN, "m2", "POL-MIS-02", MONDAY.minus(Duration.ofHours(9))));
      risk.arrives(risk.log.event(ROWAN, "m3", "VCS-RHI-01", MONDAY));

      risk.passes(MONDAY.plus(days(9)));

      assertThat(risk.decisions()).isEmpty();
    }
  }

  @Test
  void anUnansweredAlertClimbsOnceAndAnAnswerStopsIt() {
    try (RiskDriver risk = raised()) {
      risk.drain();
      risk.passes(MONDAY.plus(Duration.ofHours(5)));
      List<AlertRecord> climbed = risk.alerts();
      assertThat(climbed).hasSize(1);
      assertThat(climbed.getFirst().getOwner().getPersonId()).isEqualTo("p-mash-deputy");
      assertThat(climbed.getFirst().getRung()).isEqualTo(1);
      assertThat(risk.writtenActions()).hasSize(1);

      risk.passes(MONDAY.plus(Duration.ofHours(6)));
      assertThat(risk.alerts()).isEmpty();

      risk.acts(
          climbed.getFirst(),
          AlertActionKind.ACKNOWLEDGED,
          "act-1",
          MONDAY.plus(Duration.ofHours(6)));
      assertThat(risk.pictures())
          .containsExactly("ACKNOWLEDGED ACKNOWLEDGED S2 mash-manager/p-mash-deputy rung 1 v3");
      assertThat(risk.dispositions())
          .as("whoever sent the evidence may see what was answered")
          .filteredOn(one -> one.getAnswer().isPresent())
          .extracting(
              DispositionRecord::getReceiptId,
              DispositionRecord::getLedToAlert,
              DispositionRecord::getAnswer)
          .containsExactlyInAnyOrder(
              tuple("r-e1", true, Optional.of(AcknowledgementDecision.ACT)),
              tuple("r-e2", true, Optional.of(AcknowledgementDecision.ACT)));
      risk.passes(MONDAY.plus(days(20)));
      assertThat(risk.alerts()).isEmpty();
    }
  }

  @Test
  void anOwnerWhomNoNoticeReachesIsPassedOnceAndTheNextIsTold() {
    try (RiskDriver risk = raised()) {
      AlertRecord raised = risk.alerts().getFirst();
      risk.drain();
      Instant later = MONDAY.plus(Duration.ofMinutes(30));

      risk.acts(raised, AlertActionKind.UNDELIVERED, "undelivered/n-1", later);
      risk.acts(raised, AlertActionKind.UNDELIVERED, "undelivered/n-1", later);

      assertThat(risk.pictures())
          .containsExactly("UNDELIVERED OPEN S2 mash-manager/p-mash-deputy rung 1 v2");
      assertThat(risk.notifications())
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.getPersonId()).isEqualTo("p-mash-deputy");
                assertThat(notice.getDueAt()).isPresent();
              });
    }
  }

  @Test
  void anEventThatArrivesLateMakesTheSameFindingAndSaysSo() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));
      risk.arrives(
          risk.log.event(ROWAN, "e1", "EDU-NEG-01", MONDAY.minus(days(20)), MONDAY.plus(days(10))));

      assertThat(risk.decisions()).containsExactly("RAISE P05 S2");
      assertThat(risk.alerts().getFirst().getFindings().getFirst().getDate())
          .isEqualTo(LocalDate.parse("2026-03-02"));
    }
  }

  @Test
  void anOpenAssessmentMovesTheAlertToTheWorker() {
    try (RiskDriver risk = raised()) {
      risk.role("allocated-worker", "service-manager", "p-worker");
      risk.drain();

      risk.arrives(risk.log.event(ROWAN, "e3", "CSC-ASM-01", MONDAY.plus(Duration.ofHours(2))));

      assertThat(risk.pictures()).contains("REROUTED OPEN S2 allocated-worker/p-worker rung 0 v2");
    }
  }

  @Test
  void anOwnerWhoLeavesIsFollowed() {
    try (RiskDriver risk = raised()) {
      risk.drain();

      risk.person("p-mash", MONDAY.plus(Duration.ofHours(1)));
      risk.passes(MONDAY.plus(Duration.ofMinutes(30)));
      assertThat(risk.pictures()).isEmpty();
      risk.passes(MONDAY.plus(Duration.ofHours(1)));

      assertThat(risk.pictures())
          .containsExactly("REROUTED OPEN S2 mash-manager/p-mash-deputy rung 0 v2");
    }
  }

  @Test
  void whatHappensToOneMemberIsContextForTheOthers() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.ofHousehold("d1", "POL-DA-02", MONDAY, ROWAN));
      risk.arrives(risk.log.member(ROWAN, "d1", MONDAY));
      assertThat(contextKeys(risk)).isEmpty();

      risk.arrives(risk.log.member(FERN, "d2", MONDAY.plus(Duration.ofHours(1))));
      assertThat(contextKeys(risk)).containsExactly("child/c-fern|HOUSEHOLD_CONTEXT|d1.0");

      risk.arrives(risk.log.ofHousehold("d3", "POL-DA-01", MONDAY.plus(Duration.ofHours(2)), FERN));
      assertThat(contextKeys(risk)).containsExactly("child/c-rowan|HOUSEHOLD_CONTEXT|d3.0");
      assertThat(risk.subjects().getLast().getMembers()).containsExactly("c-fern", "c-rowan");
    }
  }

  @Test
  void whoLeftAHouseholdHasNoMoreOfItAsContext() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.member(ROWAN, "d1", MONDAY));
      risk.arrives(risk.log.member(FERN, "d1", MONDAY));
      Instant leaves = MONDAY.plus(Duration.ofHours(1));
      risk.arrives(risk.log.left(FERN, "d2", leaves));
      assertThat(risk.subjects().getLast().getMembers()).containsExactly("c-rowan");
      risk.arrives(
          risk.log.ofHousehold("d3", "POL-DA-01", leaves.plus(Duration.ofHours(1)), ROWAN));
      assertThat(contextKeys(risk)).isEmpty();
    }
  }

  @Test
  void aHouseholdFindingNamesItsChildren() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.ofHousehold("d1", "POL-DA-01", MONDAY.minus(days(9)), ROWAN));
      risk.arrives(risk.log.member(ROWAN, "d1", MONDAY.minus(days(9))));
      risk.arrives(risk.log.member(FERN, "d1", MONDAY.minus(days(9))));
      risk.arrives(risk.log.ofHousehold("d2", "POL-DA-01", MONDAY, ROWAN));

      assertThat(risk.decisions()).containsExactly("RAISE P07 S2");
      AlertRecord alert = risk.alerts().getFirst();
      assertThat(alert.getChildren()).containsExactly("c-fern", "c-rowan");
      assertThat(alert.getSubject().getRef()).isEqualTo(HOUSE.ref());
    }
  }

  @Test
  void aRecordThatCannotBeUsedIsPassedOver() {
    try (RiskDriver risk = driver()) {
      risk.raw("child/c-rowan|ATTRIBUTED_EVENT|x.0", new byte[] {1, 2, 3});
      risk.raw("child/c-rowan|ATTRIBUTED_EVENT|gone.0", null);
      risk.arrives(risk.log.event(ROWAN, "e1", "EDU-NEG-01", MONDAY.minus(days(20))));
      risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));

      assertThat(risk.decisions()).containsExactly("RAISE P05 S2");
    }
  }

  @Test
  void theStoryClockIsReportedOnlyWhenNothingIsDueAnyMore() {
    try (RiskDriver risk = driver()) {
      risk.passes(MONDAY);
      assertThat(risk.reached()).extracting(r -> r.getInstant()).containsExactly(MONDAY);
      risk.passes(MONDAY);
      assertThat(risk.reached()).isEmpty();
      risk.passes(MONDAY.plusSeconds(60));
      assertThat(risk.reached())
          .extracting(r -> r.getInstant())
          .containsExactly(MONDAY.plusSeconds(60));
    }
  }

  @Test
  void whatIsDueIsShownUntilItIsDone() {
    Instant back = MONDAY.minus(Duration.ofHours(9));
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.event(ROWAN, "m1", "POL-MIS-01", MONDAY.minus(Duration.ofHours(20))));
      risk.arrives(risk.log.event(ROWAN, "m2", "POL-MIS-02", back));
      assertThat(risk.subjects().getLast().getClocks())
          .singleElement()
          .satisfies(
              clock -> {
                assertThat(clock.getWhat()).isEqualTo("A return home interview");
                assertThat(clock.getSince()).isEqualTo(back);
                assertThat(clock.getDueAt()).isEqualTo(back.plus(Duration.ofDays(3)));
                assertThat(clock.getHandlingClass()).isEqualTo(HandlingClassCode.H1);
              });
      risk.drain();
      risk.arrives(risk.log.event(ROWAN, "e1", "EDU-ATT-01", MONDAY));
      assertThat(risk.subjects()).isEmpty();
      risk.arrives(risk.log.event(ROWAN, "m3", "VCS-RHI-01", MONDAY));
      assertThat(risk.subjects()).singleElement().matches(facts -> facts.getClocks().isEmpty());
    }
  }

  @Test
  void howMuchIsToldOfASubjectIsShownForTheOrderOfListsWheneverItChanges() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.event(ROWAN, "e1", "EDU-PHY-01", MONDAY));
      LoadRecord first = risk.subjects().getLast().getLoad().orElseThrow();
      assertThat(first.getAt()).isEqualTo(MONDAY);
      assertThat(first.getTerms())
          .singleElement()
          .satisfies(
              term -> {
                assertThat(term.getHandlingClass()).isEqualTo(HandlingClassCode.H1);
                assertThat(term.getHalfLifeDays()).isEqualTo(180);
                assertThat(term.getSum()).isEqualTo(3);
                assertThat(term.getFloor()).isEqualTo(3);
              });
      risk.drain();
      risk.arrives(risk.log.event(ROWAN, "e2", "EDU-ATT-01", MONDAY));
      assertThat(risk.subjects()).as("a fact is no concern").isEmpty();
      risk.arrives(risk.log.event(ROWAN, "e3", "EDU-PHY-01", MONDAY.plusSeconds(60)));
      assertThat(risk.subjects())
          .singleElement()
          .satisfies(
              facts ->
                  assertThat(facts.getLoad().orElseThrow().getTerms().getFirst().getSum())
                      .isBetween(5.99, 6.0));
    }
  }

  @Test
  void aDateOfBirthIsKeptSealed() {
    try (RiskDriver risk = driver()) {
      risk.arrives(risk.log.born(ROWAN, LocalDate.parse("2019-03-14"), MONDAY));

      assertThat(risk.subjects()).hasSize(1).allMatch(s -> s.getDateOfBirth().isPresent());
      assertThat(String.join("\n", risk.contents()))
          .doesNotContain(
              java.util.HexFormat.of()
                  .formatHex("2019-03-14".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }

  @Test
  void afterARestartFromItsChangelogsATaskGoesOnAsIfNothingHadHappened() {
    Instant due = MONDAY.plus(Duration.ofHours(5));
    List<String> uninterrupted;
    List<String> stores;
    List<RiskDriver.Kept> changelogs;
    RiskDriver first = raised();
    try (first) {
      first.drain();
      stores = first.contents();
      changelogs = first.changelogs();
      first.passes(due);
      uninterrupted = first.pictures();
    }
    try (RiskDriver second =
        new RiskDriver(folder.resolve("second"), MONDAY, first.keys, "token-2")) {
      second.restore(changelogs);
      assertThat(second.contents()).isEqualTo(stores);

      second.passes(due);

      assertThat(second.pictures()).isEqualTo(uninterrupted).hasSize(1);
      assertThat(second.arrives(second.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY)).decisions())
          .isEmpty();
    }
  }

  @Test
  void whatAReleaseBeforeKeptInASummaryIsStillKnown() {
    List<RiskDriver.Kept> changelogs;
    RiskDriver first = raised();
    try (first) {
      changelogs = inSummaries(first.changelogs());
    }
    Path other = folder.resolve("second");
    try (RiskDriver second = new RiskDriver(other, MONDAY, first.keys, "token-2")) {
      second.restore(changelogs);

      second.arrives(second.log.event(ROWAN, "e3", "EDU-PHY-01", MONDAY.plusSeconds(60)));

      assertThat(second.decisions())
          .as("it goes on, and is not raised again")
          .contains("NOTHING P05 S2")
          .doesNotContain("RAISE P05 S2");
      assertThat(second.changelogs()).anyMatch(kept -> kept.store().equals(Stored.PUBLISHED));
      second.arrives(second.log.event(ROWAN, "e4", "EDU-PHY-01", MONDAY.plusSeconds(120)));
      assertThat(second.decisions()).doesNotContain("RAISE P05 S2");
    }
  }

  /** The one finding that was published, where it was kept before it had a store of its own. */
  private static List<RiskDriver.Kept> inSummaries(List<RiskDriver.Kept> changelogs) {
    String finding =
        changelogs.stream()
            .filter(kept -> kept.store().equals(Stored.PUBLISHED))
            .reduce((_, later) -> later)
            .map(kept -> new String(kept.value(), UTF_8))
            .orElseThrow();
    return changelogs.stream()
        .filter(kept -> !kept.store().equals(Stored.PUBLISHED))
        .map(
            kept ->
                kept.store().equals(Stored.SUBJECTS) && kept.key().equals(ROWAN.typed())
                    ? new RiskDriver.Kept(
                        kept.store(), kept.key(), with(finding, new String(kept.value(), UTF_8)))
                    : kept)
        .toList();
  }

  private static byte[] with(String finding, String summary) {
    return ("{\"findings\":[" + finding + "],\"notices\":[]," + summary.substring(1))
        .getBytes(UTF_8);
  }

  @Test
  void nothingIsWrittenBeforeTheTaskHasReadBackItsOwnMarker() {
    try (RiskDriver risk = raised()) {
      risk.drain();
      risk.clock.set(MONDAY.plus(days(3)));
      RiskDriver later = new RiskDriver(folder.resolve("later"), MONDAY, risk.keys, "token-2");
      try (later) {
        later.restore(risk.changelogs());
        later.clock.set(MONDAY.plus(days(3)));
        later.tick();
        assertThat(later.written())
            .extracting(written -> written.value.getKind())
            .containsExactly(SubjectEventKind.BARRIER);
        assertThat(later.writtenActions()).isEmpty();
        later.tick();
        assertThat(later.writtenActions()).hasSize(1);
      }
    }
  }

  private RiskDriver driver() {
    return new RiskDriver(folder, MONDAY.minus(days(30)));
  }

  /**
   * With one open alert of P05 about Rowan, raised on Monday morning; its outputs are still to be
   * read.
   */
  private RiskDriver raised() {
    RiskDriver risk = driver();
    risk.passes(MONDAY.minus(days(30)));
    risk.arrives(risk.log.event(ROWAN, "e1", "EDU-NEG-01", MONDAY.minus(days(20))));
    risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));
    return risk;
  }

  private static SubjectEventRecord correction(
      RiskDriver risk, String id, String supersedes, Instant at) {
    return Log.wrap(
        ROWAN,
        SubjectEventKind.ATTRIBUTED_EVENT,
        id + ".0",
        at,
        risk.log
            .body(ROWAN, id, "ADM-COR-01", MONDAY, at)
            .setFeed("feed-EDU")
            .setSupersedes(supersedes)
            .setAttributes(List.of(yes("retracts")))
            .build());
  }

  private static AttributeRecord yes(String attribute) {
    return AttributeRecord.newBuilder().setName(attribute).setValue(true).build();
  }

  private static List<String> contextKeys(RiskDriver risk) {
    return risk.written().stream()
        .map(kv -> kv.key)
        .filter(key -> key.contains("|HOUSEHOLD_CONTEXT|"))
        .toList();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
