package org.safeguardinghub.console.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.safeguardinghub.console.alert.ActionStore;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.ListCensus;
import org.safeguardinghub.console.alert.ListChoices;
import org.safeguardinghub.console.alert.ListFilter;
import org.safeguardinghub.console.alert.ListOrder;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.RunningClock;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.alert.Shelf;
import org.safeguardinghub.console.audit.AccessLog;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Alerts, actions and the access record in memory. */
public final class MemoryAlerts implements AlertStore, ActionStore, AuditTrail, AccessLog {
  private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
  private final Map<String, EventDetail> events = new ConcurrentHashMap<>();
  private final Map<String, List<String>> chronologies = new ConcurrentHashMap<>();
  private final Map<String, List<Sealed>> claims = new ConcurrentHashMap<>();
  private final Map<String, List<DeliveryLine>> deliveries = new ConcurrentHashMap<>();
  private final Map<String, SentAction> actions = new LinkedHashMap<>();
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final List<RunningClock> clocks = new CopyOnWriteArrayList<>();
  private volatile int tasks;
  private volatile int othersAtHome;

  public void put(Alert alert) {
    alerts.put(alert.id(), alert);
  }

  public void putEvent(String person, EventDetail event) {
    events.put(event.eventId(), event);
    chronologies.computeIfAbsent(person, ref -> new CopyOnWriteArrayList<>()).add(event.eventId());
  }

  public void putClaims(String person, Sealed sealed) {
    claims.computeIfAbsent(person, ref -> new CopyOnWriteArrayList<>()).add(sealed);
  }

  public void putDelivery(String alertId, DeliveryLine line) {
    deliveries.computeIfAbsent(alertId, id -> new CopyOnWriteArrayList<>()).add(line);
  }

  public void putClock(RunningClock clock) {
    clocks.add(clock);
  }

  public void openTasks(int number) {
    tasks = number;
  }

  public void putOthersAtHome(int number) {
    othersAtHome = number;
  }

  public List<SentAction> sent() {
    synchronized (actions) {
      return List.copyOf(actions.values());
    }
  }

  /** Lines such as {@code p-mash-manager OPENED alert a-1}. */
  public List<String> audited() {
    return List.copyOf(written);
  }

  @Override
  public <T> T together(Function<AlertStore, T> work) {
    return work.apply(this);
  }

  @Override
  public List<Alert> list(Reader reader, Shelf shelf, int offset, int limit) {
    return list(reader, ListFilter.of(shelf), ListOrder.URGENT, Instant.EPOCH, offset, limit);
  }

  @Override
  public List<Alert> list(
      Reader reader, ListFilter filter, ListOrder order, Instant now, int offset, int limit) {
    return alerts.values().stream()
        .filter(
            a ->
                reader.mayOpen(a.owner())
                    && !reader.inConflictWith(a)
                    && filter.admits(a, reader, now))
        .sorted(order.comparator(_ -> 0))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public Map<Shelf, Integer> counts(Reader reader, ListFilter filter, Instant now) {
    Map<Shelf, Integer> counts = new EnumMap<>(Shelf.class);
    for (Shelf shelf : Shelf.values()) {
      counts.put(
          shelf,
          list(reader, filter.on(shelf), ListOrder.URGENT, now, 0, Integer.MAX_VALUE).size());
    }
    return counts;
  }

  @Override
  public ListCensus census(Reader reader) {
    SortedMap<String, String> patterns = new TreeMap<>();
    SortedSet<String> agencies = new TreeSet<>();
    for (Alert alert : alerts.values()) {
      if (reader.mayOpen(alert.owner()) && !reader.inConflictWith(alert)) {
        alert.standing().forEach(one -> patterns.put(one.pattern(), one.title()));
        alert.findings().stream()
            .flatMap(one -> one.evidence().stream())
            .filter(one -> HandlingRule.maySee(one.handling(), reader))
            .forEach(one -> agencies.add(one.agency()));
      }
    }
    return new ListCensus(
        counts(reader, ListFilter.of(Shelf.WAITING), Instant.EPOCH),
        new ListChoices(patterns, List.copyOf(agencies)));
  }

  @Override
  public List<Alert> waiting(Collection<String> roles) {
    return alerts.values().stream()
        .filter(a -> a.open() && roles.contains(a.owner().role()))
        .sorted(Comparator.comparing(Alert::raisedAt).thenComparing(Alert::id))
        .toList();
  }

  @Override
  public List<Alert> toConfirm(String personId) {
    return alerts.values().stream()
        .filter(a -> a.toConfirm().contains(personId))
        .sorted(Comparator.comparing(Alert::id))
        .toList();
  }

  @Override
  public List<Alert> toDo(Reader reader, int limit) {
    return alerts.values().stream()
        .filter(alert -> !reader.toDo(alert).isEmpty())
        .sorted(
            Comparator.comparing((Alert a) -> a.minutes().nextDue().orElseThrow())
                .thenComparing(Alert::id))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Alert> copies(Reader reader, int limit) {
    return alerts.values().stream()
        .filter(alert -> alert.live() && reader.copyOf(alert).isPresent())
        .sorted(Comparator.comparing(Alert::raisedAt).reversed().thenComparing(Alert::id))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Alert> overduePlans(Reader reader, Instant now) {
    return overduePlans(
        alert -> reader.mayOpen(alert.owner()) && !reader.inConflictWith(alert), now);
  }

  @Override
  public List<Alert> overduePlans(Collection<String> roles, Instant now) {
    return overduePlans(alert -> roles.contains(alert.owner().role()), now);
  }

  private List<Alert> overduePlans(Predicate<Alert> whose, Instant now) {
    return alerts.values().stream()
        .filter(whose)
        .filter(alert -> !alert.minutes().overdue(now).isEmpty())
        .sorted(
            Comparator.comparing((Alert a) -> a.minutes().nextDue().orElseThrow())
                .thenComparing(Alert::id))
        .toList();
  }

  @Override
  public Optional<Alert> find(String alertId) {
    return Optional.ofNullable(alerts.get(alertId));
  }

  @Override
  public List<Alert> others(Alert alert, int limit) {
    return alerts.values().stream()
        .filter(other -> !other.id().equals(alert.id()))
        .filter(other -> !Collections.disjoint(other.about(), alert.about()))
        .sorted(
            Comparator.comparing(Alert::live)
                .thenComparing(Alert::raisedAt)
                .reversed()
                .thenComparing(Alert::id))
        .limit(limit)
        .toList();
  }

  @Override
  public List<EventDetail> events(Collection<String> eventIds, Collection<String> persons) {
    return eventIds.stream().flatMap(id -> Optional.ofNullable(events.get(id)).stream()).toList();
  }

  @Override
  public List<EventDetail> protective(Collection<String> persons, Collection<String> types) {
    return persons.stream()
        .flatMap(ref -> events(chronologies.getOrDefault(ref, List.of()), persons).stream())
        .filter(event -> types.contains(event.type()))
        .toList();
  }

  @Override
  public List<DeliveryLine> deliveries(String alertId) {
    return deliveries.getOrDefault(alertId, List.of());
  }

  @Override
  public Map<String, List<Sealed>> claims(Collection<String> persons) {
    Map<String, List<Sealed>> found = new LinkedHashMap<>();
    for (String person : persons) {
      List<Sealed> sealed = claims.get(person);
      if (sealed != null) {
        found.put(person, sealed);
      }
    }
    return found;
  }

  @Override
  public int openIdentityTasks() {
    return tasks;
  }

  @Override
  public List<RunningClock> clocks(Alert alert) {
    return List.copyOf(clocks);
  }

  @Override
  public List<FeedLine> feeds() {
    return List.of(
        new FeedLine(
            "fablewick-police",
            "api",
            Optional.of(Samples.NOW.minusSeconds(120)),
            41,
            2,
            Optional.of(Duration.ofDays(1)),
            List.of(
                new FeedLine.TypeLine(
                    "POL-MIS-01",
                    Optional.of(Samples.NOW.minus(Duration.ofDays(10))),
                    Optional.of(Duration.ofDays(14)))),
            Samples.NOW),
        new FeedLine(
            "fablewick-housing",
            "api",
            Optional.of(Samples.NOW.minus(Duration.ofDays(9))),
            7,
            0,
            Optional.of(Duration.ofDays(7)),
            List.of(),
            Samples.NOW));
  }

  @Override
  public boolean record(SentAction action) {
    synchronized (actions) {
      return actions.putIfAbsent(action.actionId(), action) == null;
    }
  }

  @Override
  public Optional<Answer> lastAnswer(String alertId, String personId) {
    List<Answer> answers = new ArrayList<>();
    for (SentAction action : sent()) {
      if (action.what() instanceof SentAction.What.Acknowledged sent
          && action.alertId().equals(alertId)
          && action.personId().equals(personId)) {
        answers.add(
            new Answer(
                action.actionId(), sent.decision(), action.expectedVersion(), action.at(), true));
      }
    }
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
  }

  @Override
  public void write(String actor, Action action, String objectKind, String objectId) {
    written.add(String.join(" ", actor, action.name(), objectKind, objectId));
  }

  @Override
  public List<Access> of(String objectKind, String objectId) {
    String end = " " + objectKind + " " + objectId;
    List<Access> found = new ArrayList<>();
    for (String line : written) {
      if (line.endsWith(end)) {
        String[] fields = line.split(" ", -1);
        found.addFirst(new Access(fields[0], Action.valueOf(fields[1]), Samples.NOW));
      }
    }
    return found;
  }

  @Override
  public List<EventDetail> chronology(Collection<String> persons) {
    return persons.stream()
        .flatMap(ref -> events(chronologies.getOrDefault(ref, List.of()), persons).stream())
        .toList();
  }

  @Override
  public int othersAtHome(Collection<String> persons) {
    return othersAtHome;
  }
}
