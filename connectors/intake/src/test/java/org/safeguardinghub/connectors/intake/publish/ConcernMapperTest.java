package org.safeguardinghub.connectors.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.codec.FramedSerializer;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.Assertion;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.OccurredPrecision;
import org.safeguardinghub.schemas.SealedRecord;

final class ConcernMapperTest {
  private static final HubKeys KEYS = HubKeys.generate();

  private final RecordingSender sender = new RecordingSender();
  private final Intake intake =
      Intake.of(
          "connector-test",
          KEYS,
          new InMemoryReceipts(),
          sender,
          Runnable::run,
          InstantSource.fixed(Messages.NOW));

  @Test
  void recordCarriesTheEnvelopeWithHashesAndSealedWords() {
    ConcernRecord record = only(Senders.SCHOOL, Messages.concern());
    assertThat(record.getPublisher().getAgency()).isEqualTo("thistledown-primary");
    assertThat(record.getPublisher().getFamily()).isEqualTo("EDU");
    assertThat(record.getType()).isEqualTo("EDU-NEG-01");
    assertThat(record.getReceivedAt()).isEqualTo(Messages.NOW);
    assertThat(record.getOccurredPrecision()).isEqualTo(OccurredPrecision.EXACT);
    assertThat(record.getLevel().getEffective()).isEqualTo(2);
    assertThat(record.getLevel().getMapVersion()).isEqualTo("england-default/1");
    assertThat(record.getAssertion()).isEqualTo(Assertion.REPORTED);
    assertThat(record.getHandling().getHandlingClass()).isEqualTo(HandlingClassCode.H1);
    assertThat(record.getCountable()).isTrue();
    assertThat(record.getPersonRefStable()).isTrue();
    assertThat(open(record.getNarrative())).isEqualTo("Quibblewort took food from a bin.");
    assertThat(open(Optional.of(record.getClaims()))).contains("9994001310");
    assertThat(open(record.getLocation())).contains("990000000044");
    assertThat(record.getClaims().getAssociatedId()).isEqualTo(Messages.EVENT_ID);
  }

  @Test
  void whatIsKeptInTheOutboxIsPublishedAsTheSerializerWouldWriteIt() {
    ConcernRecord record = only(Senders.SCHOOL, Messages.concern());
    FramedSerializer<ConcernRecord> serializer =
        AvroSerdes.of(Map.of("schema.registry.url", "mock://outbox", "auto.register.schemas", true))
            .serializer(ConcernRecord.class);
    byte[] written = serializer.serialize("concerns.v1", record);
    assertThat(
            serializer.serialize(
                "concerns.v1", record, Publication.accepted(List.of(record)).body(0)))
        .isEqualTo(written);
  }

  @Test
  void householdsAgreeAcrossFeedsAndPersonsDoNot() {
    ObjectNode police =
        Messages.concern().put("type", "POL-DA-01").put("householdRef", " 990000000044 ");
    ConcernRecord school = only(Senders.SCHOOL, Messages.concern());
    ConcernRecord other = only(Senders.POLICE, police);
    assertThat(other.getHouseholdRef()).isPresent().isEqualTo(school.getHouseholdRef());
    assertThat(other.getPersonRef()).isNotEqualTo(school.getPersonRef());
  }

  @Test
  void aHouseholdThatIsOnlyClaimedIsLeftToIdentity() {
    ObjectNode housing = Messages.concern();
    housing.remove("householdRef");
    ((ObjectNode) housing.at("/subjects/0/claims"))
        .putObject("household")
        .put("uprn", "990000000044");
    assertThat(only(Senders.SCHOOL, housing).getHouseholdRef())
        .as("a house has many doors")
        .isEmpty();
  }

  @Test
  void fingerprintFollowsDemographicsNotSpelling() {
    ObjectNode spelt = Messages.concern().put("eventId", "0f6f4f3a-66f8-4d3a-9c57-1b2f6a7a1c02");
    ObjectNode claims = (ObjectNode) spelt.at("/subjects/0/claims");
    claims
        .put("familyName", " QUIBBLEWORT")
        .put("nhsNumber", "999 400 1310")
        .put("note", "new form");
    ObjectNode moved = Messages.concern().put("eventId", "0f6f4f3a-66f8-4d3a-9c57-1b2f6a7a1c03");
    ((ObjectNode) moved.at("/subjects/0/claims")).put("dateOfBirth", "2016-05-05");
    String fingerprint = only(Senders.SCHOOL, Messages.concern()).getFingerprint();
    assertThat(only(Senders.SCHOOL, spelt).getFingerprint()).isEqualTo(fingerprint);
    assertThat(only(Senders.SCHOOL, moved).getFingerprint()).isNotEqualTo(fingerprint);
  }

  @Test
  void eachSubjectHasItsRecordAndOneWithoutReferenceIsOfThisEventOnly() {
    ObjectNode message = Messages.concern();
    message.set(
        "subjects",
        Messages.tree("{\"s\": [{\"claims\": {\"givenNames\": \"A\"}}, {\"role\": \"sibling\"}]}")
            .get("s"));
    List<ConcernRecord> records = map(Senders.SCHOOL, message);
    assertThat(records).hasSize(2).allMatch(record -> record.getSubjectCount() == 2);
    assertThat(records.get(0).getPersonRef()).isNotEqualTo(records.get(1).getPersonRef());
    assertThat(records).noneMatch(ConcernRecord::getPersonRefStable);
  }

  @Test
  void caseReferencesOfOneSystemAgreeAcrossFeeds() {
    ObjectNode police = withCase(Messages.concern().put("type", "POL-MIS-01"));
    ObjectNode care = withCase(Messages.concern().put("type", "CSC-REF-01"));
    assertThat(only(Senders.POLICE, police).getCaseRefs())
        .hasSize(1)
        .isEqualTo(only(Senders.SOCIAL_CARE, care).getCaseRefs());
  }

  @Test
  void hashedAttributesAreHashedAndEventsAreNamedByTheirId() {
    ObjectNode first =
        Messages.concern().put("type", "EDU-HSB-01").put("sourceRecordId", "record-1");
    first.remove("eventId");
    first.putObject("attributes").put("allegedRef", "pupil-18").put("schoolRef", "9990001");
    ConcernRecord record = only(Senders.SCHOOL, first);
    assertThat(record.getAttributes().toString())
        .doesNotContain("pupil-18")
        .doesNotContain("9990001");
    ObjectNode correction =
        Messages.concern().put("type", "ADM-COR-01").put("supersedes", "record-1");
    assertThat(only(Senders.SCHOOL, correction).getSupersedes()).hasValue(record.getEventId());
    ObjectNode echo =
        Messages.concern()
            .put("derivedFrom", "reported")
            .put("eventId", "0f6f4f3a-66f8-4d3a-9c57-1b2f6a7a1c09");
    assertThat(only(Senders.SCHOOL, echo).getDerivedFrom()).hasValue("reported");
  }

  @Test
  void sensitiveServiceCountsOnlyIfItSaysSo() {
    ObjectNode silent = Messages.concern().put("type", "CAM-MH-02");
    ObjectNode released =
        silent
            .deepCopy()
            .put("countable", true)
            .put("eventId", "0f6f4f3a-66f8-4d3a-9c57-1b2f6a7a1c05");
    assertThat(only(Senders.HEALTH, silent).getCountable()).isFalse();
    assertThat(only(Senders.HEALTH, released).getCountable()).isTrue();
  }

  @Test
  void locationProtectedEventCarriesNoLocation() {
    ConcernRecord record = only(Senders.SCHOOL, Messages.concern().put("type", "EDU-FM-01"));
    assertThat(record.getHandling().getHandlingClass()).isEqualTo(HandlingClassCode.H4);
    assertThat(record.getLocation()).isEmpty();
  }

  private static ObjectNode withCase(ObjectNode message) {
    ((ObjectNode) message.at("/subjects/0/claims"))
        .putArray("sourceRefs")
        .addObject()
        .put("system", "COMPACT")
        .put("id", "99-1");
    return message;
  }

  private ConcernRecord only(Feed feed, ObjectNode message) {
    List<ConcernRecord> records = map(feed, message);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private List<ConcernRecord> map(Feed feed, ObjectNode message) {
    int before = sender.sent().size();
    intake.submit(feed, Messages.submission(message));
    return sender.sent().stream()
        .skip(before)
        .filter(record -> record.topic().name().startsWith("concerns."))
        .map(record -> (ConcernRecord) record.value())
        .toList();
  }

  private static String open(Optional<SealedRecord> sealed) {
    return KEYS.openText(SealedCodec.fromRecord(sealed.orElseThrow()));
  }
}
