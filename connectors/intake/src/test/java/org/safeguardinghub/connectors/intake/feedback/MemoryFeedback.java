package org.safeguardinghub.connectors.intake.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be told, in memory: what is to be tried again is due at once. */
final class MemoryFeedback implements FeedbackStore {
  private final Map<Long, Due> rows = new LinkedHashMap<>();
  private final Map<Long, Integer> taken = new HashMap<>();
  private final List<Duration> pauses = new ArrayList<>();
  private long next = 1;

  /** Something of a feed that has been waiting so long already. */
  synchronized void add(String feed, String receiptId, Duration age) {
    Instant madeAt = Instant.parse("2026-03-02T10:00:00Z");
    rows.put(next, new Due(next, feed, receiptId, "feedback-" + next, madeAt, 0, age));
    next++;
  }

  @Override
  public synchronized Set<String> due() {
    return rows.values().stream()
        .filter(row -> !taken.containsKey(row.number()))
        .map(Due::feed)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Optional<Due> claim(String feed, Duration lease) {
    Optional<Due> found =
        rows.values().stream()
            .filter(row -> row.feed().equals(feed) && !taken.containsKey(row.number()))
            .findFirst()
            .map(MemoryFeedback::attempted);
    found.ifPresent(
        row -> {
          rows.put(row.number(), row);
          taken.put(row.number(), row.attempts());
        });
    return found;
  }

  private static Due attempted(Due row) {
    return new Due(
        row.number(),
        row.feed(),
        row.receiptId(),
        row.wireId(),
        row.madeAt(),
        row.attempts() + 1,
        row.age());
  }

  @Override
  public synchronized void done(Due due) {
    rows.remove(due.number());
  }

  @Override
  public synchronized void again(Due due, Duration after) {
    taken.remove(due.number(), due.attempts());
    pauses.add(after);
  }

  @Override
  public synchronized int keepOnly(Set<String> feeds) {
    int before = rows.size();
    rows.values().removeIf(row -> !feeds.contains(row.feed()));
    return before - rows.size();
  }

  /** How many of a feed are still to be told. */
  synchronized long left(String feed) {
    return rows.values().stream().filter(row -> row.feed().equals(feed)).count();
  }

  /** The pauses that were asked for. */
  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
