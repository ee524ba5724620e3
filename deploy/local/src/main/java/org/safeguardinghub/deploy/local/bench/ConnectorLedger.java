package org.safeguardinghub.deploy.local.bench;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.schemas.Fate;

/**
 * The books of a run in which connectors were killed again and again while they read.
 *
 * @param ways one entry for each way in
 * @param astray accepted receipts on the topics that no sender was answered with
 * @param unreconciled what does not add up in the counts of the day, in words
 */
public record ConnectorLedger(List<Way> ways, int astray, List<String> unreconciled) {
  public ConnectorLedger {
    ways = List.copyOf(ways);
    unreconciled = List.copyOf(unreconciled);
  }

  /**
   * What came in one way.
   *
   * @param records that were sent, each counted once
   * @param again how often one was sent again since no answer had come
   * @param accepted answered so; refused and withoutEvent likewise
   * @param missing sent, and never answered
   * @param twice answered in two places of one file, under two receipts, or with two events
   * @param unsettled answered with a receipt that has no fate on the topic of dispositions, or
   *     accepted without an event on the feed's topic
   * @param copies records on the feed's topic beyond the first, each under the event id of the
   *     first: they change nothing
   */
  public record Way(
      String name,
      String app,
      int records,
      int again,
      int accepted,
      int refused,
      int withoutEvent,
      int missing,
      int twice,
      int unsettled,
      int copies) {
    boolean sound() {
      return missing == 0
          && twice == 0
          && unsettled == 0
          && accepted + refused + withoutEvent == records;
    }
  }

  /** What stands on the topics: fates and events by receipt, and how often each event stands. */
  static final class Topics {
    private final Map<String, Fate> fates = new HashMap<>();
    private final Map<String, Map<String, Integer>> events = new HashMap<>();

    void fate(String receipt, Fate fate) {
      fates.put(receipt, fate);
    }

    /**
     * @param event id of the event with the number of its subject
     */
    void event(String receipt, String event) {
      events.computeIfAbsent(receipt, _ -> new LinkedHashMap<>()).merge(event, 1, Integer::sum);
    }

    private Map<String, Integer> eventsOf(String receipt) {
      return events.getOrDefault(receipt, Map.of());
    }
  }

  /** Whether nothing is missing and nothing came in twice. */
  public boolean sound() {
    return astray == 0 && unreconciled.isEmpty() && ways.stream().allMatch(Way::sound);
  }

  /** Closes the books. */
  static ConnectorLedger of(
      Map<ConnectorWay, AnswerBook> books, Topics topics, List<String> unreconciled) {
    Set<String> astray = new HashSet<>(topics.events.keySet());
    topics.fates.forEach(
        (receipt, fate) -> {
          if (fate != Fate.REFUSED) {
            astray.add(receipt);
          }
        });
    List<Way> ways =
        books.entrySet().stream()
            .map(
                book -> {
                  Map<String, AnswerBook.Entry> entries = book.getValue().entries();
                  entries.values().forEach(entry -> astray.removeAll(entry.receipts()));
                  return way(book.getKey(), book.getValue().again(), entries, topics);
                })
            .toList();
    return new ConnectorLedger(ways, astray.size(), unreconciled);
  }

  private static Way way(
      ConnectorWay way, int again, Map<String, AnswerBook.Entry> entries, Topics topics) {
    int missing = 0;
    int twice = 0;
    int unsettled = 0;
    int copies = 0;
    Map<AnswerBook.Outcome, Integer> outcomes = new EnumMap<>(AnswerBook.Outcome.class);
    for (AnswerBook.Entry entry : entries.values()) {
      if (entry.outcome().isEmpty()) {
        missing++;
        continue;
      }
      outcomes.merge(entry.outcome().get(), 1, Integer::sum);
      Map<String, Integer> events = new HashMap<>();
      entry.receipts().forEach(receipt -> events.putAll(topics.eventsOf(receipt)));
      boolean accepted = entry.outcome().get() == AnswerBook.Outcome.ACCEPTED;
      twice += entry.answers() > 1 || entry.receipts().size() > 1 || events.size() > 1 ? 1 : 0;
      unsettled +=
          (accepted && events.isEmpty()) || !topics.fates.keySet().containsAll(entry.receipts())
              ? 1
              : 0;
      copies += events.values().stream().mapToInt(count -> count - 1).sum();
    }
    return new Way(
        way.name(),
        way.app(),
        entries.size(),
        again,
        outcomes.getOrDefault(AnswerBook.Outcome.ACCEPTED, 0),
        outcomes.getOrDefault(AnswerBook.Outcome.REFUSED, 0),
        outcomes.getOrDefault(AnswerBook.Outcome.NO_EVENT, 0),
        missing,
        twice,
        unsettled,
        copies);
  }
}
