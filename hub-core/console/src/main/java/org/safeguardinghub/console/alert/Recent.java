package org.safeguardinghub.console.alert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps so many values, those that were used last. Safe for many threads. */
public final class Recent<K, V> {
  private final Map<K, V> kept;

  public Recent(int most) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(kept.get(key));
  }

  public synchronized V keep(K key, V value) {
    kept.put(key, value);
    return value;
  }
}
