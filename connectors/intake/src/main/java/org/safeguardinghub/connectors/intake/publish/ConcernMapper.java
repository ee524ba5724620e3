package org.safeguardinghub.connectors.intake.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.check.Draft;
import org.safeguardinghub.kernel.catalogue.Attribute;
import org.safeguardinghub.kernel.catalogue.AttributeValue;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.message.CanonicalJson;
import org.safeguardinghub.kernel.message.Envelope;
import org.safeguardinghub.kernel.message.Envelope.Subject;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.Assertion;
import org.safeguardinghub.schemas.AttributeRecord;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DetrimentTestRecord;
import org.safeguardinghub.schemas.FamilyInformed;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.HandlingRecord;
import org.safeguardinghub.schemas.LevelRecord;
import org.safeguardinghub.schemas.OccurredPrecision;
import org.safeguardinghub.schemas.PublisherRecord;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SubjectRole;

/** An accepted message as one sealed record per subject. */
public final class ConcernMapper {
  /**
   * Stands where an urgent concern came without a legal gateway, which its sender owes within one
   * working day.
   */
  public static final String GATEWAY_OWED = "TO_BE_COMPLETED";

  private static final List<String> LOCATION =
      List.of("address", "place", "setting", "school", "household");

  private final HubKeys keys;
  private final References references;
  private final String levelMap;

  public ConcernMapper(HubKeys keys, References references, EventCatalogue catalogue) {
    this.keys = keys;
    this.references = references;
    this.levelMap = catalogue.id() + "/" + catalogue.version();
  }

  public List<ConcernRecord> map(Draft draft, String eventId, String receiptId) {
    List<Subject> subjects = draft.envelope().subjects();
    List<ConcernRecord> records = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      ConcernRecord.Builder record = ConcernRecord.newBuilder();
      record
          .setEventId(eventId)
          .setReceiptId(receiptId)
          .setSubjectIndex(i)
          .setSubjectCount(subjects.size());
      who(record, draft, subjects.get(i), eventId, i);
      what(record, draft);
      where(record, draft, subjects.get(i), eventId);
      words(record, draft, eventId);
      sharing(record, draft);
      records.add(record.build());
    }
    return records;
  }

  private void who(
      ConcernRecord.Builder record, Draft draft, Subject subject, String eventId, int index) {
    ObjectNode claims = subject.claims().reveal();
    Optional<String> personRef =
        References.text(subject.personRef())
            .map(reference -> references.person(draft.feed(), reference));
    record
        .setFeed(draft.feed().name())
        .setPublisher(
            PublisherRecord.newBuilder()
                .setAgency(draft.feed().agency())
                .setFamily(draft.type().family().name())
                .build())
        .setSubjectRole(SubjectRole.valueOf(subject.role().name()))
        .setPersonRef(
            personRef.orElseGet(() -> references.personOfEvent(draft.feed(), eventId, index)))
        .setPersonRefStable(personRef.isPresent())
        .setFingerprint(references.fingerprint(CanonicalJson.ofClaims(claims)))
        .setClaims(seal(eventId, claims.toString()))
        .setCaseRefs(caseRefs(claims));
  }

  private List<String> caseRefs(ObjectNode claims) {
    List<String> refs = new ArrayList<>();
    for (JsonNode reference : claims.path("sourceRefs")) {
      String hash =
          references.caseOf(reference.path("system").asText(), reference.path("id").asText());
      if (!refs.contains(hash)) {
        refs.add(hash);
      }
    }
    return refs;
  }

  private void what(ConcernRecord.Builder record, Draft draft) {
    Envelope envelope = draft.envelope();
    Envelope.Occurrence occurrence = envelope.occurrence();
    Envelope.ProposedLevel level = envelope.level();
    record
        .setType(draft.type().code())
        .setTypeVersion(envelope.typeVersion())
        .setOccurredAt(occurrence.at())
        .setOccurredPrecision(OccurredPrecision.valueOf(occurrence.precision().name()))
        .setOccurredUntil(occurrence.until().orElse(null))
        .setRecordedAt(occurrence.recordedAt().orElse(null))
        .setReceivedAt(draft.receivedAt())
        .setDerivedFrom(named(draft, envelope.ids().derivedFrom()))
        .setSupersedes(named(draft, envelope.ids().supersedes()))
        .setLevel(
            LevelRecord.newBuilder()
                .setProposed(
                    level.proposed().isPresent() ? (Integer) level.proposed().getAsInt() : null)
                .setEffective(draft.level())
                .setScale(level.scale().orElse(null))
                .setSourceValue(level.sourceValue().orElse(null))
                .setMapVersion(levelMap)
                .build())
        .setAssertion(Assertion.valueOf(envelope.statement().assertion().name()))
        .setSourceGrade(envelope.statement().sourceGrade().orElse(null))
        .setContentRef(envelope.statement().contentRef().orElse(null))
        .setAttributes(attributes(draft));
  }

  private @org.jspecify.annotations.Nullable String named(
      Draft draft, Optional<Sensitive<String>> event) {
    return event.map(reference -> references.eventNamed(draft.feed(), reference)).orElse(null);
  }

  /**
   * Scope references: those of the message, else the adult whom the subject's own claims name. A
   * household that is only claimed is found by identity: a property number alone is none.
   */
  private void where(ConcernRecord.Builder record, Draft draft, Subject subject, String eventId) {
    Envelope.References sent = draft.envelope().references();
    ObjectNode claims = subject.claims().reveal();
    record
        .setHouseholdRef(References.text(sent.household()).map(references::household).orElse(null))
        .setPlaceRef(References.text(sent.place()).map(references::place).orElse(null))
        .setSettingRef(References.text(sent.setting()).map(references::setting).orElse(null))
        .setAdultRef(
            References.text(sent.adult())
                .or(() -> claim(claims.path("adult"), "ref"))
                .map(references::adult)
                .orElse(null))
        .setIncidentRef(References.text(sent.incident()).map(references::incident).orElse(null))
        .setLocation(location(draft, claims, eventId));
  }

  private @org.jspecify.annotations.Nullable SealedRecord location(
      Draft draft, ObjectNode claims, String eventId) {
    Envelope.References sent = draft.envelope().references();
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    for (String name : LOCATION) {
      if (claims.hasNonNull(name)) {
        words.set(name, claims.get(name));
      }
    }
    References.text(sent.household()).ifPresent(text -> words.put("householdRef", text));
    References.text(sent.place()).ifPresent(text -> words.put("placeRef", text));
    References.text(sent.setting()).ifPresent(text -> words.put("settingRef", text));
    return words.isEmpty() || draft.effectiveHandling() == HandlingClass.H4
        ? null
        : seal(eventId, words.toString());
  }

  private void words(ConcernRecord.Builder record, Draft draft, String eventId) {
    Envelope.Statement statement = draft.envelope().statement();
    record
        .setNarrative(
            References.text(statement.narrative()).map(text -> seal(eventId, text)).orElse(null))
        .setChildVoice(
            References.text(statement.childVoice()).map(text -> seal(eventId, text)).orElse(null));
  }

  private static void sharing(ConcernRecord.Builder record, Draft draft) {
    Envelope.Sharing sharing = draft.envelope().sharing();
    HandlingClass handling = draft.effectiveHandling();
    record
        .setHandling(
            HandlingRecord.newBuilder()
                .setHandlingClass(HandlingClassCode.valueOf(handling.name()))
                .setConditions(sharing.conditions().orElse(null))
                .setExpires(sharing.expires().orElse(null))
                .build())
        // A sensitive service decides itself that the harm test is met; until it says so, nothing
        // of it counts.
        .setCountable(sharing.countable().orElse(handling != HandlingClass.H2))
        .setFamilyInformed(FamilyInformed.valueOf(sharing.familyInformed().name()))
        .setDetrimentTest(
            sharing
                .detrimentTest()
                .map(
                    test ->
                        DetrimentTestRecord.newBuilder()
                            .setConsidered(test.considered())
                            .setOutcome(test.outcome().orElse(null))
                            .setBy(test.by().orElse(null))
                            .build())
                .orElse(null))
        .setLegalGateway(draft.gateway().orElse(GATEWAY_OWED));
  }

  private List<AttributeRecord> attributes(Draft draft) {
    List<AttributeRecord> records = new ArrayList<>();
    draft
        .classed()
        .orElseThrow()
        .attributes()
        .forEach(
            (name, value) ->
                records.add(
                    AttributeRecord.newBuilder()
                        .setName(name)
                        .setValue(wire(draft, name, value))
                        .build()));
    return records;
  }

  private Object wire(Draft draft, String name, AttributeValue value) {
    if (!(value instanceof AttributeValue.Reference(String reference))) {
      return value.wire();
    }
    if (name.equals("followUpOf")) {
      return references.eventNamed(draft.feed(), Sensitive.of(reference));
    }
    Attribute attribute = draft.type().attributes().get(name);
    return attribute != null && attribute.hashed()
        ? references.attribute(draft.feed(), name, reference)
        : reference;
  }

  private static Optional<String> claim(JsonNode object, String name) {
    return Optional.of(object.path(name).asText("")).filter(text -> !text.isBlank());
  }

  private SealedRecord seal(String eventId, String text) {
    return SealedCodec.toRecord(keys.sealText(HubKeys.INTAKE, eventId, text));
  }
}
