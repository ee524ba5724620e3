package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.schemas.HouseholdSpanRecord;
import org.safeguardinghub.schemas.LoadRecord;
import org.safeguardinghub.schemas.RunningClockRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectFactRecord;
import org.safeguardinghub.schemas.SubjectRecord;

/** The current facts about each subject, as {@code subjects.v1} shows them. Dates stay sealed. */
final class FactShelf {
  /** The part of the heap for facts, by all tasks of a process. */
  private static final int PART_OF_HEAP = 32;

  /** With two clocks, a school and a household. */
  private static final long BYTES_PER_SUBJECT = 2_000;

  private final KeyValueStore<String, byte[]> store;
  private final Serializer<SubjectRecord> serializer;
  private final BytesReader<SubjectRecord> reader;
  private final Lately<SubjectRef, Optional<SubjectRecord>> lately =
      new Lately<>(Lately.room(PART_OF_HEAP), _ -> BYTES_PER_SUBJECT);

  FactShelf(ProcessorContext<?, ?> context, RiskEdge edge) {
    this.store = context.getStateStore(Stored.FACTS);
    this.serializer = edge.serdes().serializer(SubjectRecord.class);
    this.reader =
        new BytesReader<>(edge.serdes().deserializer(SubjectRecord.class), Topics.SUBJECTS.name());
  }

  /** The facts after one more; empty if it says nothing new. */
  Optional<SubjectRecord> learn(
      SubjectRef subject, SubjectEventRecord log, SubjectFactRecord fact) {
    Optional<SubjectRecord> known = known(subject);
    SubjectRecord before = known.orElseGet(() -> nothing(subject, log.getLoggedAt()));
    SubjectRecord after = with(before, subject, fact);
    if (known.isPresent() && after.equals(before)) {
      return Optional.empty();
    }
    SubjectRecord.Builder stamped = SubjectRecord.newBuilder(after);
    return Optional.of(keep(subject, stamped.setUpdatedAt(log.getLoggedAt()).build()));
  }

  /** The facts with the clocks and the load of an evaluation; empty if both are as they were. */
  Optional<SubjectRecord> evaluated(
      SubjectRef subject, List<RunningClockRecord> running, Optional<LoadRecord> load, Instant at) {
    SubjectRecord before = known(subject).orElseGet(() -> nothing(subject, at));
    if (before.getClocks().equals(running) && before.getLoad().equals(load)) {
      return Optional.empty();
    }
    return Optional.of(
        keep(
            subject,
            SubjectRecord.newBuilder(before)
                .setClocks(running)
                .setLoad(load.orElse(null))
                .setUpdatedAt(at)
                .build()));
  }

  private Optional<SubjectRecord> known(SubjectRef subject) {
    return lately.get(
        subject, () -> Optional.ofNullable(store.get(subject.typed())).map(reader::read));
  }

  private static SubjectRecord nothing(SubjectRef subject, Instant at) {
    return SubjectRecord.newBuilder().setSubject(Refs.toRecord(subject)).setUpdatedAt(at).build();
  }

  private SubjectRecord keep(SubjectRef subject, SubjectRecord facts) {
    store.put(subject.typed(), serializer.serialize(Topics.SUBJECTS.name(), facts));
    lately.put(subject, Optional.of(facts));
    return facts;
  }

  private static SubjectRecord with(
      SubjectRecord before, SubjectRef subject, SubjectFactRecord fact) {
    SubjectRecord.Builder next = SubjectRecord.newBuilder(before);
    switch (fact.getFact()) {
      case DATE_OF_BIRTH -> next.setDateOfBirth(fact.getSealedValue().orElse(null));
      case EXPECTED_DATE -> next.setExpectedDate(fact.getSealedValue().orElse(null));
      case SCHOOL -> next.setSchoolRef(fact.getValue().orElse(null));
      case AREA -> next.setArea(fact.getValue().orElse(null));
      case STATUS -> next.setStatuses(statuses(before, fact));
      case HOUSEHOLD_MEMBER -> {
        if (subject.scope() == Scope.HOUSEHOLD) {
          next.setMembers(members(before, fact));
        } else {
          next.setHouseholds(households(before, fact));
        }
      }
      case UNKNOWN -> {
        // A fact of a later version.
      }
    }
    return next.build();
  }

  private static List<String> statuses(SubjectRecord before, SubjectFactRecord fact) {
    Set<String> statuses = new TreeSet<>(before.getStatuses());
    fact.getValue()
        .ifPresent(
            status -> {
              if (fact.getUntil().isPresent()) {
                statuses.remove(status);
              } else {
                statuses.add(status);
              }
            });
    return List.copyOf(statuses);
  }

  private static List<String> members(SubjectRecord before, SubjectFactRecord fact) {
    Set<String> members = new TreeSet<>(before.getMembers());
    fact.getValue()
        .map(SubjectRef::parse)
        .map(SubjectRef::ref)
        .ifPresent(
            member -> {
              if (fact.getUntil().isPresent()) {
                members.remove(member);
              } else {
                members.add(member);
              }
            });
    return List.copyOf(members);
  }

  private static List<HouseholdSpanRecord> households(
      SubjectRecord before, SubjectFactRecord fact) {
    List<HouseholdSpanRecord> spans = new ArrayList<>(before.getHouseholds());
    fact.getHouseholdRef()
        .ifPresent(
            household -> {
              spans.removeIf(span -> span.getHouseholdRef().equals(household));
              spans.add(
                  HouseholdSpanRecord.newBuilder()
                      .setHouseholdRef(household)
                      .setFrom(fact.getFrom().orElse(null))
                      .setUntil(fact.getUntil().orElse(null))
                      .build());
            });
    return spans;
  }
}
