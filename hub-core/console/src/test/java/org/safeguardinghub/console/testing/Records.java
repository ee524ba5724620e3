package org.safeguardinghub.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertChange;
import org.safeguardinghub.schemas.AlertCopyRecord;
import org.safeguardinghub.schemas.AlertFindingRecord;
import org.safeguardinghub.schemas.AlertOwnerRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AlertStateCode;
import org.safeguardinghub.schemas.Assertion;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.CopyFunctionCode;
import org.safeguardinghub.schemas.DeliveryOutcome;
import org.safeguardinghub.schemas.DeliveryRecord;
import org.safeguardinghub.schemas.EvidenceRecord;
import org.safeguardinghub.schemas.FamilyInformed;
import org.safeguardinghub.schemas.FeedHealthRecord;
import org.safeguardinghub.schemas.FindingState;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.HandlingRecord;
import org.safeguardinghub.schemas.HouseholdSpanRecord;
import org.safeguardinghub.schemas.IdentityBasis;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityTaskOutcome;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.safeguardinghub.schemas.LevelRecord;
import org.safeguardinghub.schemas.LinkConfidence;
import org.safeguardinghub.schemas.LoadRecord;
import org.safeguardinghub.schemas.LoadTermRecord;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.OccurredPrecision;
import org.safeguardinghub.schemas.PlanOutcomeRecord;
import org.safeguardinghub.schemas.PlanPartyKind;
import org.safeguardinghub.schemas.PlanStepRecord;
import org.safeguardinghub.schemas.PlannedActionRecord;
import org.safeguardinghub.schemas.PublisherRecord;
import org.safeguardinghub.schemas.RunningClockRecord;
import org.safeguardinghub.schemas.Scope;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SeverityCode;
import org.safeguardinghub.schemas.SharingDecisionRecord;
import org.safeguardinghub.schemas.SharingRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRecord;
import org.safeguardinghub.schemas.SubjectRefRecord;
import org.safeguardinghub.schemas.SubjectRole;

/** Records as other apps publish them, in their stored form. */
public final class Records {
  /** Whom {@link #anyAlert} is about. */
  public static final List<String> TOLD_OF = List.of("c-1", "c-2", "c-3", "c-4", "c-5", "c-6");

  private static final Instant AT = Instant.parse("2026-03-24T08:00:00Z");

  private final AvroSerdes serdes;

  public Records(AvroSerdes serdes) {
    this.serdes = serdes;
  }

  public static Sealed sealed(String keyRef, String associatedId) {
    return new Sealed(keyRef, associatedId, ByteBuffer.wrap("words".getBytes(UTF_8)));
  }

  public static Sealed sealed(SealedRecord stored) {
    return SealedCodec.fromRecord(stored);
  }

  /** An open alert; its severity follows from its id, so that lists have several. */
  public static AlertRecord alert(String id, String role, String person, long version) {
    SeverityCode severity =
        List.of(SeverityCode.S1, SeverityCode.S2, SeverityCode.S3)
            .get(Math.floorMod(id.hashCode(), 3));
    return AlertRecord.newBuilder()
        .setAlertId(id)
        .setSubject(subject(Scope.CHILD, "c-1"))
        .setChildren(List.of("c-1"))
        .setState(AlertStateCode.OPEN)
        .setSeverity(severity)
        .setFindings(List.of(finding(severity)))
        .setOwner(
            AlertOwnerRecord.newBuilder()
                .setRole(role)
                .setPersonId(person)
                .setRouteRow("19")
                .setBecause("because")
                .build())
        .setDirectoryVersion(1)
        .setRung(0)
        .setDueAt(AT)
        .setIdentityUnconfirmed(false)
        .setRaisedAt(AT)
        .setChangedAt(AT)
        .setChange(AlertChange.RAISED)
        .setChangeReason("raised")
        .setVersion(version)
        .setPolicyVersion(1)
        .build();
  }

  public static final List<String> LEADS =
      List.of("p-mash-manager", "p-dsl-tumbledown", "p-named-nurse", "p-police-mash");

  /** Of which a role, {@code role} or {@code role@agency}, has or had a copy. */
  public static AlertRecord copied(
      String id, String owner, String desk, AlertStateCode state, boolean open) {
    String[] parts = desk.split("@", 2);
    return AlertRecord.newBuilder(alert(id, owner, "p-x", 1))
        .setState(state)
        .setCopies(
            List.of(
                AlertCopyRecord.newBuilder()
                    .setRole(parts[0])
                    .setAgency(parts.length > 1 ? parts[1] : null)
                    .setFunction(CopyFunctionCode.HEALTH)
                    .setPersonId("p-x")
                    .setSince(AT)
                    .setOpen(open)
                    .build()))
        .build();
  }

  public static final List<String> PATTERNS = List.of("P01", "P03", "P11");
  public static final List<String> AGENCIES =
      List.of("fablewick-nhs", "fablewick-police", "tumbledown-primary");

  public static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Some alert of one of the {@link #LEADS}, in any state, with any reasons, due or not. */
  public static AlertRecord anyAlert(Random random, String id, Instant now) {
    AlertRecord base =
        pick(random, List.of(true, false))
            ? alert(id, "a-role-that-nobody-shares", pick(random, LEADS), 1)
            : planned(
                id,
                "mash-manager",
                "p-mash-manager",
                1,
                now.plusSeconds(60L * (random.nextInt(20) - 10)),
                random.nextBoolean());
    boolean due = random.nextInt(5) > 0;
    List<AlertFindingRecord> findings = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      findings.add(
          AlertFindingRecord.newBuilder(base.getFindings().getFirst())
              .setFindingId("f-" + i)
              .setPattern(pick(random, PATTERNS))
              .setState(pick(random, List.of(FindingState.STANDING, FindingState.WITHDRAWN)))
              .setEvidence(
                  List.of(
                      evidence(
                          pick(random, AGENCIES),
                          pick(random, List.of(HandlingClassCode.values())))))
              .build());
    }
    return AlertRecord.newBuilder(base)
        .setSubject(subject(Scope.CHILD, pick(random, TOLD_OF)))
        .setChildren(List.of(pick(random, TOLD_OF)))
        .setState(pick(random, List.of(AlertStateCode.values())))
        .setSeverity(pick(random, List.of(SeverityCode.values())))
        .setFindings(findings)
        // On the edges too: due now, and at the end of the day.
        .setDueAt(due ? now.plusSeconds(1800L * (random.nextInt(400) - 40)) : null)
        .setRaisedAt(now.minusSeconds(random.nextInt(9) * 3600L))
        .setChangedAt(now.minusSeconds(random.nextInt(9) * 60L))
        .build();
  }

  /** An alert of the MASH manager with one reason, which one agency reported. */
  public static AlertRecord reported(
      String id, String pattern, String agency, HandlingClassCode handling) {
    AlertRecord base = alert(id, "mash-manager", "p-mash-manager", 1);
    return AlertRecord.newBuilder(base)
        .setFindings(
            List.of(
                AlertFindingRecord.newBuilder(base.getFindings().getFirst())
                    .setPattern(pattern)
                    .setEvidence(List.of(evidence(agency, handling)))
                    .build()))
        .build();
  }

  private static EvidenceRecord evidence(String agency, HandlingClassCode handling) {
    return EvidenceRecord.newBuilder()
        .setEventId("e-1")
        .setType("EDU-NEG-01")
        .setAgency(agency)
        .setFamily("EDU")
        .setOccurredAt(AT)
        .setReceivedAt(AT)
        .setLevel(2)
        .setHandlingClass(handling)
        .setInSmallest(false)
        .build();
  }

  /** An alert about which one action was agreed, and one decision not to share is recorded. */
  public static AlertRecord planned(
      String id, String role, String person, long version, Instant dueAt, boolean done) {
    SealedRecord words = SealedCodec.toRecord(sealed("reason", id));
    PlannedActionRecord planned =
        PlannedActionRecord.newBuilder()
            .setPlannedId("p-1")
            .setStep(
                PlanStepRecord.newBuilder()
                    .setWhat(words)
                    .setPartyKind(PlanPartyKind.ROLE)
                    .setParty("named-nurse")
                    .setDueAt(dueAt)
                    .build())
            .setPersonId(person)
            .setAt(AT)
            .setReason(words)
            .setOutcome(
                done
                    ? PlanOutcomeRecord.newBuilder()
                        .setDone(true)
                        .setPersonId(person)
                        .setAt(AT)
                        .setReason(words)
                        .build()
                    : null)
            .build();
    SharingDecisionRecord decision =
        SharingDecisionRecord.newBuilder()
            .setDecisionId("s-1")
            .setSharing(
                SharingRecord.newBuilder()
                    .setShared(false)
                    .setWithWhom(words)
                    .setWhat(words)
                    .setBasis("DETRIMENT")
                    .build())
            .setPersonId(person)
            .setAt(AT)
            .setReason(words)
            .build();
    return AlertRecord.newBuilder(alert(id, role, person, version))
        .setPlan(List.of(planned))
        .setSharing(List.of(decision))
        .build();
  }

  private static AlertFindingRecord finding(SeverityCode severity) {
    return AlertFindingRecord.newBuilder()
        .setFindingId("f-1")
        .setPattern("P01")
        .setPatternTitle("Injury of a baby")
        .setStage("")
        .setDate(LocalDate.of(2026, 3, 24))
        .setSeverity(severity)
        .setBecause("because")
        .setQuestion("question")
        .setSource("source")
        .setState(FindingState.STANDING)
        .setLearnedLate(false)
        .build();
  }

  public byte[] alert(AlertRecord record) {
    return serdes.serializer(AlertRecord.class).serialize(Topics.ALERTS.name(), record);
  }

  public byte[] event(String scope, String ref, String eventId, String type, boolean withWords) {
    AttributedEventRecord event =
        AttributedEventRecord.newBuilder()
            .setEventId(eventId)
            .setReceiptId("r1")
            .setSubjectIndex(0)
            .setFeed("tumbledown-primary")
            .setPublisher(
                PublisherRecord.newBuilder()
                    .setAgency("tumbledown-primary")
                    .setFamily("EDU")
                    .build())
            .setType(type)
            .setTypeVersion(1)
            .setSubjectRole(SubjectRole.HARMED)
            .setPersonRef("p1")
            .setIdentityConfirmed(true)
            .setNarrative(withWords ? SealedCodec.toRecord(sealed("person:p1", eventId)) : null)
            .setOccurredAt(AT)
            .setOccurredPrecision(OccurredPrecision.DAY)
            .setReceivedAt(AT)
            .setLevel(LevelRecord.newBuilder().setEffective(1).setMapVersion("1").build())
            .setAssertion(Assertion.OBSERVED)
            .setHandling(HandlingRecord.newBuilder().setHandlingClass(HandlingClassCode.H1).build())
            .setCountable(true)
            .setFamilyInformed(FamilyInformed.NOT_SAID)
            .setLegalGateway("ca2004-s16la")
            .build();
    return subjectEvent(
        subject(Scope.valueOf(scope), ref), SubjectEventKind.ATTRIBUTED_EVENT, eventId, event);
  }

  public byte[] movedOut(String from, String to, String eventId) {
    MovedRecord moved =
        MovedRecord.newBuilder()
            .setDirection(MoveDirection.OUT)
            .setFrom(subject(Scope.CHILD, from))
            .setTo(subject(Scope.CHILD, to))
            .setEventIds(List.of(eventId))
            .setReason(MoveReason.MERGE)
            .build();
    return subjectEvent(subject(Scope.CHILD, from), SubjectEventKind.MOVED, "m1", moved);
  }

  private byte[] subjectEvent(
      SubjectRefRecord subject, SubjectEventKind kind, String id, Object body) {
    return serdes
        .serializer(SubjectEventRecord.class)
        .serialize(
            Topics.SUBJECT_EVENTS.name(),
            SubjectEventRecord.newBuilder()
                .setSubject(subject)
                .setKind(kind)
                .setRecordId(id)
                .setLoggedAt(AT)
                .setBody(body)
                .build());
  }

  public byte[] link(String personRef, String childRef, boolean confirmed, String at, String id) {
    return serdes
        .serializer(IdentityLinkRecord.class)
        .serialize(
            Topics.IDENTITY_LINKS.name(),
            IdentityLinkRecord.newBuilder()
                .setPersonRef(personRef)
                .setChildRef(childRef)
                .setConfidence(confirmed ? LinkConfidence.CONFIRMED : LinkConfidence.UNCONFIRMED)
                .setFingerprint("fp")
                .setDecidedAt(Instant.parse(at))
                .setSealedClaims(SealedCodec.toRecord(sealed("person:" + personRef, id)))
                .build());
  }

  public byte[] delivery(String notification, String alertId, String outcome, int attempt) {
    return delivery(notification, alertId, Channel.EMAIL, outcome, attempt, null);
  }

  public byte[] delivery(
      String notification,
      String alertId,
      Channel channel,
      String outcome,
      int attempt,
      @Nullable String code) {
    return serdes
        .serializer(DeliveryRecord.class)
        .serialize(
            Topics.DELIVERIES.name(),
            DeliveryRecord.newBuilder()
                .setNotificationId(notification)
                .setAlertId(alertId)
                .setPersonId("p-mash-manager")
                .setChannel(channel)
                .setProviderCode(code)
                .setOutcome(DeliveryOutcome.valueOf(outcome))
                .setAttempt(attempt)
                .setAt(AT)
                .build());
  }

  public byte[] task(String id, boolean open) {
    return serdes
        .serializer(IdentityTaskRecord.class)
        .serialize(
            Topics.IDENTITY_TASKS.name(),
            IdentityTaskRecord.newBuilder()
                .setTaskId(id)
                .setState(open ? IdentityTaskState.OPEN : IdentityTaskState.ANSWERED)
                .setOutcome(IdentityTaskOutcome.REVIEW)
                .setPersonRef("p1")
                .setEventId("e1")
                .setReceiptId("r1")
                .setSubjectIndex(0)
                .setLevel(2)
                .setDueAt(AT)
                .setOpenedAt(AT)
                .build());
  }

  /** A steward's decision about c-1, who was not protected before. */
  public byte[] decision(String id, IdentityDecisionKind kind) {
    return decision(id, kind, null);
  }

  /** The same with another child: whom a merge adds to c-1, or a split makes of it. */
  public byte[] decision(String id, IdentityDecisionKind kind, @Nullable String other) {
    return serdes
        .serializer(IdentityDecisionRecord.class)
        .serialize(
            Topics.IDENTITY_LEDGER.name(),
            IdentityDecisionRecord.newBuilder()
                .setDecisionId(id)
                .setKind(kind)
                .setChildRef("c-1")
                .setOtherChildRef(other)
                .setBasis(IdentityBasis.STEWARD)
                .setDecidedBy("p-identity-steward")
                .setDecidedAt(AT)
                .setProtectedIdentity(kind == IdentityDecisionKind.ADOPTION_WALL)
                .build());
  }

  public byte[] feed(String feed, long accepted) {
    return serdes
        .serializer(FeedHealthRecord.class)
        .serialize(
            Topics.FEED_HEALTH.name(),
            FeedHealthRecord.newBuilder()
                .setFeed(feed)
                .setConnector("api")
                .setAccepted(accepted)
                .setRefused(0)
                .setAt(AT)
                .build());
  }

  /** Any load of a child. */
  public static LoadRecord anyLoad(Random random, Instant now) {
    List<LoadTermRecord> terms = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      double sum = random.nextInt(1, 30) + random.nextDouble();
      terms.add(
          LoadTermRecord.newBuilder()
              .setHandlingClass(pick(random, List.of(HandlingClassCode.values())))
              .setHalfLifeDays(pick(random, List.of(1, 30, 180, 3650)))
              .setSum(sum)
              .setFloor(random.nextBoolean() ? 0 : sum / 2)
              .build());
    }
    return LoadRecord.newBuilder()
        // Ahead of a clock that goes after, and so long ago that nothing is left.
        .setAt(now.minus(Duration.ofDays(pick(random, List.of(-1, 0, 3, 200, 4000)))))
        .setTerms(terms)
        .setProtective(-random.nextInt(4))
        .build();
  }

  public byte[] loaded(String child, LoadRecord load) {
    return facts(subject(Scope.CHILD, child), facts -> facts.setLoad(load));
  }

  /** A child with clocks that run out one day after the other. */
  public byte[] subject(String child, String... waitedFor) {
    List<RunningClockRecord> clocks = new ArrayList<>();
    for (String what : waitedFor) {
      clocks.add(
          RunningClockRecord.newBuilder()
              .setDeadlineId("d-" + what)
              .setPattern("P29")
              .setWhat(what)
              .setSince(AT)
              .setDueAt(AT.plus(Duration.ofDays(1 + clocks.size())))
              .setHandlingClass(HandlingClassCode.H0)
              .build());
    }
    return facts(subject(Scope.CHILD, child), facts -> facts.setClocks(clocks));
  }

  /** A child who lives in one household and has left another. */
  public byte[] livingIn(String child, String household, String left) {
    return facts(
        subject(Scope.CHILD, child),
        facts ->
            facts.setHouseholds(
                List.of(
                    HouseholdSpanRecord.newBuilder().setHouseholdRef(household).build(),
                    HouseholdSpanRecord.newBuilder().setHouseholdRef(left).setUntil(AT).build())));
  }

  /** A household and its children. */
  public byte[] household(String household, String... members) {
    return facts(subject(Scope.HOUSEHOLD, household), facts -> facts.setMembers(List.of(members)));
  }

  private byte[] facts(SubjectRefRecord subject, UnaryOperator<SubjectRecord.Builder> known) {
    SubjectRecord.Builder facts = SubjectRecord.newBuilder().setSubject(subject).setUpdatedAt(AT);
    return serdes
        .serializer(SubjectRecord.class)
        .serialize(Topics.SUBJECTS.name(), known.apply(facts).build());
  }

  private static SubjectRefRecord subject(Scope scope, String ref) {
    return SubjectRefRecord.newBuilder().setScope(scope).setRef(ref).build();
  }
}
