package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * No concern of the highest level goes unseen: what no finding of its day rests on gives a notice.
 * A household's finding stands on the household's timeline; the child's own holds the same events
 * as context, so that its households are looked at too.
 */
final class UnseenUrgent {
  private final Basis basis;
  private final Writer writer;
  private final List<PatternRun> runs;
  private final Scan scan;
  private final int level;
  private final List<TimelineEvent> urgent;
  private final Map<String, Household> households = new HashMap<>();
  private final Map<String, Incident> incidents = new HashMap<>();
  private final NavigableMap<LocalDate, Set<String>> byDay = new TreeMap<>();
  private final Map<String, Unseen> told = new HashMap<>();
  private final Set<String> toldAnew = new HashSet<>();

  /** Incidents on which nothing of this subject rests, so that its households decide. */
  private final NavigableMap<LocalDate, Set<String>> leftToHouseholds = new TreeMap<>();

  private final List<Stretch> firedElsewhere = new ArrayList<>();

  /** An event that nothing rests on, and what is told of it. */
  private record Unseen(TimelineEvent event, Notice notice) {}

  UnseenUrgent(Basis basis, Writer writer, List<PatternRun> runs) {
    this.basis = basis;
    this.writer = writer;
    this.runs = runs;
    this.scan = new Scan(basis);
    this.level = basis.policy().urgentNotice().level();
    this.urgent = scan.counting(event -> event.level() >= level);
    Set<String> all = new LinkedHashSet<>();
    urgent.forEach(event -> all.add(event.incident()));
    all.forEach(this::read);
    judge(all);
  }

  List<Notice> notices() {
    return told.values().stream().map(Unseen::notice).toList();
  }

  /** Of those the ones that are new or read otherwise since this was last asked. */
  List<Notice> newNotices() {
    List<Notice> news = new ArrayList<>(toldAnew.size());
    for (String key : toldAnew) {
      Unseen now = told.get(key);
      if (now != null) {
        news.add(now.notice());
      }
    }
    toldAnew.clear();
    return news;
  }

  /** Keeps an event for its household, until somebody asks what was found there. */
  void note(AttributedEvent event, Change change) {
    String household = event.places().household();
    Household known = household == null ? null : households.get(household);
    if (known != null) {
      known.note(event, change.since());
    }
  }

  /**
   * Follows what has changed.
   *
   * @param fired when something was told of this subject otherwise than before
   * @return whether a notice came or went
   */
  boolean follow(List<Stretch> fired) {
    Set<String> again = new LinkedHashSet<>();
    scan.takeTouched().forEach(event -> again.add(event.incident()));
    again.forEach(this::read);
    firedElsewhere.addAll(fired);
    if (!leftToHouseholds.isEmpty()) {
      Instant asked = WorkingCalendar.closeOf(leftToHouseholds.lastKey());
      households.values().forEach(known -> known.growUpTo(asked));
    }
    return judge(again);
  }

  /** Reads an incident again. */
  private void read(String key) {
    Incident before = incidents.remove(key);
    if (before != null) {
      byDay.getOrDefault(day(before), new HashSet<>()).remove(key);
      decidedHere(day(before), key);
    }
    List<TimelineEvent> events =
        basis.ownOf(key).stream()
            .filter(event -> basis.counts(event) && event.level() >= level)
            .toList();
    if (!events.isEmpty()) {
      Incident now = new Incident(key, events);
      incidents.put(key, now);
      byDay.computeIfAbsent(day(now), _ -> new HashSet<>()).add(key);
    }
  }

  private static LocalDate day(Incident incident) {
    return day(incident.at());
  }

  private static LocalDate day(Instant moment) {
    return moment.equals(Instant.MIN)
        ? LocalDate.MIN
        : moment.equals(Instant.MAX) ? LocalDate.MAX : WorkingCalendar.localDay(moment);
  }

  /** Judges incidents, and those of the days on which something was told otherwise meanwhile. */
  private boolean judge(Set<String> keys) {
    boolean changed = false;
    Set<String> again = new LinkedHashSet<>(keys);
    while (!again.isEmpty() || !firedElsewhere.isEmpty()) {
      for (Stretch fired : firedElsewhere) {
        byDay
            .subMap(day(fired.from()), true, day(fired.until()), true)
            .values()
            .forEach(again::addAll);
      }
      firedElsewhere.clear();
      for (String key : again) {
        changed |= judge(key);
      }
      again.clear();
    }
    return changed;
  }

  private boolean judge(String key) {
    Incident incident = incidents.get(key);
    Unseen before = told.remove(key);
    if (incident == null || covered(incident)) {
      return before != null;
    }
    TimelineEvent first = incident.first();
    if (before != null && before.event().equals(first)) {
      told.put(key, before);
      return false;
    }
    tell(key, first);
    return true;
  }

  private void tell(String key, TimelineEvent event) {
    told.put(key, new Unseen(event, writer.urgent(event)));
    toldAnew.add(key);
  }

  /** Writes anew what reads otherwise because of something beside its evidence. */
  boolean rewrite(Rewriting otherwise) {
    boolean any = false;
    for (Set<String> keys : byDay.tailMap(day(otherwise.since()), true).values()) {
      for (String key : keys) {
        Unseen one = told.get(key);
        if (one != null && otherwise.holds(one.event())) {
          tell(key, one.event());
          any = true;
        }
      }
    }
    return any;
  }

  private boolean covered(Incident incident) {
    LocalDate day = day(incident);
    Set<String> ids = new HashSet<>();
    incident.events().forEach(event -> ids.add(event.id()));
    if (covered(runs, day, ids)) {
      decidedHere(day, incident.key());
      return true;
    }
    leftToHouseholds.computeIfAbsent(day, _ -> new HashSet<>(2)).add(incident.key());
    return coveredInHousehold(incident, day, ids);
  }

  private void decidedHere(LocalDate day, String key) {
    leftToHouseholds.computeIfPresent(
        day,
        (_, keys) -> {
          keys.remove(key);
          return keys.isEmpty() ? null : keys;
        });
  }

  private static boolean covered(List<PatternRun> runs, LocalDate day, Set<String> ids) {
    for (PatternRun run : runs) {
      if (run.covers(day, ids)) {
        return true;
      }
    }
    return false;
  }

  private boolean coveredInHousehold(Incident incident, LocalDate day, Set<String> ids) {
    Set<String> named = new LinkedHashSet<>();
    for (TimelineEvent event : incident.events()) {
      String household = event.sent().places().household();
      if (household != null) {
        named.add(household);
      }
    }
    return named.stream()
        .map(household -> households.computeIfAbsent(household, Household::new))
        .anyMatch(household -> covered(household.runsUpTo(day), day, ids));
  }

  /** What was found about a household, up to date as far as anybody has asked. */
  private final class Household {
    private final String household;
    private final List<AttributedEvent> noted = new ArrayList<>();
    private Evaluation evaluation;
    private Instant notedSince = Instant.MAX;

    Household(String household) {
      this.household = household;
      this.evaluation = anew();
    }

    private Evaluation anew() {
      return Evaluation.drafted(
          new Basis(
              basis.policy(),
              basis.interests(),
              basis.timeline().ofHousehold(household),
              basis.now()));
    }

    void note(AttributedEvent event, Instant since) {
      noted.add(basis.timeline().ofHousehold(event));
      notedSince = since.isBefore(notedSince) ? since : notedSince;
    }

    /** No later event changes what a day's findings rest on that day. */
    List<PatternRun> runsUpTo(LocalDate day) {
      growUpTo(WorkingCalendar.closeOf(day));
      return evaluation.runs();
    }

    void growUpTo(Instant moment) {
      if (!notedSince.isBefore(moment)) {
        return;
      }
      if (evaluation.grow(noted, basis.now()).isPresent()) {
        firedElsewhere.addAll(evaluation.toldOtherwise());
      } else {
        evaluation = anew();
        firedElsewhere.add(Stretch.ALWAYS);
      }
      noted.clear();
      notedSince = Instant.MAX;
    }
  }
}
