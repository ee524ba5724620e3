package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Carried;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.HouseholdContextRecord;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectFactKind;
import org.safeguardinghub.schemas.SubjectFactRecord;

/**
 * Carries events to the logs of other subjects: what happens to one member of a household is
 * context for the others, and what was known of an unborn child goes on with the child. Keys follow
 * from the events, so carrying twice adds nothing.
 */
final class Carrier {
  private final SubjectShelf shelf;
  private final Outlets outlets;

  Carrier(SubjectShelf shelf, Outlets outlets) {
    this.shelf = shelf;
    this.outlets = outlets;
  }

  /** An event of a household, for every member whom it does not name. */
  void context(SubjectEventRecord record, AttributedEventRecord event, Set<String> members) {
    for (String member : members) {
      if (!outlived(member, members)) {
        context(record, event, member, record.getLoggedAt());
      }
    }
  }

  /** A new member learns what happened in the household before. */
  void welcome(SubjectRef household, String member, Instant at) {
    for (SubjectEventRecord kept : shelf.log(household)) {
      if (kept.getBody() instanceof AttributedEventRecord event) {
        context(kept, event, member, at);
      }
    }
  }

  /** Sends on what moves, with everything that was found and told about it, as one record. */
  void sendOn(SubjectRef from, SubjectEventRecord log, MovedRecord moved, Evaluator.GivenUp gone) {
    List<SubjectEventRecord> known =
        moved.getReason() == MoveReason.BIRTH ? beforeBirth(from) : ofPersons(from, moved);
    MovedRecord arrival =
        MovedRecord.newBuilder(moved)
            .setDirection(MoveDirection.IN)
            .setCarried(
                Carried.onward(
                    moved.getCarried().orElseThrow(), known, gone.published(), gone.alerts()))
            .build();
    outlets.event(
        Refs.of(moved.getTo()),
        SubjectEventRecord.newBuilder(log).setSubject(moved.getTo()).setBody(arrival).build());
  }

  private List<SubjectEventRecord> ofPersons(SubjectRef from, MovedRecord moved) {
    Set<String> persons = Set.copyOf(moved.getPersonRefs());
    return persons.isEmpty()
        ? List.of()
        : shelf.log(from).stream()
            .filter(
                kept ->
                    kept.getBody() instanceof AttributedEventRecord event
                        && persons.contains(event.getPersonRef()))
            .toList();
  }

  private List<SubjectEventRecord> beforeBirth(SubjectRef unborn) {
    return shelf.log(unborn).stream()
        .filter(
            kept ->
                kept.getKind() == SubjectEventKind.ATTRIBUTED_EVENT
                    || kept.getKind() == SubjectEventKind.HOUSEHOLD_CONTEXT
                    || (kept.getBody() instanceof SubjectFactRecord fact
                        && fact.getFact() == SubjectFactKind.EXPECTED_DATE))
        .toList();
  }

  private void context(
      SubjectEventRecord record, AttributedEventRecord event, String member, Instant at) {
    SubjectRef to = SubjectRef.parse(member);
    List<String> named = event.getMembers();
    if (named.contains(to.ref())) {
      return;
    }
    // Context needs no words: what was said about one child is not copied into another's log.
    AttributedEventRecord bare =
        AttributedEventRecord.newBuilder(event)
            .setNarrative(null)
            .setChildVoice(null)
            .setLocation(null)
            .build();
    HouseholdContextRecord body =
        HouseholdContextRecord.newBuilder()
            .setHouseholdRef(record.getSubject().getRef())
            .setMemberChildRef(named.isEmpty() ? "" : named.getFirst())
            .setEvent(bare)
            .build();
    outlets.event(
        to,
        SubjectEventRecord.newBuilder()
            .setSubject(Refs.toRecord(to))
            .setKind(SubjectEventKind.HOUSEHOLD_CONTEXT)
            .setRecordId(record.getRecordId())
            .setLoggedAt(at)
            .setBody(body)
            .build());
  }

  /** An unborn child who has been born: the child is a member by itself. */
  private static boolean outlived(String member, Set<String> members) {
    SubjectRef ref = SubjectRef.parse(member);
    return ref.scope() == Scope.UNBORN && members.contains(SubjectRef.child(ref.ref()).typed());
  }
}
