package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** Everything that is known about one subject: a child, or a household, place, setting or adult. */
final class NaiveChild {
  private final SubjectRef subject;
  private final List<TimelineEntry> entries;
  private final List<NaiveEvent> events;
  private final NaiveEpisodes episodes;

  NaiveChild(SubjectRef subject, List<TimelineEntry> entries) {
    this.subject = subject;
    this.entries = List.copyOf(entries);
    this.events = new NaiveReading(subject, entries).events();
    this.episodes = new NaiveEpisodes(own(event -> true));
  }

  Scope scope() {
    return subject.scope();
  }

  String ref() {
    return subject.ref();
  }

  List<TimelineEntry> entries() {
    return entries;
  }

  /** Everything that was sent, whatever became of it, in order of occurrence. */
  List<NaiveEvent> events() {
    return events;
  }

  /** Concerns that count. */
  List<NaiveEvent> counting(Predicate<NaiveEvent> chosen) {
    return events.stream().filter(event -> event.counts() && chosen.test(event)).toList();
  }

  List<NaiveEvent> counting(Set<String> codes) {
    return counting(event -> event.in(codes));
  }

  /** What may be read about this subject itself, process and protective events too. */
  List<NaiveEvent> own(Predicate<NaiveEvent> chosen) {
    return events.stream()
        .filter(event -> event.readable() && !event.context() && chosen.test(event))
        .toList();
  }

  List<NaiveEvent> own(Set<String> codes) {
    return own(event -> event.in(codes));
  }

  /** As {@link #own}; of a child only what is not about a brother, sister or parent. */
  List<NaiveEvent> about(Predicate<NaiveEvent> chosen) {
    boolean person = scope() == Scope.CHILD || scope() == Scope.UNBORN;
    return own(event -> (!person || event.about()) && chosen.test(event));
  }

  /** As {@link #own}, with what reached this subject as household context. */
  List<NaiveEvent> inHousehold(Predicate<NaiveEvent> chosen) {
    return events.stream().filter(event -> event.readable() && chosen.test(event)).toList();
  }

  /** What social care has open. */
  NaiveEpisodes episodes() {
    return episodes;
  }

  /** Those in {@code (end - days, end]}. */
  static List<NaiveEvent> within(List<NaiveEvent> events, Instant end, int days) {
    Instant start = NaiveDays.minusDays(end, days);
    return events.stream()
        .filter(event -> event.at().isAfter(start) && !event.at().isAfter(end))
        .toList();
  }

  static List<NaiveEvent> upTo(List<NaiveEvent> events, Instant end) {
    return events.stream().filter(event -> !event.at().isAfter(end)).toList();
  }

  static Optional<NaiveEvent> lastUpTo(List<NaiveEvent> events, Instant end) {
    return upTo(events, end).stream().reduce((_, later) -> later);
  }

  /** The events, grouped by incident, each group in order. */
  static List<List<NaiveEvent>> incidents(List<NaiveEvent> events) {
    List<List<NaiveEvent>> incidents = new ArrayList<>();
    for (NaiveEvent event : events) {
      List<NaiveEvent> found = null;
      for (List<NaiveEvent> incident : incidents) {
        if (incident.getFirst().incident().equals(event.incident())) {
          found = incident;
        }
      }
      if (found == null) {
        found = new ArrayList<>();
        incidents.add(found);
      }
      found.add(event);
    }
    return incidents;
  }

  static int count(List<NaiveEvent> events) {
    return (int) events.stream().map(NaiveEvent::incident).distinct().count();
  }

  static int families(List<NaiveEvent> events) {
    return (int) events.stream().map(NaiveEvent::family).distinct().count();
  }

  /** The day of birth that identity settled, else the one said most often, the later of equals. */
  @Nullable LocalDate birth(String child) {
    Map<LocalDate, Integer> said = new HashMap<>();
    for (TimelineEntry entry : entries) {
      if (entry instanceof TimelineEntry.DateOfBirth born && born.child().equals(child)) {
        return born.date().reveal();
      }
      if (entry instanceof TimelineEntry.Event(AttributedEvent event)
          && event.birth().isPresent()
          && isAbout(event, child)) {
        said.merge(event.birth().get(), 1, Integer::sum);
      }
    }
    return said.entrySet().stream()
        .max(Map.Entry.<LocalDate, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private boolean isAbout(AttributedEvent event, String child) {
    Set<String> named = event.whose().children();
    return named.isEmpty()
        ? !event.whose().context() && child.equals(subject.ref())
        : named.equals(Set.of(child));
  }

  @Nullable LocalDate expected(String child) {
    return entries.stream()
        .filter(TimelineEntry.ExpectedDate.class::isInstance)
        .map(TimelineEntry.ExpectedDate.class::cast)
        .filter(entry -> entry.child().equals(child))
        .map(TimelineEntry.ExpectedDate::date)
        .findFirst()
        .orElse(null);
  }

  /** Completed months; empty where the birth is unknown or still to come. */
  OptionalInt months(String child, Instant moment) {
    LocalDate birth = birth(child);
    LocalDate day = NaiveDays.day(moment);
    return birth == null || day.isBefore(birth)
        ? OptionalInt.empty()
        : OptionalInt.of((int) Period.between(birth, day).toTotalMonths());
  }

  /** Known to be younger than so many years. An unknown age is not. */
  boolean younger(String child, int years, Instant moment) {
    OptionalInt months = months(child, moment);
    return months.isPresent() && months.getAsInt() < 12 * years;
  }

  /** Known to be so many years old or older. An unknown age is not. */
  boolean atLeast(String child, int years, Instant moment) {
    OptionalInt months = months(child, moment);
    return months.isPresent() && months.getAsInt() >= 12 * years;
  }

  /** The children of a household, place or setting at a moment; a child's own for a child. */
  Set<String> childrenAt(Instant moment) {
    if (scope() == Scope.CHILD || scope() == Scope.UNBORN || scope() == Scope.ADULT) {
      return Set.of(ref());
    }
    Set<String> children = new TreeSet<>();
    events.forEach(event -> children.addAll(event.children()));
    members()
        .forEach(
            member -> {
              Instant from = member.from();
              Instant until = member.until();
              if (until != null && !until.isAfter(moment)) {
                children.remove(member.child());
              } else if (from == null || !from.isAfter(moment)) {
                children.add(member.child());
              }
            });
    return children;
  }

  private Stream<TimelineEntry.HouseholdMember> members() {
    return entries.stream()
        .filter(TimelineEntry.HouseholdMember.class::isInstance)
        .map(TimelineEntry.HouseholdMember.class::cast)
        .sorted(Comparator.comparing(TimelineEntry.HouseholdMember::child));
  }
}
