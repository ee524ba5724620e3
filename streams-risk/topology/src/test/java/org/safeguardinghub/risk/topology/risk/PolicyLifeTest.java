package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.topology.risk.Log.FERN;
import static org.safeguardinghub.risk.topology.risk.Log.ROWAN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.replay.History;
import org.safeguardinghub.risk.replay.Replay;
import org.safeguardinghub.risk.replay.ReplayReport;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AttributeRecord;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.HeldRulingDecision;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.HeldState;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;

/** A version is published with a date, becomes active, finds what the one before did not. */
final class PolicyLifeTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
  private static final int MANY = 60;
  private static final AttributeRecord FALTERING =
      AttributeRecord.newBuilder().setName("growthFaltering").setValue(true).build();

  @TempDir Path folder;

  @Test
  void aVersionBecomesActiveWhenItsDateComesAndNotBefore() {
    try (RiskDriver risk = hungry(ROWAN)) {
      risk.publishes(2, TUESDAY, PolicyLifeTest::wider);
      risk.passes(TUESDAY.minusMillis(1));
      assertThat(markers(risk)).isEmpty();
      assertThat(risk.decisions()).isEmpty();

      risk.passes(TUESDAY);

      assertThat(markers(risk)).hasSize(1);
      List<RiskDecisionRecord> decided = risk.decisionRecords();
      assertThat(decided)
          .singleElement()
          .satisfies(
              decision -> {
                assertThat(decision.getPattern()).isEqualTo("P05");
                assertThat(decision.getPolicyVersion()).isEqualTo(2);
                assertThat(decision.getHow()).contains("found by policy change");
                assertThat(decision.getBecause()).startsWith("Found by policy change: version 2");
              });
      risk.passes(WEDNESDAY);
      assertThat(markers(risk)).isEmpty();
    }
  }

  @Test
  void aVersionWhoseDateHasPassedBecomesActiveAtOnce() {
    try (RiskDriver risk = hungry(ROWAN)) {
      risk.publishes(2, MONDAY.minus(Duration.ofDays(5)), PolicyLifeTest::wider);
      risk.passes(MONDAY);

      assertThat(risk.decisions()).containsExactly("RAISE P05 S2");
    }
  }

  @Test
  void aDateThatPassedWhileTheTaskWasDownIsNoticedAtItsStart() {
    RiskDriver first = hungry(ROWAN);
    List<RiskDriver.Kept> changelogs;
    try (first) {
      changelogs = first.changelogs();
    }
    try (RiskDriver second =
        new RiskDriver(folder.resolve("second"), WEDNESDAY, first.keys, "token-2")) {
      second.restore(changelogs);
      second.publishes(2, TUESDAY, PolicyLifeTest::wider);
      second.passes(WEDNESDAY);

      assertThat(second.decisions()).containsExactly("RAISE P05 S2");
      assertThat(second.held()).hasSize(1);
    }
  }

  @Test
  void whatOnlyTheNewVersionFindsIsHeldAndReleasedByAnAdministrator() {
    try (RiskDriver risk = hungry(ROWAN)) {
      changed(risk);
      HeldFindingRecord waiting = risk.held().getFirst();
      assertThat(waiting.getState()).isEqualTo(HeldState.WAITING);
      assertThat(risk.alerts()).isEmpty();
      assertThat(risk.notifications()).isEmpty();
      assertThat(risk.dispositions()).isEmpty();

      risk.rules(waiting, HeldRulingDecision.RELEASE, WEDNESDAY);

      AlertRecord alert = risk.alerts().getFirst();
      assertThat(alert.getRaisedAt()).isEqualTo(WEDNESDAY);
      assertThat(alert.getFindings().getFirst().getBecause()).startsWith("Found by policy change");
      assertThat(risk.notifications())
          .extracting(NotificationRecord::getPersonId)
          .containsExactly("p-mash");
      assertThat(risk.dispositions()).hasSize(2);
      assertThat(risk.held())
          .extracting(HeldFindingRecord::getState)
          .containsExactly(HeldState.RELEASED);

      risk.rules(waiting, HeldRulingDecision.RELEASE, WEDNESDAY);
      assertThat(risk.alerts()).isEmpty();
    }
  }

  @Test
  void whatIsDeclinedIsToldToNobodyUntilSomethingNewStrengthensIt() {
    try (RiskDriver risk = hungry(ROWAN)) {
      changed(risk);
      HeldFindingRecord waiting = risk.held().getFirst();
      risk.rules(waiting, HeldRulingDecision.DECLINE, WEDNESDAY);

      HeldFindingRecord declined = risk.held().getFirst();
      assertThat(declined.getState()).isEqualTo(HeldState.DECLINED);
      assertThat(declined.getRuling().orElseThrow().getBy()).isEqualTo("p-administrator");
      assertThat(risk.alerts()).isEmpty();

      risk.decisions();
      risk.arrives(stronger(risk, WEDNESDAY.plusSeconds(60)));

      assertThat(risk.decisions()).containsExactly("STRENGTHEN P05 S1");
      assertThat(risk.alerts()).hasSize(1);
    }
  }

  @Test
  void anEventBetweenMarkerAndBatchIsJudgedByTheNewVersionAfterItsSubjectWas() {
    try (RiskDriver risk = manyHungry()) {
      risk.publishes(2, TUESDAY, PolicyLifeTest::wider);
      risk.clock.set(TUESDAY);
      firstBatch(risk);
      int before = risk.decisionRecords().size();
      assertThat(before).isPositive().isLessThan(MANY);

      // The last in the order of the store has not had its turn.
      SubjectRef last = SubjectRef.child("c-child-" + (10 + MANY - 1));
      risk.arrives(risk.log.event(last, "e-new", "EDU-ATT-01", TUESDAY.plusMillis(50)));

      List<RiskDecisionRecord> now = risk.decisionRecords();
      assertThat(now).extracting(d -> d.getSubject().getRef()).containsOnly(last.ref());
      assertThat(now).allMatch(decision -> decision.getPolicyVersion() == 2);
      assertThat(now.getFirst().getCauseRecordId()).isEqualTo("partnership-default/2/1");
      assertThat(risk.alerts()).isEmpty();

      risk.passes(TUESDAY.plusMillis(200));
      assertThat(before + now.size() + risk.decisionRecords().size()).isEqualTo(MANY);
    }
  }

  @Test
  void aRestartInTheMiddleGoesOnWhereItWas() {
    RiskDriver first = manyHungry();
    List<RiskDriver.Kept> changelogs;
    int done;
    try (first) {
      first.publishes(2, TUESDAY, PolicyLifeTest::wider);
      first.clock.set(TUESDAY);
      firstBatch(first);
      done = first.decisionRecords().size();
      changelogs = first.changelogs();
    }
    try (RiskDriver second =
        new RiskDriver(folder.resolve("second"), TUESDAY, first.keys, "token-2")) {
      second.restore(changelogs);
      second.publishes(2, TUESDAY, PolicyLifeTest::wider);
      second.passes(TUESDAY.plusSeconds(1));

      assertThat(done).isPositive().isLessThan(MANY);
      assertThat(second.decisionRecords()).hasSize(MANY - done);
      assertThat(markers(second)).isEmpty();
    }
  }

  @Test
  void aVersionThatSaysTheSameLooksAtNobodyAgain() {
    try (RiskDriver risk = hungry(ROWAN)) {
      risk.publishes(2, TUESDAY, text -> text);
      risk.passes(TUESDAY);
      risk.arrives(risk.log.event(ROWAN, "e9", "EDU-NEG-01", WEDNESDAY));

      assertThat(risk.decisionRecords())
          .isNotEmpty()
          .allMatch(decision -> decision.getPolicyVersion() == 2)
          .noneMatch(decision -> decision.getCauseRecordId().startsWith("partnership-default"));
    }
  }

  @Test
  void aTextThatCannotBeUsedStopsNothing() {
    try (RiskDriver risk = hungry(ROWAN)) {
      risk.publishes(2, TUESDAY, _ -> "nonsense");
      risk.passes(TUESDAY);
      risk.arrives(risk.log.event(ROWAN, "e9", "EDU-NEG-01", TUESDAY));

      assertThat(markers(risk)).isEmpty();
      assertThat(risk.decisionRecords())
          .isNotEmpty()
          .allMatch(decision -> decision.getPolicyVersion() == 1);
    }
  }

  @Test
  void administratorsAreToldOnceOfUrgentFindingsThatWait() {
    try (RiskDriver risk = driver()) {
      for (SubjectRef child : List.of(ROWAN, FERN)) {
        hunger(risk, child);
        risk.arrives(
            Log.wrap(
                child,
                SubjectEventKind.ATTRIBUTED_EVENT,
                "g-" + child.ref() + ".0",
                MONDAY,
                risk.log
                    .body(child, "g-" + child.ref(), "SCN-NEG-01", MONDAY, MONDAY)
                    .setAttributes(List.of(FALTERING))
                    .build()));
      }
      risk.drain();
      changed(risk);

      assertThat(risk.held())
          .filteredOn(held -> held.getFinding().getSeverity().name().equals("S1"))
          .hasSize(2);
      assertThat(risk.notifications())
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.getPersonId()).isEqualTo("p-administrator");
                assertThat(told.getTemplate().name()).isEqualTo("HELD_BY_POLICY");
                assertThat(told.toString()).doesNotContain("rowan", "fern");
              });
    }
  }

  @Test
  void replayEqualsLiveWithAChangeARulingAndEventsBetween() {
    try (RiskDriver risk = driver()) {
      Kept kept = new Kept();
      PolicyPublication shipped =
          PolicyPublication.of(
              PolicyFile.shipped(EventCatalogue.load()),
              PolicyFile.shippedText(),
              1,
              risk.clock.get());
      kept.events.addAll(shipped.markers().values());
      risk.passes(risk.clock.get());
      for (int i = 0; i < MANY; i++) {
        kept.arrive(risk, hungerRecords(risk, SubjectRef.child("c-child-" + (10 + i))));
      }
      Map<String, PolicyVersionRecord> versions = new TreeMap<>();
      versions.put(shipped.key(), shipped.version());
      versions.put("partnership-default/2", risk.publishes(2, TUESDAY, PolicyLifeTest::wider));
      risk.clock.set(TUESDAY);
      firstBatch(risk);
      kept.collect(risk);
      SubjectRef last = SubjectRef.child("c-child-" + (10 + MANY - 1));
      kept.arrive(
          risk, List.of(risk.log.event(last, "e-new", "EDU-PHY-01", TUESDAY.plusMillis(50))));
      risk.passes(TUESDAY.plusSeconds(5));
      kept.collect(risk);
      List<HeldFindingRecord> held = List.copyOf(kept.held);
      kept.rulings.add(
          risk.rules(held.get(0), HeldRulingDecision.RELEASE, TUESDAY.plusSeconds(60)));
      kept.rulings.add(
          risk.rules(held.get(1), HeldRulingDecision.DECLINE, TUESDAY.plusSeconds(61)));
      kept.arrive(risk, List.of(stronger(risk, WEDNESDAY)));
      risk.passes(WEDNESDAY.plus(Duration.ofDays(3)));
      kept.collect(risk);

      ReplayReport report =
          Replay.over(
              new History(
                  List.of(
                      new History.Partition(
                          kept.events, kept.actions, kept.decisions, kept.alerts, kept.rulings)),
                  risk.directoryEntries(),
                  versions,
                  0),
              risk.keys,
              null,
              null,
              Optional.empty());

      assertThat(kept.alerts).isNotEmpty();
      assertThat(report.onlyReplayed()).isEmpty();
      assertThat(report.onlyLive()).isEmpty();
      assertThat(report.alertDifferences()).isEmpty();
    }
  }

  /** What a run leaves on its topics. */
  private static final class Kept {
    private final List<SubjectEventRecord> events = new ArrayList<>();
    private final List<AlertActionRecord> actions = new ArrayList<>();
    private final List<RiskDecisionRecord> decisions = new ArrayList<>();
    private final List<AlertRecord> alerts = new ArrayList<>();
    private final List<HeldFindingRecord> held = new ArrayList<>();
    private final List<HeldRulingRecord> rulings = new ArrayList<>();

    void arrive(RiskDriver risk, List<SubjectEventRecord> records) {
      for (SubjectEventRecord record : records) {
        risk.arrives(record);
        events.add(record);
        collect(risk);
      }
    }

    void collect(RiskDriver risk) {
      risk.written().stream().map(written -> written.value).forEach(events::add);
      actions.addAll(risk.writtenActions());
      decisions.addAll(risk.decisionRecords());
      alerts.addAll(risk.alerts());
      held.addAll(risk.held());
    }
  }

  private static String wider(String yaml) {
    String narrow = "injuries: {sets: [UNEXPLAINED_INJURY]}\n      windowDays: 90";
    assertThat(yaml).containsOnlyOnce(narrow);
    return yaml.replace(narrow, narrow.replace("90", "200"));
  }

  /** The tick that writes the marker, and the one that looks at the first subjects. */
  private static void firstBatch(RiskDriver risk) {
    risk.tick();
    risk.tick();
  }

  private static void changed(RiskDriver risk) {
    risk.publishes(2, TUESDAY, PolicyLifeTest::wider);
    risk.passes(TUESDAY);
  }

  private RiskDriver driver() {
    return new RiskDriver(folder.resolve("first"), MONDAY.minus(Duration.ofDays(200)));
  }

  /** Hunger and an injury, too far apart for the shipped policy. */
  private RiskDriver hungry(SubjectRef child) {
    RiskDriver risk = driver();
    hunger(risk, child);
    assertThat(risk.decisions()).isEmpty();
    risk.drain();
    return risk;
  }

  private RiskDriver manyHungry() {
    RiskDriver risk = driver();
    risk.passes(MONDAY.minus(Duration.ofDays(200)));
    for (int i = 0; i < MANY; i++) {
      hunger(risk, SubjectRef.child("c-child-" + (10 + i)));
    }
    risk.drain();
    return risk;
  }

  private static void hunger(RiskDriver risk, SubjectRef child) {
    hungerRecords(risk, child).forEach(risk::arrives);
  }

  private static List<SubjectEventRecord> hungerRecords(RiskDriver risk, SubjectRef child) {
    Instant then = MONDAY.minus(Duration.ofDays(150));
    return List.of(
        risk.log.event(child, "f-" + child.ref(), "EDU-NEG-01", then),
        risk.log.event(child, "i-" + child.ref(), "EDU-PHY-01", MONDAY));
  }

  private static SubjectEventRecord stronger(RiskDriver risk, Instant at) {
    return Log.wrap(
        ROWAN,
        SubjectEventKind.ATTRIBUTED_EVENT,
        "e-stronger.0",
        at,
        risk.log
            .body(ROWAN, "e-stronger", "SCN-NEG-01", at, at)
            .setAttributes(List.of(FALTERING))
            .build());
  }

  private static List<KeyValue<String, SubjectEventRecord>> markers(RiskDriver risk) {
    return risk.written().stream()
        .filter(written -> written.value.getKind() == SubjectEventKind.POLICY_ACTIVATED)
        .toList();
  }
}
