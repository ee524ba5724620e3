package org.safeguardinghub.risk.topology.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Short facts in one store, found by the beginning of their keys. */
final class Marks {
  private static final byte[] MARK = {1};

  private final KeyValueStore<String, byte[]> store;

  Marks(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void put(String key) {
    store.put(key, MARK);
  }

  void put(String key, String text) {
    store.put(key, text.getBytes(UTF_8));
  }

  boolean has(String key) {
    return store.get(key) != null;
  }

  Optional<String> text(String key) {
    byte @Nullable [] stored = store.get(key);
    return Optional.ofNullable(stored).map(bytes -> new String(bytes, UTF_8));
  }

  void remove(String key) {
    store.delete(key);
  }

  /** What follows a beginning, of all keys that have it. */
  NavigableSet<String> under(String prefix) {
    return atMost(Integer.MAX_VALUE - 1, prefix);
  }

  /** The same; nothing where there are more than so many. */
  NavigableSet<String> atMost(int most, String prefix) {
    NavigableSet<String> found = new TreeSet<>();
    try (KeyValueIterator<String, byte[]> entries =
        store.prefixScan(prefix, new StringSerializer())) {
      while (entries.hasNext() && found.size() <= most) {
        found.add(entries.next().key.substring(prefix.length()));
      }
    }
    return found.size() > most ? new TreeSet<>() : found;
  }

  /** The same, and they are gone. */
  List<String> take(String prefix) {
    List<String> all = List.copyOf(under(prefix));
    all.forEach(each -> remove(prefix + each));
    return all;
  }
}
