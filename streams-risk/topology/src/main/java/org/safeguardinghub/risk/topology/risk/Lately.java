package org.safeguardinghub.risk.topology.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was read or written lately, so that a store need not be asked and its bytes not be read
 * again. It holds what the store holds: whoever writes to the store puts it here too. A task that
 * is started anew begins with none.
 */
final class Lately<K, V> {
  private final Map<K, V> kept;

  /**
   * @param most how many are kept, those that were asked for last
   */
  Lately(int most) {
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  V get(K key, Supplier<V> stored) {
    V known = kept.get(key);
    if (known == null) {
      known = stored.get();
      kept.put(key, known);
    }
    return known;
  }

  /** Takes it out, for whoever changes it and puts it back. */
  Optional<V> take(K key) {
    return Optional.ofNullable(kept.remove(key));
  }

  void put(K key, V value) {
    kept.put(key, value);
  }
}
