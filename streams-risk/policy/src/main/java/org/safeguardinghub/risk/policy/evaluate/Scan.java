package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Ages;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * One evaluation's view of a timeline: what counts under the policy, and the questions that every
 * rule asks.
 */
final class Scan {
  private static final int MONTHS_A_YEAR = 12;
  private static final Calendars CALENDARS = Calendars.load();

  private final Basis basis;
  private List<TimelineEvent> touched = List.of();
  private boolean readsEpisodes;

  /** What it is asked for is kept up to date as events come and go. */
  Scan(Basis basis) {
    this.basis = basis;
  }

  /** Of what was asked for, something came or went. */
  @SuppressWarnings("ReferenceEquality") // Several of its lists may hold one event.
  void touch(TimelineEvent event) {
    if (touched.isEmpty()) {
      touched = new ArrayList<>(2);
    } else if (touched.getLast() == event) {
      return;
    }
    touched.add(event);
  }

  /** Whether anything came or went that nobody has taken in yet. */
  boolean touched() {
    return !touched.isEmpty();
  }

  /** The events that came or went of what was asked for, since this was last asked. */
  List<TimelineEvent> takeTouched() {
    List<TimelineEvent> taken = touched;
    touched = List.of();
    return taken;
  }

  /** Whether anybody asked what was open. */
  boolean readsEpisodes() {
    return readsEpisodes;
  }

  Policy policy() {
    return basis.policy();
  }

  Timeline timeline() {
    return basis.timeline();
  }

  Episodes episodes() {
    readsEpisodes = true;
    return basis.episodes();
  }

  Ages ages() {
    return timeline().ages();
  }

  /** Working days of England and Wales. */
  WorkingCalendar calendar() {
    return CALENDARS.working();
  }

  /** Working days and school days. */
  Calendars calendars() {
    return CALENDARS;
  }

  /** The latest moment that has come. */
  Instant now() {
    return basis.now();
  }

  /** The child's reference; only asked where the subject is one. */
  String child() {
    return timeline().subject().ref();
  }

  /** Whether this is the lane of allegations about adults, which only the LADO reads. */
  boolean inAdultLane() {
    return basis.inAdultLane();
  }

  /** Whether an event counts as a concern about this subject. */
  boolean counts(TimelineEvent event) {
    return basis.counts(event);
  }

  /** The match, with the note that a rule about age could not be applied where that is so. */
  Match withAge(Match match) {
    return ages().known(child()) ? match : match.with(Match.Note.AGE_UNKNOWN);
  }

  /** Whether what happened in the event happened to this child. */
  boolean harmed(TimelineEvent event) {
    return policy().harmedRoles().contains(event.sent().role());
  }

  /** Whether a child is known to be younger than so many years. */
  boolean youngerThan(String child, int years, Instant moment) {
    OptionalInt months = ages().monthsAt(child, moment);
    return months.isPresent() && months.getAsInt() < years * MONTHS_A_YEAR;
  }

  static Predicate<TimelineEvent> of(EventSelector selector) {
    return Chosen.by(selector);
  }

  static Predicate<TimelineEvent> any(List<EventSelector> selectors) {
    return Chosen.byAny(selectors);
  }

  /** Events that speak for the protection of a child. */
  Predicate<TimelineEvent> protective() {
    return Chosen.of(timeline().catalogue().protective());
  }

  /** Whether an event is one of those. */
  static boolean is(EventSelector selector, TimelineEvent event) {
    return selector.selects(event.type(), event.sent().attributes());
  }

  /** Whether an event is one of any of those. */
  static boolean isAny(List<EventSelector> selectors, TimelineEvent event) {
    for (EventSelector selector : selectors) {
      if (is(selector, event)) {
        return true;
      }
    }
    return false;
  }

  /** Counting events that a rule chooses, of all times. */
  List<TimelineEvent> counting(Predicate<TimelineEvent> chosen) {
    return select(Selection.From.COUNTING, chosen);
  }

  /** The subject's own events of any kind, process events included. */
  List<TimelineEvent> own(Predicate<TimelineEvent> chosen) {
    return select(Selection.From.OWN, chosen);
  }

  /** The subject's own events of an incident, of any kind, in order. */
  List<TimelineEvent> ofIncident(String key) {
    return basis.ownOf(key);
  }

  /** When an incident began, as far as the subject's own events of any kind tell. */
  Instant began(Incident incident) {
    List<TimelineEvent> all = basis.ownOf(incident.key());
    return all.isEmpty() ? incident.at() : all.getFirst().at();
  }

  /** When the first happened that is known of an event's incident, or the event itself. */
  Instant began(TimelineEvent event) {
    List<TimelineEvent> all = basis.ownOf(event.incident());
    return all.isEmpty() ? event.at() : InTime.earlier(event.at(), all.getFirst().at());
  }

  /** When the last happened that is known of an event's incident, or the event itself. */
  Instant ended(TimelineEvent event) {
    List<TimelineEvent> all = basis.ownOf(event.incident());
    return all.isEmpty() ? event.at() : InTime.later(event.at(), all.getLast().at());
  }

  /**
   * Own events of any kind that are about this child itself, not only as a brother, sister or
   * parent of somebody; in the adult lane those that name no other adult.
   */
  List<TimelineEvent> about(Predicate<TimelineEvent> chosen) {
    return own(chosen.and(basis::inCountingRole).and(basis::aboutThisAdult));
  }

  /**
   * Own events that say that somebody is pregnant: those that a rule names, and whatever is told of
   * an unborn child.
   */
  List<TimelineEvent> pregnancies(EventSelector named) {
    return own(of(named).or(event -> event.sent().role() == SubjectRole.UNBORN));
  }

  /** Own events and household context. */
  List<TimelineEvent> inHousehold(Predicate<TimelineEvent> chosen) {
    return select(Selection.From.READABLE, chosen);
  }

  /** All events, those that count nowhere among them. */
  List<TimelineEvent> all(Predicate<TimelineEvent> chosen) {
    return select(Selection.From.ALL, chosen);
  }

  private Selection select(Selection.From from, Predicate<TimelineEvent> chosen) {
    boolean none = from != Selection.From.ALL && !basis.holdsAny(chosen);
    Selection selection = new Selection(this, from, chosen, none ? List.of() : basis.among(from));
    basis.selections().keep(selection);
    return selection;
  }

  /** Those that belong to the incident of an event, in order. */
  static List<TimelineEvent> together(List<TimelineEvent> events, TimelineEvent event) {
    return events instanceof Selection selection
        ? selection.of(event.incident())
        : events.stream().filter(other -> other.incident().equals(event.incident())).toList();
  }

  /** The incident of an event, if none of these events belongs to it that is earlier. */
  static Optional<Incident> begunBy(List<TimelineEvent> events, TimelineEvent event) {
    List<TimelineEvent> all = together(events, event);
    return all.getFirst().equals(event)
        ? Optional.of(new Incident(event.incident(), all))
        : Optional.empty();
  }

  /** Events grouped into incidents, in order of their first events. */
  static List<Incident> incidents(List<TimelineEvent> events) {
    if (events instanceof Selection.Window window) {
      return window.incidents();
    }
    Map<String, List<TimelineEvent>> grouped = new LinkedHashMap<>();
    for (TimelineEvent event : events) {
      List<TimelineEvent> one = grouped.get(event.incident());
      if (one == null) {
        grouped.put(event.incident(), List.of(event));
      } else if (one.size() == 1) {
        grouped.put(event.incident(), new ArrayList<>(List.of(one.getFirst(), event)));
      } else {
        one.add(event);
      }
    }
    List<Incident> incidents = new ArrayList<>(grouped.size());
    for (Map.Entry<String, List<TimelineEvent>> one : grouped.entrySet()) {
      incidents.add(new Incident(one.getKey(), one.getValue()));
    }
    return incidents;
  }
}
