package org.safeguardinghub.risk.topology.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.identifiers.TestNumbers;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.risk.identity.ChildRefs;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.CarriedEntryRecord;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.IdentityBasis;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskOutcome;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.safeguardinghub.schemas.LinkConfidence;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectFactKind;
import org.safeguardinghub.schemas.SubjectFactRecord;

final class IdentityTopologyTest {
  private static final String ROWAN =
      """
      {"givenNames":"Rowan","familyName":"Applecrumb","dateOfBirth":"2015-03-14","school":"Tumbledown"}""";
  private static final String NOBODY = "{}";

  private final TwoTopologies hub = new TwoTopologies(false);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void anUnknownPersonBecomesAChildAndTheEventGoesOnInTheSameBreath() {
    hub.receive(hub.sent.concern("e1", ROWAN));
    String child = child("event-person-e1");
    assertThat(keys())
        .containsExactly(
            "child/" + child + "|ATTRIBUTED_EVENT|e1.0",
            "child/" + child + "|SUBJECT_FACT|DATE_OF_BIRTH.e1.0");
    assertThat(hub.ledger)
        .singleElement()
        .returns(IdentityDecisionKind.CREATED, IdentityDecisionRecord::getKind)
        .returns(IdentityBasis.NEW, IdentityDecisionRecord::getBasis);
    assertThat(hub.links)
        .singleElement()
        .returns(LinkConfidence.CONFIRMED, link -> link.getConfidence())
        .returns(child, link -> link.getChildRef());
    assertThat(fates()).containsExactly(Fate.ATTRIBUTED);
  }

  @Test
  void aKnownPersonWithUnchangedClaimsDoesNotPassTheLinker() {
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    hub.receive(hub.sent.concern("e2", ROWAN, Sent.person("p1")));
    assertThat(hub.requests).hasSize(1);
    assertThat(keys()).contains("child/" + child("p1") + "|ATTRIBUTED_EVENT|e2.0");
    assertThat(fates()).containsExactly(Fate.ATTRIBUTED, Fate.ATTRIBUTED);
  }

  @Test
  void changedClaimsPassTheLinkerAndKeepTheChild() {
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    String before = child("p1");
    hub.receive(hub.sent.concern("e2", NOBODY, Sent.person("p1")));
    assertThat(hub.requests).hasSize(2);
    assertThat(child("p1")).isEqualTo(before);
    assertThat(hub.ledger).hasSize(1);
  }

  @Test
  void twoFeedsMeetByNhsNumberAndNameAndTheLedgerSaysWhy() {
    String nhs = TestNumbers.nhsNumber(3).value();
    hub.receive(
        hub.sent.concern(
            "e1", ROWAN.replace("}", ",\"nhsNumber\":\"" + nhs + "\"}"), Sent.person("p1")));
    hub.receive(
        hub.sent.concern(
            "e2",
            "{\"fullName\":\"APPLECRUMB Rowan M\",\"nhsNumber\":\"" + nhs + "\"}",
            IdentityTopologyTest::fromHealth));
    assertThat(child("h2")).isEqualTo(child("p1"));
    IdentityDecisionRecord linked = hub.ledger.getLast();
    assertThat(linked.getKind()).isEqualTo(IdentityDecisionKind.LINKED);
    assertThat(linked.getBasis()).isEqualTo(IdentityBasis.NHS_NUMBER);
    assertThat(linked.getComparisons().toString()).contains("name", "AGREE");
  }

  @Test
  void anEventStandsUnderEachOfItsScopes() {
    hub.receive(hub.sent.concern("e1", ROWAN, IdentityTopologyTest::scoped));
    String child = child("event-person-e1");
    assertThat(keys())
        .contains(
            "child/" + child + "|ATTRIBUTED_EVENT|e1.0",
            "household/hh1|ATTRIBUTED_EVENT|e1.0",
            "place/pl1|ATTRIBUTED_EVENT|e1.0",
            "setting/se1|ATTRIBUTED_EVENT|e1.0",
            "household/hh1|SUBJECT_FACT|HOUSEHOLD_MEMBER.child." + child + ".e1.0");
    assertThat(event("household/hh1|ATTRIBUTED_EVENT|e1.0").getMembers()).containsExactly(child);
    assertThat(fact(SubjectFactKind.HOUSEHOLD_MEMBER).getValue()).contains("child/" + child);
  }

  @Test
  void aProtectedLocationStandsUnderNoPlaceAndNoSetting() {
    hub.receive(
        hub.sent.concern("e1", ROWAN, b -> Sent.handled(HandlingClassCode.H4).apply(scoped(b))));
    assertThat(keys()).noneMatch(key -> key.startsWith("place/") || key.startsWith("setting/"));
    AttributedEventRecord event =
        event("child/" + child("event-person-e1") + "|ATTRIBUTED_EVENT|e1.0");
    assertThat(event.getPlaceRef()).isEmpty();
    assertThat(event.getSettingRef()).isEmpty();
  }

  @Test
  void anEventAboutAHouseholdAloneStandsUnderItAndMakesNoChild() {
    hub.receive(
        hub.sent.concern("e1", "{\"household\":{\"ref\":\"T1\"}}", b -> b.setHouseholdRef("hh1")));
    assertThat(keys()).containsExactly("household/hh1|ATTRIBUTED_EVENT|e1.0");
    assertThat(hub.links).isEmpty();
    assertThat(fates()).containsExactly(Fate.ATTRIBUTED);
  }

  @Test
  void theNarrativeIsSealedAnewUnderThePersonsOwnKey() {
    hub.receive(
        hub.sent.concern("e1", ROWAN, b -> b.setLocation(hub.sent.sealed("e1", "Mill Lane"))));
    AttributedEventRecord event =
        event("child/" + child("event-person-e1") + "|ATTRIBUTED_EVENT|e1.0");
    assertThat(event.getNarrative().orElseThrow().getKeyRef()).isEqualTo("person:event-person-e1");
    assertThat(event.getLocation().orElseThrow().getKeyRef()).isEqualTo("location:event-person-e1");
    assertThat(hub.people.open(SealedCodec.fromRecord(event.getNarrative().orElseThrow())))
        .contains("Seen alone at night");
    assertThat(event.getNarrative().orElseThrow().getAssociatedId()).isEqualTo("e1");
    assertThat(hub.keys.openText(SealedCodec.fromRecord(event.getDateOfBirth().orElseThrow())))
        .isEqualTo("2015-03-14");
  }

  @Test
  void aFactAboutNobodyWhoIsHeldEndsAndLeavesNothing() {
    hub.receive(hub.sent.concern("e1", ROWAN, b -> b.setType("ED-ATT-01")));
    assertThat(hub.subjects).isEmpty();
    assertThat(hub.links).isEmpty();
    assertThat(fates()).containsExactly(Fate.NOT_HELD);
  }

  @Test
  void aDoubtWaitsForAStewardWithItsEventHeld() {
    hub.receive(hub.sent.concern("e1", "{\"familyName\":\"Marlinspike\"}"));
    assertThat(hub.subjects).isEmpty();
    IdentityTaskRecord task = hub.tasks.getLast();
    assertThat(task.getOutcome()).isEqualTo(IdentityTaskOutcome.NO_NAME);
    assertThat(task.getConcern()).isPresent();
    // Monday, level 2: five working days.
    assertThat(task.getDueAt()).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
    assertThat(fates()).containsExactly(Fate.AWAITING_IDENTITY);
  }

  @Test
  void aStewardsAnswerSendsTheHeldEventOn() {
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    hub.receive(hub.sent.concern("e2", "{\"fullName\":\"Rowan Applecrumb\"}"));
    IdentityTaskRecord task = hub.tasks.getLast();
    hub.rule(ruling(task, IdentityRulingDecision.SAME, child("p1")));
    assertThat(task.getOutcome()).isEqualTo(IdentityTaskOutcome.POTENTIAL);
    assertThat(keys()).contains("child/" + child("p1") + "|ATTRIBUTED_EVENT|e2.0");
    assertThat(hub.tasks.getLast().getState()).isEqualTo(IdentityTaskState.ANSWERED);
    assertThat(hub.tasks.getLast().getConcern()).isEmpty();
    assertThat(hub.ledger.getLast().getBasis()).isEqualTo(IdentityBasis.STEWARD);
    assertThat(fates()).containsExactly(Fate.ATTRIBUTED, Fate.AWAITING_IDENTITY, Fate.ATTRIBUTED);
  }

  @Test
  void aStewardsNoMakesAChildAndIsRemembered() {
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    hub.receive(hub.sent.concern("e2", "{\"fullName\":\"Rowan Applecrumb\"}", Sent.person("p2")));
    hub.rule(ruling(hub.tasks.getLast(), IdentityRulingDecision.DIFFERENT, null));
    hub.receive(
        hub.sent.concern(
            "e3", "{\"fullName\":\"Rowan Applecrumb\",\"sex\":\"M\"}", Sent.person("p2")));
    assertThat(child("p2")).isNotEqualTo(child("p1"));
    assertThat(hub.ledger)
        .extracting(IdentityDecisionRecord::getKind)
        .contains(IdentityDecisionKind.NEVER_LINK);
    assertThat(keys()).contains("child/" + child("p2") + "|ATTRIBUTED_EVENT|e3.0");
  }

  @Test
  void oneAnswerSettlesEveryQuestionAboutTheSamePerson() {
    hub.receive(hub.sent.concern("e1", "{\"familyName\":\"Marlinspike\"}", Sent.person("p1")));
    hub.receive(
        hub.sent.concern(
            "e2", "{\"familyName\":\"Marlinspike\",\"sex\":\"M\"}", Sent.person("p1")));
    hub.rule(ruling(hub.tasks.getFirst(), IdentityRulingDecision.NEW, null));
    String child = child("p1");
    assertThat(keys())
        .contains(
            "child/" + child + "|ATTRIBUTED_EVENT|e1.0",
            "child/" + child + "|ATTRIBUTED_EVENT|e2.0");
  }

  @Test
  void anAnswerTwiceOrToNothingChangesNothing() {
    hub.receive(hub.sent.concern("e1", "{\"familyName\":\"Marlinspike\"}"));
    IdentityRulingRecord ruling = ruling(hub.tasks.getLast(), IdentityRulingDecision.NEW, null);
    hub.rule(ruling);
    int before = hub.everything.size();
    hub.rule(ruling);
    hub.rule(IdentityRulingRecord.newBuilder(ruling).setTaskId("q-unknown").build());
    assertThat(hub.everything).hasSize(before);
  }

  @Test
  void anAnswerThatNamesNoHeldChildLeavesTheQuestionOpen() {
    hub.receive(hub.sent.concern("e1", "{\"familyName\":\"Marlinspike\"}"));
    hub.rule(ruling(hub.tasks.getLast(), IdentityRulingDecision.SAME, "c-nobody"));
    assertThat(hub.tasks).hasSize(1);
    assertThat(hub.subjects).isEmpty();
  }

  @Test
  void urgentContentGoesOnUnconfirmedUntilAStewardSettlesIt() {
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    hub.receive(
        hub.sent.concern(
            "e2", "{\"givenNames\":\"Rowan\",\"familyName\":\"Applecrumb\"}", urgent("p2")));
    String provisional = provisional("e2.0");
    assertThat(
            event("child/" + provisional + "|ATTRIBUTED_EVENT|e2.0.unconfirmed")
                .getIdentityConfirmed())
        .isFalse();
    assertThat(hub.dispositions.getLast().getFate()).isEqualTo(Fate.UNCONFIRMED);
    int before = hub.subjects.size();
    hub.rule(ruling(hub.tasks.getLast(), IdentityRulingDecision.SAME, child("p1")));
    String child = child("p1");
    assertThat(keys().subList(before, hub.subjects.size()))
        .containsExactly(
            "child/" + provisional + "|MOVED|SETTLED.e2.0",
            "household/hh1|ATTRIBUTED_EVENT|e2.0",
            "household/hh1|SUBJECT_FACT|HOUSEHOLD_MEMBER.child." + child + ".e2.0");
    assertThat(moved(MoveDirection.OUT).getCarried().orElseThrow().getEntries())
        .as("the confirmed event arrives together with what was found about it")
        .extracting(CarriedEntryRecord::getKind, CarriedEntryRecord::getRecordId)
        .containsExactly(tuple(SubjectEventKind.ATTRIBUTED_EVENT, "e2.0"));
    assertThat(hub.dispositions.getLast().getFate()).isEqualTo(Fate.ATTRIBUTED);
    assertThat(child("p2")).isEqualTo(child);
  }

  @Test
  void urgentContentWaitsTwoSecondsForTheLinkerAndNoLonger() {
    hub.linkerAway(true);
    hub.receive(hub.sent.concern("e1", ROWAN, urgent("p1")));
    hub.wait(Duration.ofMillis(1800));
    assertThat(hub.subjects).isEmpty();
    hub.wait(Duration.ofMillis(400));
    String provisional = provisional("e1.0");
    assertThat(keys())
        .containsExactly("child/" + provisional + "|ATTRIBUTED_EVENT|e1.0.unconfirmed");
    assertThat(fates()).containsExactly(Fate.UNCONFIRMED);

    hub.linkerAway(false);
    String child = child("p1");
    assertThat(child).isNotEqualTo(provisional);
    assertThat(keys())
        .contains(
            "child/" + child + "|ATTRIBUTED_EVENT|e1.0",
            "child/" + provisional + "|MOVED|SETTLED.e1.0",
            "child/" + child + "|MOVED|SETTLED.e1.0");
    assertThat(moved(MoveDirection.OUT).getTo().getRef()).isEqualTo(child);
    assertThat(hub.dispositions.getLast().getFate()).isEqualTo(Fate.ATTRIBUTED);
  }

  @Test
  void anAnswerInTimeLeavesNothingWaiting() {
    hub.receive(hub.sent.concern("e1", ROWAN, urgent("p1")));
    hub.wait(Duration.ofSeconds(5));
    assertThat(hub.requests).hasSize(1);
    assertThat(fates()).containsExactly(Fate.ATTRIBUTED);
  }

  @Test
  void aRepeatOfAnEventWithoutAPersonReferenceChangesNothing() {
    hub.receive(hub.sent.concern("e1", ROWAN));
    hub.receive(hub.sent.concern("e2", "{\"familyName\":\"Marlinspike\"}"));
    int before = hub.subjects.size();
    hub.receive(hub.sent.concern("e1", ROWAN));
    hub.receive(hub.sent.concern("e2", "{\"familyName\":\"Marlinspike\"}"));
    assertThat(hub.subjects).hasSize(before);
    assertThat(hub.tasks).hasSize(1);
    assertThat(hub.ledger).hasSize(1);
  }

  @Test
  void aRepeatOfAKnownPersonsEventUsesTheSameKeys() {
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    List<String> first = List.copyOf(keys());
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    assertThat(first).containsAll(keys());
  }

  @Test
  void anUnbornChildMovesWithItsBirth() {
    String mother = TestNumbers.nhsNumber(10).value();
    hub.receive(
        hub.sent.concern(
            "e1",
            "{\"unborn\":{\"expectedDate\":\"2026-06-11\"},\"mother\":{\"nhsNumber\":\"%s\"}}"
                .formatted(mother),
            b -> b.setHouseholdRef("hh1")));
    hub.receive(
        hub.sent.concern(
            "e2",
            "{\"familyName\":\"Thimblewick\",\"dateOfBirth\":\"2026-02-28\",\"mother\":{\"nhsNumber\":\"%s\"}}"
                .formatted(mother),
            b -> b.setType("MAT-BIR-01")));
    String child = child("event-person-e1");
    assertThat(keys())
        .containsExactly(
            "unborn/" + child + "|ATTRIBUTED_EVENT|e1.0",
            "household/hh1|ATTRIBUTED_EVENT|e1.0",
            "household/hh1|SUBJECT_FACT|HOUSEHOLD_MEMBER.unborn." + child + ".e1.0",
            "unborn/" + child + "|SUBJECT_FACT|EXPECTED_DATE.e1.0",
            "unborn/" + child + "|MOVED|BIRTH.e2.0",
            "household/hh1|SUBJECT_FACT|HOUSEHOLD_MEMBER.child." + child + ".e2.0",
            "child/" + child + "|ATTRIBUTED_EVENT|e2.0",
            "household/hh1|ATTRIBUTED_EVENT|e2.0",
            "household/hh1|SUBJECT_FACT|HOUSEHOLD_MEMBER.child." + child + ".e2.0",
            "child/" + child + "|SUBJECT_FACT|DATE_OF_BIRTH.e2.0");
    assertThat(moved(MoveDirection.OUT).getEventIds()).containsExactly("e1");
    assertThat(moved(MoveDirection.OUT).getCarried())
        .as("whoever keeps the unborn child's log sends it on")
        .isPresent();
  }

  @Test
  void unreadableBytesAreASteppingStoneNotAStop() {
    String topic = "concerns.fablewick-police.v1";
    hub.receiveBytes(topic, "p9", new byte[] {9, 9, 9});
    hub.receive(hub.sent.concern("e1", ROWAN));
    assertThat(fates()).containsExactly(Fate.ATTRIBUTED);
  }

  @Test
  void claimsThatDoNotOpenAreSaidSo() {
    hub.receive(
        hub.sent.concern(
            "e1", ROWAN, b -> b.setClaims(new Sent(HubKeys.generate()).sealed("e1", ROWAN))));
    assertThat(hub.dispositions).singleElement().returns("e1", d -> d.getEventId().orElseThrow());
    assertThat(hub.dispositions.getFirst().getReasonCode()).contains("CLAIMS_UNREADABLE");
  }

  @Test
  void anErasedPersonIsNobodysCandidate() {
    hub.receive(hub.sent.concern("e1", ROWAN, Sent.person("p1")));
    hub.people.destroy("p1");
    hub.receive(hub.sent.concern("e2", ROWAN));
    assertThat(child("event-person-e2")).isNotEqualTo(child("p1"));
  }

  private UnaryOperator<ConcernRecord.Builder> urgent(String person) {
    return b -> Sent.level(4).apply(Sent.person(person).apply(b)).setHouseholdRef("hh1");
  }

  private static ConcernRecord.Builder scoped(ConcernRecord.Builder b) {
    return b.setHouseholdRef("hh1").setPlaceRef("pl1").setSettingRef("se1");
  }

  private static ConcernRecord.Builder fromHealth(ConcernRecord.Builder b) {
    return b.setFeed("fablewick-nhs")
        .setPublisher(Sent.publisher("fablewick-nhs", "HLT"))
        .setPersonRef("h2")
        .setPersonRefStable(true)
        .setType("HOS-WNB-02");
  }

  private IdentityRulingRecord ruling(
      IdentityTaskRecord task, IdentityRulingDecision decision, @Nullable String child) {
    return IdentityRulingRecord.newBuilder()
        .setTaskId(task.getTaskId())
        .setDecision(decision)
        .setChildRef(child)
        .setActor("p-identity-steward")
        .setReason(
            SealedCodec.toRecord(hub.keys.sealText(HubKeys.REASON, task.getTaskId(), "seen")))
        .setAt(TwoTopologies.NOW)
        .build();
  }

  private String provisional(String eventKey) {
    return ChildRefs.provisional(hub.keys::hash, eventKey);
  }

  private String child(String personRef) {
    return hub.links.stream()
        .filter(link -> link.getPersonRef().equals(personRef))
        .reduce((_, later) -> later)
        .orElseThrow()
        .getChildRef();
  }

  private List<String> keys() {
    return hub.subjects.stream().map(record -> record.key()).toList();
  }

  private List<Fate> fates() {
    return hub.dispositions.stream().map(DispositionRecord::getFate).toList();
  }

  private AttributedEventRecord event(String key) {
    return hub.subjects.stream()
        .filter(record -> record.key().equals(key))
        .map(record -> (AttributedEventRecord) record.value().getBody())
        .findFirst()
        .orElseThrow();
  }

  private SubjectFactRecord fact(SubjectFactKind kind) {
    return hub.subjects.stream()
        .filter(record -> record.value().getBody() instanceof SubjectFactRecord)
        .map(record -> (SubjectFactRecord) record.value().getBody())
        .filter(fact -> fact.getFact() == kind)
        .findFirst()
        .orElseThrow();
  }

  private MovedRecord moved(MoveDirection direction) {
    return hub.subjects.stream()
        .filter(record -> record.value().getBody() instanceof MovedRecord)
        .map(record -> (MovedRecord) record.value().getBody())
        .filter(body -> body.getDirection() == direction)
        .findFirst()
        .orElseThrow();
  }
}
