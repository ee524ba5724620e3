package org.safeguardinghub.risk.topology.risk;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.safeguardinghub.kernel.topics.Topics;

/**
 * What was read or written lately, so that a store need not be asked and its bytes not be read
 * again. It holds what the store holds: whoever writes to the store puts it here too. A task that
 * is started anew begins with none.
 */
final class Lately<K, V> {
  private final Map<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final long room;
  private final ToLongFunction<V> weigher;
  private long weight;

  /** A value with its weight when it was put here: it may grow while somebody has it. */
  private record Kept<V>(V value, long weight) {}

  /** A task's share of a part of the heap, for all tasks of a process; in bytes. */
  static long room(int partOfHeap) {
    return Runtime.getRuntime().maxMemory() / partOfHeap / Topics.SUBJECT_PARTITIONS;
  }

  /**
   * @param room what all that is kept may weigh together; the last one is kept whatever it weighs
   * @param weigher weighs what is put here
   */
  Lately(long room, ToLongFunction<V> weigher) {
    this.room = room;
    this.weigher = weigher;
  }

  V get(K key, Supplier<V> stored) {
    Kept<V> known = kept.get(key);
    if (known != null) {
      return known.value();
    }
    V value = stored.get();
    put(key, value);
    return value;
  }

  /** Takes it out, for whoever changes it and puts it back. */
  Optional<V> take(K key) {
    Optional<Kept<V>> known = Optional.ofNullable(kept.remove(key));
    known.ifPresent(one -> weight -= one.weight());
    return known.map(Kept::value);
  }

  void put(K key, V value) {
    Kept<V> now = new Kept<>(value, weigher.applyAsLong(value));
    Kept<V> before = kept.put(key, now);
    weight += now.weight() - (before == null ? 0 : before.weight());
    Iterator<Kept<V>> eldest = kept.values().iterator();
    while (weight > room && kept.size() > 1) {
      weight -= eldest.next().weight();
      eldest.remove();
    }
  }
}
