package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
  private final List<TimelineEvent> urgent;
  private final Map<String, Household> households = new HashMap<>();
  private final IdentityHashMap<TimelineEvent, Notice> written = new IdentityHashMap<>();
  private final Map<String, Optional<Notice>> judged = new HashMap<>();
  private List<Notice> notices = List.of();

  UnseenUrgent(Basis basis, Writer writer, List<PatternRun> runs) {
    this.basis = basis;
    this.writer = writer;
    this.runs = runs;
    this.scan = new Scan(basis);
    int level = basis.policy().urgentNotice().level();
    this.urgent = scan.counting(event -> event.level() >= level);
    look(LocalDate.MIN);
  }

  List<Notice> notices() {
    return notices;
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
   * Follows changes.
   *
   * @param changed whether anything was found or lost otherwise
   * @return whether a notice came or went
   */
  boolean follow(List<Change> changes, boolean changed) {
    boolean touched = false;
    Instant from = Instant.MAX;
    for (Change change : changes) {
      touched |= !scan.follow(change).isEmpty();
      from = earlier(from, earlier(change.from(), change.since()));
    }
    return (touched || changed || noted()) && look(WorkingCalendar.localDay(from));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private boolean noted() {
    if (urgent.isEmpty()) {
      return false;
    }
    Instant asked = WorkingCalendar.closeOf(WorkingCalendar.localDay(urgent.getLast().at()));
    return households.values().stream().anyMatch(known -> known.notedBefore(asked));
  }

  /** Writes anew what is told as of a moment or later, or of some events. */
  void rewrite(Instant from, Set<String> eventIds) {
    Predicate<Notice> anew =
        notice ->
            !notice.at().isBefore(from)
                || notice.evidence().stream().anyMatch(one -> eventIds.contains(one.eventId()));
    written.values().removeIf(anew);
    judged.values().removeIf(notice -> notice.filter(anew).isPresent());
    look(LocalDate.MAX);
  }

  /**
   * Judges what may be judged otherwise after a change of what happened from a day on: no later
   * event changes what a day's findings rest on that day.
   */
  private boolean look(LocalDate since) {
    List<Notice> told = new ArrayList<>();
    Map<String, Optional<Notice>> before = new HashMap<>(judged);
    judged.clear();
    for (Incident incident : Scan.incidents(urgent)) {
      LocalDate last = WorkingCalendar.localDay(incident.events().getLast().at());
      Optional<Notice> known = before.get(incident.key());
      Optional<Notice> now = known != null && last.isBefore(since) ? known : judge(incident);
      judged.put(incident.key(), now);
      now.ifPresent(told::add);
    }
    boolean changed = !told.equals(notices);
    notices = told;
    return changed;
  }

  private Optional<Notice> judge(Incident incident) {
    LocalDate day = WorkingCalendar.localDay(incident.at());
    Set<String> ids = new TreeSet<>();
    incident.events().forEach(event -> ids.add(event.id()));
    return covered(runs, day, ids) || coveredInHousehold(incident, day, ids)
        ? Optional.empty()
        : Optional.of(written.computeIfAbsent(incident.first(), writer::urgent));
  }

  private static boolean covered(List<PatternRun> runs, LocalDate day, Set<String> ids) {
    return runs.stream().anyMatch(run -> run.covers(day, ids));
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
      return Evaluation.of(basis.policy(), basis.timeline().ofHousehold(household), basis.now());
    }

    void note(AttributedEvent event, Instant since) {
      noted.add(basis.timeline().ofHousehold(event));
      notedSince = since.isBefore(notedSince) ? since : notedSince;
    }

    boolean notedBefore(Instant moment) {
      return notedSince.isBefore(moment);
    }

    /** No later event changes what a day's findings rest on that day. */
    List<PatternRun> runsUpTo(LocalDate day) {
      if (notedBefore(WorkingCalendar.closeOf(day))) {
        if (evaluation.grow(noted, basis.now()).isEmpty()) {
          evaluation = anew();
        }
        noted.clear();
        notedSince = Instant.MAX;
      }
      return evaluation.runs();
    }
  }
}
