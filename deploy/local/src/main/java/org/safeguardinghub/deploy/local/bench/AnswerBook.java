package org.safeguardinghub.deploy.local.bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one sender sent and was told of it. Several threads of the sender write it. */
final class AnswerBook {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private int sent;

  /** What a record can come to, as its sender sees it. */
  enum Outcome {
    ACCEPTED,
    REFUSED,
    NO_EVENT
  }

  /**
   * One record.
   *
   * @param answers how often it was answered in one place; more than once is one time too many
   * @param receipts all that its sender was told
   */
  record Entry(Optional<Outcome> outcome, int answers, Set<String> receipts) {
    private static final Entry SENT = new Entry(Optional.empty(), 0, Set.of());

    Entry {
      receipts = Set.copyOf(receipts);
    }

    private Entry answered(Outcome with, Optional<String> receipt) {
      Set<String> all = new LinkedHashSet<>(receipts);
      receipt.ifPresent(all::add);
      return new Entry(Optional.of(with), answers + 1, all);
    }
  }

  /** Records go out, for the first time or again. */
  synchronized void sent(List<String> ids) {
    ids.forEach(id -> entries.putIfAbsent(id, Entry.SENT));
    sent += ids.size();
  }

  synchronized void answered(String id, Outcome outcome, Optional<String> receipt) {
    entries.put(id, entries.getOrDefault(id, Entry.SENT).answered(outcome, receipt));
  }

  /** Those of some records that nothing was said of yet. */
  synchronized List<String> open(List<String> ids) {
    return ids.stream()
        .filter(id -> entries.getOrDefault(id, Entry.SENT).outcome().isEmpty())
        .toList();
  }

  /** Every record. */
  synchronized Map<String, Entry> entries() {
    return Map.copyOf(entries);
  }

  /** How often a record went out that had gone out before. */
  synchronized int again() {
    return sent - entries.size();
  }
}
