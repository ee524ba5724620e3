package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private final Map<String, Evaluation> households = new HashMap<>();
  private final Map<TimelineEvent, Notice> written = new IdentityHashMap<>();
  private List<Notice> notices = List.of();

  UnseenUrgent(Basis basis, Writer writer, List<PatternRun> runs) {
    this.basis = basis;
    this.writer = writer;
    this.runs = runs;
    this.scan = new Scan(basis);
    int level = basis.policy().urgentNotice().level();
    this.urgent = scan.counting(event -> event.level() >= level);
    look();
  }

  List<Notice> notices() {
    return notices;
  }

  /**
   * Follows a change.
   *
   * @param changed whether anything was found or lost otherwise
   * @return whether a notice came or went
   */
  boolean follow(AttributedEvent event, Change change, boolean changed) {
    boolean touched = scan.follow(change);
    boolean elsewhere = false;
    for (String household : List.copyOf(households.keySet())) {
      elsewhere |= follow(household, event);
    }
    return (touched || changed || elsewhere) && look();
  }

  private boolean follow(String household, AttributedEvent event) {
    Evaluation evaluation = households.get(household);
    Instant now = basis.now();
    if (evaluation == null) {
      return false;
    }
    if (!household.equals(event.places().household())) {
      return evaluation.wake(now);
    }
    var grown = evaluation.grow(basis.timeline().ofHousehold(event), now);
    if (grown.isEmpty()) {
      households.remove(household);
    }
    return grown.isEmpty() || !grown.get().isEmpty();
  }

  /** Follows the time alone. */
  boolean wake(boolean changed) {
    boolean elsewhere = false;
    for (Evaluation evaluation : households.values()) {
      elsewhere |= evaluation.wake(basis.now());
    }
    return (changed || elsewhere) && look();
  }

  void rewrite() {
    written.clear();
    look();
  }

  private boolean look() {
    List<Notice> told = new ArrayList<>();
    if (!urgent.isEmpty()) {
      for (Incident incident : Scan.incidents(urgent)) {
        LocalDate day = WorkingCalendar.localDay(incident.at());
        Set<String> ids = new TreeSet<>();
        incident.events().forEach(event -> ids.add(event.id()));
        if (!covered(runs, day, ids) && !coveredInHousehold(incident, day, ids)) {
          told.add(written.computeIfAbsent(incident.first(), writer::urgent));
        }
      }
    }
    boolean changed = !told.equals(notices);
    notices = told;
    return changed;
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
    return named.stream().anyMatch(household -> covered(runs(household), day, ids));
  }

  private List<PatternRun> runs(String household) {
    return households
        .computeIfAbsent(
            household,
            ref ->
                Evaluation.of(basis.policy(), basis.timeline().ofHousehold(ref), basis.now()))
        .runs();
  }
}
