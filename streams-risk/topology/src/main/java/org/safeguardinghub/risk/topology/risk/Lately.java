package org.safeguardinghub.risk.topology.risk;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.topics.Topics;

/**
 * What was read or written lately, so that a store need not be asked and its bytes not be read
 * again. It holds what the store holds: whoever writes to the store puts it here too. A task that
 * is started anew begins with none.
 *
 * <p>Where there is no more room, most newcomers stay only until the next one: if every one of them
 * drove out another, nothing of a log that goes round many keys would be here when it is asked for
 * again, and all of it would have grown old in the heap first.
 */
final class Lately<K, V> {
  /** Of so many newcomers for whom there is no room one gets it, so that it goes with the times. */
  private static final int ONE_OF = 16;

  private final Map<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final long room;
  private final ToLongFunction<V> weigher;
  private long weight;
  private int turnedAway;

  /** Who was put here last, if there was no room. */
  private @Nullable Guest<K, V> guest;

  private @Nullable K taken;

  /** A value with its weight when it was put here: it may grow while somebody has it. */
  private record Kept<V>(V value, long weight) {}

  private record Guest<K, V>(K key, V value) {
    boolean is(K asked) {
      return key.equals(asked);
    }
  }

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
    Guest<K, V> last = guest;
    if (last != null && last.is(key)) {
      return last.value();
    }
    V value = stored.get();
    put(key, value);
    return value;
  }

  /** Takes it out, for whoever changes it and puts it back. */
  Optional<V> take(K key) {
    Kept<V> known = kept.remove(key);
    if (known != null) {
      weight -= known.weight();
      taken = key;
      return Optional.of(known.value());
    }
    Guest<K, V> last = guest;
    if (last != null && last.is(key)) {
      guest = null;
      return Optional.of(last.value());
    }
    return Optional.empty();
  }

  void put(K key, V value) {
    Kept<V> now = new Kept<>(value, weigher.applyAsLong(value));
    boolean newcomer = !key.equals(taken) && !kept.containsKey(key);
    guest = null;
    if (newcomer && weight + now.weight() > room && ++turnedAway % ONE_OF != 0) {
      guest = new Guest<>(key, value);
      return;
    }
    keep(key, now);
  }

  private void keep(K key, Kept<V> now) {
    Kept<V> before = kept.put(key, now);
    weight += now.weight() - (before == null ? 0 : before.weight());
    Iterator<Kept<V>> eldest = kept.values().iterator();
    while (weight > room && kept.size() > 1) {
      weight -= eldest.next().weight();
      eldest.remove();
    }
  }
}
