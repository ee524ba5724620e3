package org.safeguardinghub.connectors.health.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.safeguardinghub.connectors.drop.Door;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.health.hl7.Hl7Form;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.message.Refusal;

/** Takes the items of one message to the intake and says what became of each. */
final class Desk {
  /**
   * What the hub never takes is not kept sealed either: it is not about a concern, and a sender may
   * send a great deal of it.
   */
  private static final Set<String> NOT_KEPT = Set.of(Hl7Form.UNSUPPORTED, Hl7Form.NOT_PRODUCTION);

  private static final int AT_ONCE = 4;

  private final Door door;
  private final Semaphore few;

  Desk(Door door) {
    this(door, new Semaphore(AT_ONCE, true));
  }

  private Desk(Door door, Semaphore few) {
    this.door = door;
    this.few = few;
  }

  /** The same desk, with another way to the intake. */
  Desk through(Door other) {
    return new Desk(other, few);
  }

  /**
   * Reads in turn with others: what is read takes many times its size in memory, and senders come
   * all at once.
   */
  <T> T oneOfFew(Supplier<T> reading) {
    few.acquireUninterruptibly();
    try {
      return reading.get();
    } finally {
      few.release();
    }
  }

  /**
   * One item and what the intake said.
   *
   * @param result the intake's word; none where nothing was sent to it
   */
  record Outcome(Item item, Optional<Result> result) {
    /** Why it was refused, by the form or by the intake. */
    Optional<Refusal> refusal() {
      if (result.isPresent() && result.get() instanceof Result.Refused refused) {
        return Optional.of(refused.refusal());
      }
      return item.fate() instanceof Fate.Refused refused
          ? Optional.of(Refusal.whole(refused.step(), refused.reasonCode(), refused.whatToDo()))
          : Optional.empty();
    }
  }

  /**
   * Takes all items of a message. What cannot be made into a message of the intake is quarantined
   * with the bytes that came.
   *
   * @throws org.safeguardinghub.connectors.intake.receipt.StoreUnavailable if nothing was recorded
   */
  List<Outcome> take(Feed feed, byte[] received, List<Item> items) {
    List<Submission> submissions = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<Submission> submission = submission(items.get(i).fate(), received);
      if (submission.isPresent()) {
        places.put(i, submissions.size());
        submissions.add(submission.get());
      }
    }
    List<Result> results = submissions.isEmpty() ? List.of() : door.submitAll(feed, submissions);
    List<Outcome> outcomes = new ArrayList<>();
    Iterator<Item> all = items.iterator();
    for (int i = 0; all.hasNext(); i++) {
      Integer place = places.get(i);
      outcomes.add(
          new Outcome(
              all.next(), place == null ? Optional.empty() : Optional.of(results.get(place))));
    }
    return outcomes;
  }

  private static Optional<Submission> submission(Fate fate, byte[] received) {
    return switch (fate) {
      case Fate.Send send -> Optional.of(send.submission());
      case Fate.Refused refused when !NOT_KEPT.contains(refused.reasonCode()) ->
          Optional.of(
              Submission.unreadable(
                  received,
                  Refusal.whole(refused.step(), refused.reasonCode(), refused.whatToDo())));
      case Fate.Refused _, Fate.NoEvent _, Fate.Repeated _ -> Optional.empty();
    };
  }
}
