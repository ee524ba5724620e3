package org.safeguardinghub.console.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.alert.SentAction.What;
import org.safeguardinghub.console.audit.HashChain;
import org.safeguardinghub.console.identity.Ruling;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.console.people.Ways;
import org.safeguardinghub.kernel.calendar.WeeklyHours;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.schemas.AccessAuditRecord;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.DeliveryRecord;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.PersonRecord;
import org.safeguardinghub.schemas.RoleHolderRecord;
import org.safeguardinghub.schemas.Scope;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.ShiftRecord;
import org.safeguardinghub.schemas.SilenceRecord;
import org.safeguardinghub.schemas.SubjectRefRecord;

/** What the console says to the hub, as records. */
public final class SentCodec {
  private SentCodec() {}

  public static AlertActionRecord action(SentAction action) {
    AlertActionRecord.Builder record =
        AlertActionRecord.newBuilder()
            .setActionId(action.actionId())
            .setAlertId(action.alertId())
            .setSubject(subject(action.subject()))
            .setPersonId(action.personId())
            .setExpectedVersion(action.expectedVersion())
            .setAt(action.at());
    return switch (action.what()) {
      case What.Opened _ -> record.setKind(AlertActionKind.OPENED).build();
      case What.Acknowledged answer ->
          record
              .setKind(AlertActionKind.ACKNOWLEDGED)
              .setDecision(decision(answer.decision()))
              .setReason(SealedCodec.toRecord(answer.reason()))
              .build();
      case What.NotMine back ->
          record
              .setKind(AlertActionKind.NOT_MINE)
              .setReason(SealedCodec.toRecord(back.reason()))
              .build();
      case What.Reassigned given ->
          record
              .setKind(AlertActionKind.REASSIGNED)
              .setToRole(given.toRole())
              .setReason(SealedCodec.toRecord(given.reason()))
              .build();
      case What.PutAside aside ->
          record
              .setKind(AlertActionKind.PUT_ASIDE)
              .setUntil(aside.until())
              .setReason(SealedCodec.toRecord(aside.reason()))
              .build();
      case What.Closed closed ->
          record
              .setKind(AlertActionKind.CLOSED)
              .setReason(SealedCodec.toRecord(closed.reason()))
              .build();
      case What.Disagreed disagreed ->
          record
              .setKind(AlertActionKind.DISAGREED)
              .setStage(disagreed.stage())
              .setReason(SealedCodec.toRecord(disagreed.reason()))
              .build();
      case What.Settled settled ->
          record
              .setKind(AlertActionKind.SETTLED)
              .setReason(SealedCodec.toRecord(settled.reason()))
              .build();
      case What.Planned planned -> MinutesCodec.action(record, planned);
      case What.Marked marked -> MinutesCodec.action(record, marked);
      case What.SharingDecided decided -> MinutesCodec.action(record, decided);
      case What.Confirmed _ -> record.setKind(AlertActionKind.CONFIRMED).build();
      case What.BrokeGlass _ -> record.setKind(AlertActionKind.GLASS_BROKEN).build();
    };
  }

  /** A steward's ruling. */
  public static IdentityRulingRecord ruling(Ruling ruling) {
    IdentityRulingRecord.Builder record =
        IdentityRulingRecord.newBuilder()
            .setTaskId(ruling.taskId())
            .setChildRef(null)
            .setActor(ruling.personId())
            .setReason(SealedCodec.toRecord(ruling.reason()))
            .setAt(ruling.at());
    return switch (ruling.what()) {
      case Ruling.What.Same(String child) ->
          record.setDecision(IdentityRulingDecision.SAME).setChildRef(child).build();
      case Ruling.What.Different _ -> record.setDecision(IdentityRulingDecision.DIFFERENT).build();
      case Ruling.What.New _ -> record.setDecision(IdentityRulingDecision.NEW).build();
      case Ruling.What.Compare(String child, String other) ->
          record
              .setDecision(IdentityRulingDecision.COMPARE)
              .setChildRef(child)
              .setOtherChildRef(other)
              .build();
      case Ruling.What.AdoptionWall(String child) ->
          record.setDecision(IdentityRulingDecision.ADOPTION_WALL).setChildRef(child).build();
      case Ruling.What.Undo(String decision) ->
          record.setDecision(IdentityRulingDecision.UNDO).setDecisionId(decision).build();
    };
  }

  /** What an alert hears of a notice that reached nobody; its id follows from the notice. */
  static AlertActionRecord undelivered(SubjectRef subject, DeliveryRecord delivery) {
    return AlertActionRecord.newBuilder()
        .setActionId("undelivered/" + delivery.getNotificationId())
        .setAlertId(delivery.getAlertId())
        .setSubject(subject(subject))
        .setKind(AlertActionKind.UNDELIVERED)
        .setPersonId(delivery.getPersonId())
        .setProviderCode(delivery.getProviderCode().orElse(null))
        .setAt(delivery.getAt())
        .build();
  }

  /**
   * What the check of the directory found about a role; the action's id follows from it.
   *
   * @param found id of what was found
   * @param checked the day on which nobody could be told; absent: somebody can again
   */
  public static AlertActionRecord roleReach(
      SubjectRef role, String found, Optional<LocalDate> checked, Instant at) {
    return AlertActionRecord.newBuilder()
        .setActionId(found + checked.map(day -> "/" + day).orElse("/over"))
        .setAlertId(found)
        .setSubject(subject(role))
        .setKind(
            checked.isPresent() ? AlertActionKind.ROLE_UNREACHED : AlertActionKind.ROLE_REACHED)
        .setAt(at)
        .build();
  }

  /**
   * That a feed is silent, or heard again; the action's id follows from the silence's.
   *
   * @param silence id of the silence
   * @param last when it was heard last, or since when it is expected
   */
  public static AlertActionRecord silence(
      SubjectRef feed, String silence, FeedLine.Awaited awaited, Instant last, Instant at) {
    return AlertActionRecord.newBuilder()
        .setActionId(silence + "/silent")
        .setAlertId(silence)
        .setSubject(subject(feed))
        .setKind(AlertActionKind.FEED_SILENT)
        .setSilence(
            SilenceRecord.newBuilder()
                .setEventType(awaited.eventType().orElse(null))
                .setSince(last)
                .setWithinHours((int) awaited.within().toHours())
                .build())
        .setAt(at)
        .build();
  }

  /** That the silence is over. */
  public static AlertActionRecord heard(SubjectRef feed, String silence, Instant at) {
    return AlertActionRecord.newBuilder()
        .setActionId(silence + "/over")
        .setAlertId(silence)
        .setSubject(subject(feed))
        .setKind(AlertActionKind.FEED_HEARD)
        .setAt(at)
        .build();
  }

  public static AccessAuditRecord audit(HashChain.Link link) {
    return AccessAuditRecord.newBuilder()
        .setAuditId(link.id())
        .setActor(link.actor())
        .setAction(link.action())
        .setObjectKind(link.objectKind())
        .setObjectId(link.objectId())
        .setAt(link.at())
        .setPreviousHash(link.previousHash())
        .setHash(link.hash())
        .build();
  }

  public static HashChain.Link audited(AccessAuditRecord stored) {
    return new HashChain.Link(
        stored.getAuditId(),
        stored.getActor(),
        stored.getAction(),
        stored.getObjectKind(),
        stored.getObjectId(),
        stored.getAt(),
        stored.getPreviousHash(),
        stored.getHash());
  }

  public static DirectoryEntryRecord role(
      LeadDirectory directory, RoleHolding holding, long version) {
    RoleHolderRecord entry =
        RoleHolderRecord.newBuilder()
            .setRole(holding.role())
            .setArea(holding.area() ? directory.area() : null)
            .setAgency(holding.agency().orElse(null))
            .setPersonIds(holding.holders())
            .setManagerRole(holding.manager().orElse(null))
            .setOutOfHoursRole(holding.outOfHours().orElse(null))
            .setFrom(holding.term().from(directory.effectiveFrom()))
            .setUntil(holding.term().until().orElse(null))
            .build();
    return DirectoryEntryRecord.newBuilder().setVersion(version).setEntry(entry).build();
  }

  /**
   * A person, name and address sealed, with the stretch of time in which they can be reached: that
   * of the day, or the next.
   */
  public static DirectoryEntryRecord person(
      LeadDirectory directory, Person person, LocalDate day, HubKeys keys, long version) {
    Person.Span span = person.span(directory.effectiveFrom(), day);
    PersonRecord entry =
        PersonRecord.newBuilder()
            .setPersonId(person.id())
            .setDisplayName(
                SealedCodec.toRecord(keys.sealText(HubKeys.DIRECTORY, person.id(), person.name())))
            .setEmail(
                SealedCodec.toRecord(
                    keys.sealText(HubKeys.DIRECTORY, person.id(), directory.mailOf(person))))
            .setWebhook(
                person.ways().webhook().map(to -> sealed(keys, person, json(to))).orElse(null))
            .setPhone(person.ways().phone().map(to -> sealed(keys, person, to)).orElse(null))
            .setChannels(person.ways().order().stream().map(SentCodec::channel).toList())
            .setFrom(span.from())
            .setUntil(span.until().orElse(null))
            .setHours(person.hours().map(SentCodec::shifts).orElse(List.of()))
            .setConflicts(List.copyOf(person.conflicts()))
            .build();
    return DirectoryEntryRecord.newBuilder().setVersion(version).setEntry(entry).build();
  }

  private static List<ShiftRecord> shifts(WeeklyHours hours) {
    return hours.shifts().stream()
        .map(
            shift ->
                ShiftRecord.newBuilder()
                    .setDays(shift.days().stream().map(DayOfWeek::getValue).sorted().toList())
                    .setFromMinute(shift.from().toSecondOfDay() / 60)
                    .setUntilMinute(shift.until().toSecondOfDay() / 60)
                    .build())
        .toList();
  }

  private static SealedRecord sealed(HubKeys keys, Person person, String contact) {
    return SealedCodec.toRecord(keys.sealText(HubKeys.DIRECTORY, person.id(), contact));
  }

  private static String json(Ways.Webhook webhook) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("url", webhook.url());
    json.put("secret", webhook.secret().reveal());
    return json.toString();
  }

  private static Channel channel(Ways.Way way) {
    return switch (way) {
      case MAIL -> Channel.EMAIL;
      case TEXT -> Channel.TEXT;
      case WEBHOOK -> Channel.WEBHOOK;
    };
  }

  private static SubjectRefRecord subject(SubjectRef subject) {
    return SubjectRefRecord.newBuilder()
        .setScope(Scope.valueOf(subject.scope().word().toUpperCase(Locale.ROOT)))
        .setRef(subject.ref())
        .build();
  }

  private static AcknowledgementDecision decision(Decision decision) {
    return switch (decision) {
      case ACT -> AcknowledgementDecision.ACT;
      case ALREADY_KNOWN -> AcknowledgementDecision.ALREADY_KNOWN;
      case NOT_RELEVANT -> AcknowledgementDecision.NOT_RELEVANT;
      case WRONG_CHILD -> AcknowledgementDecision.WRONG_CHILD;
      case NEED_MORE -> AcknowledgementDecision.NEED_MORE;
    };
  }
}
