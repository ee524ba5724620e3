package org.safeguardinghub.risk.topology.risk;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Carried;
import org.safeguardinghub.risk.codec.MovedPersons;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.topology.risk.Evaluator.GivenUp;
import org.safeguardinghub.risk.topology.risk.Evaluator.Now;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * Moves events from one subject to another. What was found goes with them, and nobody is told of it
 * again; except where a child is split: then what rested on the wrong identity is withdrawn, and
 * what the other child's events say is found there.
 */
final class Moves {
  private final SubjectShelf shelf;
  private final Evaluator evaluator;
  private final Carrier carrier;
  private final Forwarding forwarding;
  private final Outlets outlets;

  Moves(
      ProcessorContext<?, ?> context,
      SubjectShelf shelf,
      Evaluator evaluator,
      Carrier carrier,
      Outlets outlets) {
    this.shelf = shelf;
    this.evaluator = evaluator;
    this.carrier = carrier;
    this.forwarding = new Forwarding(context);
    this.outlets = outlets;
  }

  /** The subject that is left gives up, and sends on, what moves. */
  void out(SubjectRef subject, SubjectEventRecord log, MovedRecord moved, Now now) {
    if (moved.getPersonRefs().isEmpty()) {
      carrier.sendOn(subject, log, moved, evaluator.movedOut(subject, log, now));
      return;
    }
    SubjectEventRecord named = MovedPersons.named(log, moved, shelf.entries(subject).values());
    MovedRecord events = (MovedRecord) named.getBody();
    forwarding.left(subject, moved.getPersonRefs(), Refs.of(moved.getTo()));
    if (MovedPersons.findingsStay(moved)) {
      evaluator.record(
          subject,
          named.getRecordId(),
          named.getLoggedAt(),
          shelf.entry(named).orElseThrow(),
          shelf.bytes(named),
          now);
      carrier.sendOn(subject, named, events, new GivenUp(Published.NOTHING, List.of()));
    } else {
      carrier.sendOn(subject, named, events, evaluator.movedOut(subject, named, now));
    }
  }

  /** The other subject takes it in. */
  void in(SubjectRef subject, SubjectEventRecord log, MovedRecord moved, Now now) {
    forwarding.arrived(subject, moved.getPersonRefs());
    evaluator.movedIn(subject, log, Carried.of(log, moved).orElseThrow(), now);
  }

  /**
   * An event that was on its way while its person was moved follows.
   *
   * @return whether it did
   */
  boolean follows(SubjectRef subject, SubjectEventRecord log) {
    Optional<SubjectRef> target =
        log.getBody() instanceof AttributedEventRecord event
            ? forwarding.target(subject, event.getPersonRef())
            : Optional.empty();
    target.ifPresent(
        to ->
            outlets.event(
                to, SubjectEventRecord.newBuilder(log).setSubject(Refs.toRecord(to)).build()));
    return target.isPresent();
  }
}
