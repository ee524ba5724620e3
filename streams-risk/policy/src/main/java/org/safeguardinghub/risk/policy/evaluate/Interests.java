package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Which parts of a policy's patterns ask for which types of events, known before any subject is. A
 * subject's story is told by few types: a part that asks for none of them comes to nothing, and
 * need not be run. It follows from the policy alone and may be shared between threads.
 */
public final class Interests {
  /** Every part is run, whatever is told. */
  static final Interests UNKNOWN = new Interests();

  private final Map<Scope, Asked> byScope = new EnumMap<>(Scope.class);

  /**
   * @param always the parts that look at more than events
   * @param byType by type of event, the parts that ask for it
   */
  private record Asked(BitSet always, Map<String, BitSet> byType) {}

  private Interests() {}

  /** Asks every pattern of a policy what it would look at. */
  public static Interests of(Policy policy, EventCatalogue catalogue) {
    Interests interests = new Interests();
    for (Scope scope : Scope.values()) {
      Timeline nothing = Timeline.of(new SubjectRef(scope, "nobody"), List.of(), catalogue);
      interests.byScope.put(scope, asked(policy, nothing));
    }
    return interests;
  }

  private static Asked asked(Policy policy, Timeline nothing) {
    Basis basis = new Basis(policy, UNKNOWN, nothing, Instant.MIN);
    List<Outcome> parts = Evaluation.drafted(basis).parts();
    List<List<Selection>> asked = new ArrayList<>();
    BitSet always = new BitSet();
    for (Outcome part : parts) {
      List<Selection> own =
          basis.selections().all().stream().filter(one -> part.asks(one.asker())).toList();
      always.set(asked.size(), part.followsOthers() || own.isEmpty());
      asked.add(own);
    }
    Map<String, BitSet> byType = new HashMap<>();
    for (EventType type : nothing.catalogue().types()) {
      BitSet asking = new BitSet();
      for (int part = 0; part < asked.size(); part++) {
        asking.set(part, asked.get(part).stream().anyMatch(one -> one.possible(type.code())));
      }
      byType.put(type.code(), asking);
    }
    return new Asked(always, byType);
  }

  /**
   * The parts that are to be run where these events are told, by their place among all parts of the
   * scope.
   *
   * @param count of all parts
   */
  BitSet concernedBy(Scope scope, Iterable<TimelineEvent> events, int count) {
    BitSet concerned = new BitSet(count);
    Asked asked = byScope.get(scope);
    if (asked == null) {
      concerned.set(0, count);
      return concerned;
    }
    concerned.or(asked.always());
    for (TimelineEvent event : events) {
      BitSet asking = asked.byType().get(event.type());
      if (asking == null) {
        // What the catalogue does not know, anybody may ask for.
        concerned.set(0, count);
      } else {
        concerned.or(asking);
      }
    }
    return concerned;
  }
}
