package org.safeguardinghub.notifier.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Deliveries in memory, with a switch for an outage. Held to the same contract as the real store.
 */
public final class InMemoryDeliveries implements Deliveries {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Set<Unreadable> unreadable = new LinkedHashSet<>();
  private int told;
  private int acceptFailures;
  private int recordFailures;

  /** The next calls that bring notifications fail. */
  public synchronized void failAccepting(int calls) {
    acceptFailures = calls;
  }

  /** The next calls that record an answer fail. */
  public synchronized void failRecording(int calls) {
    recordFailures = calls;
  }

  public synchronized List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  public synchronized Set<Unreadable> unreadable() {
    return Set.copyOf(unreadable);
  }

  public synchronized Set<String> ids() {
    return Set.copyOf(rows.keySet());
  }

  @Override
  public synchronized void accept(Collection<Notification> notifications, Instant realTime) {
    if (acceptFailures > 0) {
      acceptFailures--;
      throw outage();
    }
    for (Notification notification : notifications) {
      rows.putIfAbsent(
          notification.id(), new Row(notification, new DeliveryState.Waiting(realTime), 0, 0));
    }
  }

  @Override
  public synchronized void quarantine(Unreadable record, Instant realTime) {
    unreadable.add(record);
  }

  @Override
  public synchronized List<Attempt> claim(Claim claim, Instant realTime) {
    Map<Channel, Integer> free = new HashMap<>(claim.free());
    Map<String, Integer> busy = new HashMap<>(claim.busy());
    List<Attempt> attempts = new ArrayList<>();
    List<Row> due =
        rows.values().stream()
            .filter(row -> row.dueAt(realTime) && !claim.inHand().contains(row.notification.id()))
            .sorted(Comparator.comparing(Row::nextAttempt))
            .toList();
    for (Row row : due) {
      String receiver = row.notification.receiver();
      if (free.getOrDefault(row.notification.channel(), 0) > 0
          && busy.getOrDefault(receiver, 0) < claim.perReceiver()) {
        free.merge(row.notification.channel(), -1, Integer::sum);
        busy.merge(receiver, 1, Integer::sum);
        Row claimed =
            new Row(
                row.notification,
                new DeliveryState.Waiting(realTime.plus(claim.lease())),
                row.attempts + 1,
                row.earlier);
        rows.put(row.notification.id(), claimed);
        attempts.add(
            new Attempt(row.notification, claimed.attempts, claimed.attempts - row.earlier));
      }
    }
    return attempts;
  }

  @Override
  public synchronized boolean record(Attempt attempt, Step step) {
    if (recordFailures > 0) {
      recordFailures--;
      throw outage();
    }
    Row row = rows.get(attempt.notification().id());
    if (row == null
        || !(row.state instanceof DeliveryState.Waiting)
        || row.attempts != attempt.number()) {
      return false;
    }
    rows.put(attempt.notification().id(), row.after(step.next()));
    outcomes.add(step.outcome());
    return true;
  }

  @Override
  public synchronized int tellOutcomes(int most, Consumer<List<Outcome>> tell) {
    List<Outcome> untold =
        List.copyOf(outcomes.subList(told, Math.min(outcomes.size(), told + most)));
    if (!untold.isEmpty()) {
      tell.accept(untold);
    }
    told += untold.size();
    return untold.size();
  }

  private static StoreUnavailable outage() {
    return new StoreUnavailable(new IllegalStateException("outage made by a test"));
  }

  private record Row(Notification notification, DeliveryState state, int attempts, int earlier) {
    Row after(DeliveryState next) {
      return next instanceof DeliveryState.NextChannel(Channel channel, Instant at)
          ? new Row(on(channel, notification), new DeliveryState.Waiting(at), attempts, attempts)
          : new Row(notification, next, attempts, earlier);
    }

    private static Notification on(Channel channel, Notification told) {
      return new Notification(
          told.id(),
          told.alertId(),
          told.personId(),
          channel,
          told.others().subList(1, told.others().size()),
          told.template(),
          told.reference(),
          told.dueAt(),
          told.createdAt());
    }

    boolean dueAt(Instant now) {
      return state instanceof DeliveryState.Waiting(Instant next) && !next.isAfter(now);
    }

    Instant nextAttempt() {
      return state instanceof DeliveryState.Waiting(Instant next) ? next : Instant.MAX;
    }
  }
}
