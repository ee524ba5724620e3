package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguardinghub.kernel.sealing.Sealed;

/** The console's rows, as pages read them. Filled from the topics; see {@code projection}. */
public interface AlertStore {
  /**
   * Reads several things together, as a page does: whatever the work asks of the store that it is
   * given goes over one connection.
   */
  <T> T together(Function<AlertStore, T> work);

  /** A reader's alerts, most urgent first: by severity, then by due time. */
  List<Alert> list(Reader reader, Shelf shelf, int offset, int limit);

  /** A reader's alerts as a filter chooses them, in an order. */
  List<Alert> list(
      Reader reader, ListFilter filter, ListOrder order, Instant now, int offset, int limit);

  /** How many of a reader's alerts a filter chooses, on each shelf. */
  Map<Shelf, Integer> counts(Reader reader, ListFilter filter, Instant now);

  /** All of a reader's alerts at a glance: how many on each shelf, what they can be chosen by. */
  ListCensus census(Reader reader);

  /** Alerts that wait for an answer in these roles, the one that waits longest first. */
  List<Alert> waiting(Collection<String> roles);

  /** Alerts whose correction or withdrawal this person has still to confirm, the latest first. */
  List<Alert> toConfirm(String personId);

  /**
   * Alerts that somebody works on and of which a role of the reader has a copy, latest first; so
   * many at most.
   */
  List<Alert> copies(Reader reader, int limit);

  /**
   * Alerts, in whatever state, about which something was agreed that this reader is to do; the one
   * with the next due first, so many at most.
   */
  List<Alert> toDo(Reader reader, int limit);

  /**
   * A reader's alerts about which something agreed is overdue, in whatever state they are; the one
   * that is overdue for longest first.
   */
  List<Alert> overduePlans(Reader reader, Instant now);

  /** The same of the alerts that these roles own. */
  List<Alert> overduePlans(Collection<String> roles, Instant now);

  Optional<Alert> find(String alertId);

  /**
   * The other alerts about an alert's subject or the children whom it names, whoever answers for
   * them: what somebody works on first, then the latest; so many at most.
   */
  List<Alert> others(Alert alert, int limit);

  /** The chronology entries of these events, each event once: these persons' own entries first. */
  List<EventDetail> events(Collection<String> eventIds, Collection<String> persons);

  /** Protective events on the chronologies of these persons. */
  List<EventDetail> protective(Collection<String> persons, Collection<String> types);

  /** All that is on the chronologies of these persons, each event once. */
  List<EventDetail> chronology(Collection<String> persons);

  /** How many other children are known to live where these persons live now. */
  int othersAtHome(Collection<String> persons);

  List<DeliveryLine> deliveries(String alertId);

  /** The sealed claims of each person, best first: settled before unsettled, newer before older. */
  Map<String, List<Sealed>> claims(Collection<String> persons);

  /** Open questions to identity stewards. */
  int openIdentityTasks();

  List<FeedLine> feeds();

  /** The clocks that run about an alert's subject and the persons whom it concerns, next first. */
  List<RunningClock> clocks(Alert alert);
}
