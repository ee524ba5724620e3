package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.Deadline;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.codec.ActionCodec;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.schemas.ClockReachedRecord;
import org.safeguardinghub.schemas.DeadlineReachedRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * What happens because time passes: due deadlines go to the log (they are evaluated when they are
 * read back, as everything else), owners whom the directory no longer names are followed, and a
 * story's player learns how far this partition has come.
 */
final class Timers {
  private static final String APP = "risk";

  private final int partition;
  private final RiskEdge edge;
  private final SubjectShelf shelf;
  private final DeadlineShelf deadlines;
  private final AlertDesk desk;
  private final DirectoryView directory;
  private final Outlets outlets;
  private final Barrier barrier;
  private final BooleanSupplier nothingElseWaits;

  /** Written to the log and not read back yet. */
  private final Set<String> onTheirWay = new HashSet<>();

  private Instant reported = Instant.MIN;
  private Optional<Directory> swept = Optional.empty();
  private Optional<Instant> nextSweep = Optional.empty();

  Timers(
      int partition,
      RiskEdge edge,
      SubjectShelf shelf,
      DeadlineShelf deadlines,
      AlertDesk desk,
      DirectoryView directory,
      Outlets outlets,
      Barrier barrier,
      BooleanSupplier nothingElseWaits) {
    this.partition = partition;
    this.edge = edge;
    this.shelf = shelf;
    this.deadlines = deadlines;
    this.desk = desk;
    this.directory = directory;
    this.outlets = outlets;
    this.barrier = barrier;
    this.nothingElseWaits = nothingElseWaits;
  }

  /** One tick of the wall clock. */
  void tick() {
    Instant now = edge.clock().instant();
    barrier.write(outlets, now);
    if (!barrier.passed()) {
      return;
    }
    followOwners(now);
    List<DeadlineShelf.Due> due = deadlines.dueAt(now);
    due.forEach(each -> reach(each, now));
    boolean followed = due.isEmpty() && onTheirWay.isEmpty() && nothingElseWaits.getAsBoolean();
    if (edge.story() && followed && now.isAfter(reported)) {
      reported = now;
      outlets.clockReached(
          ClockReachedRecord.newBuilder()
              .setApp(APP)
              .setPartition(partition)
              .setInstant(now)
              .build());
    }
  }

  /** A record that was written here has been read back. */
  void readBack(String id) {
    onTheirWay.remove(id);
  }

  private void reach(DeadlineShelf.Due due, Instant now) {
    deadlines.remove(due);
    onTheirWay.add(due.id());
    switch (due.kind()) {
      case P -> {
        shelf.remember(due.subject(), shelf.memory(due.subject()).withWritten(due.id()));
        outlets.event(due.subject(), reached(due, now));
      }
      case A ->
          outlets.action(
              due.subject(),
              ActionCodec.reached(
                  due.subject(), due.note(), new Deadline(due.id(), due.dueAt()), now));
    }
  }

  private static SubjectEventRecord reached(DeadlineShelf.Due due, Instant now) {
    return SubjectEventRecord.newBuilder()
        .setSubject(Refs.toRecord(due.subject()))
        .setKind(SubjectEventKind.DEADLINE_REACHED)
        .setRecordId(due.id())
        .setLoggedAt(now)
        .setBody(
            DeadlineReachedRecord.newBuilder()
                .setDeadlineId(due.id())
                .setPattern(due.note())
                .setDueAt(due.dueAt())
                .build())
        .build();
  }

  /**
   * Whenever the directory says something else: by a new entry, or because a date in it has passed.
   */
  private void followOwners(Instant now) {
    Directory current = directory.directory();
    boolean another = swept.isEmpty() || !swept.get().equals(current);
    boolean dated = nextSweep.filter(at -> !now.isBefore(at)).isPresent();
    if (!another && !dated) {
      return;
    }
    swept = Optional.of(current);
    nextSweep = current.nextChangeAfter(now);
    for (SubjectRef subject : desk.live()) {
      Moment moment = new Moment(now, current, shelf.memory(subject).situation());
      desk.fold(subject, List.of(new AlertInput.SurroundingsChanged(moment)), List::of);
    }
  }
}
