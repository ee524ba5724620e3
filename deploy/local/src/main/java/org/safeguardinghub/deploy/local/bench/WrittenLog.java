package org.safeguardinghub.deploy.local.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Where the events of a log stand. Between them stand the marks of transactions, so that offsets
 * alone do not count events.
 */
final class WrittenLog {
  private final String topic;
  private final Map<Integer, long[]> offsets = new HashMap<>();
  private final List<Instant> received;

  /**
   * @param offsets of the events, by partition
   * @param received when the events were received, in order over all partitions
   */
  WrittenLog(String topic, Map<Integer, List<Long>> offsets, List<Instant> received) {
    this.topic = topic;
    this.received = List.copyOf(received);
    offsets.forEach(
        (partition, all) ->
            this.offsets.put(
                partition, all.stream().flatMapToLong(LongStream::of).sorted().toArray()));
  }

  String topic() {
    return topic;
  }

  int events() {
    return received.size();
  }

  /** When the last of so many events was received; the first where there is none. */
  Instant receivedAt(int count) {
    return received.get(Math.max(0, count - 1));
  }

  /** How many events stand before these places, by partition; a missing one has none behind it. */
  int eventsBefore(Map<Integer, Long> places) {
    int before = 0;
    for (Map.Entry<Integer, Long> place : places.entrySet()) {
      long[] known = offsets.getOrDefault(place.getKey(), new long[0]);
      int found = Arrays.binarySearch(known, place.getValue());
      before += found < 0 ? -found - 1 : found;
    }
    return before;
  }
}
