package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/**
 * Dates of birth of the persons of a timeline. What identity has settled holds; before that, the
 * date that most events give, and of equally frequent ones the latest, since age rules protect the
 * younger child.
 */
public final class Ages {
  private static final int MONTHS_A_YEAR = 12;

  private final Map<String, LocalDate> births;
  private final Map<String, LocalDate> expected;
  private final Set<String> settled;

  /** How many events gave which date, by child. */
  private final Map<String, Map<LocalDate, Integer>> said;

  private Ages(
      Map<String, LocalDate> births,
      Map<String, LocalDate> expected,
      Set<String> settled,
      Map<String, Map<LocalDate, Integer>> said) {
    this.said = said;
    this.births = Map.copyOf(births);
    this.settled = Set.copyOf(settled);
    this.expected = Map.copyOf(expected);
  }

  static Ages of(Collection<TimelineEntry> entries, String subjectRef) {
    Map<String, Map<LocalDate, Integer>> said = new HashMap<>();
    Map<String, LocalDate> settled = new HashMap<>();
    Map<String, LocalDate> expected = new HashMap<>();
    for (TimelineEntry entry : entries) {
      switch (entry) {
        case TimelineEntry.Event(var event) -> note(event, subjectRef, said);
        case TimelineEntry.DateOfBirth birth -> settled.put(birth.child(), birth.date().reveal());
        case TimelineEntry.ExpectedDate date -> expected.put(date.child(), date.date());
        case TimelineEntry.EchoRuling _,
            TimelineEntry.Dispute _,
            TimelineEntry.NotRequired _,
            TimelineEntry.Moved _,
            TimelineEntry.HouseholdMember _,
            TimelineEntry.DeadlineReached _,
            TimelineEntry.PolicyActivated _,
            TimelineEntry.Released _ -> {}
      }
    }
    Map<String, LocalDate> births = new HashMap<>();
    said.forEach((child, dates) -> births.put(child, mostSaid(dates)));
    births.putAll(settled);
    return new Ages(births, expected, settled.keySet(), said);
  }

  private static void note(
      AttributedEvent event, String subjectRef, Map<String, Map<LocalDate, Integer>> said) {
    Optional<LocalDate> date = event.birth();
    if (date.isPresent()) {
      person(event, subjectRef)
          .ifPresent(
              child ->
                  said.computeIfAbsent(child, _ -> new HashMap<>())
                      .merge(date.get(), 1, Integer::sum));
    }
  }

  /** Takes in an event of a growing timeline that agrees with what is held. */
  void heard(AttributedEvent event, String subjectRef) {
    note(event, subjectRef, said);
  }

  /** Whether an event tells no other date of birth than what is held already. */
  boolean agreeWith(AttributedEvent event, String subjectRef) {
    Optional<LocalDate> date = event.birth();
    Optional<String> child = date.isEmpty() ? Optional.empty() : person(event, subjectRef);
    return child.isEmpty()
        || settled.contains(child.get())
        || date.get().equals(births.get(child.get()));
  }

  /** Whether the same would be held without some events that gave a date. */
  boolean holdWithout(Collection<AttributedEvent> events, String subjectRef) {
    Map<String, Integer> fewer = new HashMap<>();
    for (AttributedEvent event : events) {
      if (event.birth().isPresent()) {
        person(event, subjectRef).ifPresent(child -> fewer.merge(child, 1, Integer::sum));
      }
    }
    for (Map.Entry<String, Integer> one : fewer.entrySet()) {
      Map<LocalDate, Integer> dates = said.getOrDefault(one.getKey(), Map.of());
      if (dates.size() != 1 || dates.values().iterator().next() <= one.getValue()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> person(AttributedEvent event, String subjectRef) {
    Set<String> children = event.whose().children();
    if (children.isEmpty() && !event.whose().context()) {
      return Optional.of(subjectRef);
    }
    return children.size() == 1 ? Optional.of(children.iterator().next()) : Optional.empty();
  }

  private static LocalDate mostSaid(Map<LocalDate, Integer> dates) {
    return dates.entrySet().stream()
        .max(
            Map.Entry.<LocalDate, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /** Completed months of age; empty if the date of birth is unknown or still to come. */
  public OptionalInt monthsAt(String child, Instant moment) {
    LocalDate birth = births.get(child);
    LocalDate day = WorkingCalendar.localDay(moment);
    return birth == null || day.isBefore(birth)
        ? OptionalInt.empty()
        : OptionalInt.of((int) Period.between(birth, day).toTotalMonths());
  }

  /** Whether somebody is known to be no child any more. */
  public boolean grownUp(String child, Instant moment, int years) {
    OptionalInt months = monthsAt(child, moment);
    return months.isPresent() && months.getAsInt() >= years * MONTHS_A_YEAR;
  }

  /** Whether the child's date of birth is known at all. */
  public boolean known(String child) {
    return births.containsKey(child);
  }

  /** The day on which the child was born, if it is known. */
  public Optional<LocalDate> birth(String child) {
    return Optional.ofNullable(births.get(child));
  }

  /** The day on which the child is or was expected, if it is known. */
  public Optional<LocalDate> expected(String child) {
    return Optional.ofNullable(expected.get(child));
  }

  /**
   * Whether the child was on the way: within so many days before a birth, or before an expected
   * date without one.
   */
  public boolean unbornAt(String child, Instant moment, int pregnancyDays) {
    LocalDate day = WorkingCalendar.localDay(moment);
    LocalDate end = births.get(child);
    if (end == null) {
      LocalDate due = expected.get(child);
      // A birth may come late, and its notice later.
      end = due == null ? null : due.plusWeeks(3);
    }
    return end != null && day.isBefore(end) && !day.isBefore(end.minusDays(pregnancyDays));
  }

  /** Everybody whose date of birth or expected date is known. */
  public Set<String> children() {
    Set<String> all = new TreeSet<>(Comparator.naturalOrder());
    all.addAll(births.keySet());
    all.addAll(expected.keySet());
    return all;
  }
}
