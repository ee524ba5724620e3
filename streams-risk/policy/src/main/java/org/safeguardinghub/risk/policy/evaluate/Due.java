package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.risk.policy.rule.Allowance;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The end of an allowance.
 *
 * @param at its last moment: the day that a finding bears
 * @param known from when on it is known that it has passed
 * @param since from when it is counted
 * @param words that end, in plain words
 */
record Due(Instant at, Instant known, Instant since, String words) {
  static Due of(Calendars calendars, Allowance allowance, Instant from) {
    return switch (allowance.unit()) {
      case HOURS -> {
        Instant end = from.plus(Duration.ofHours(allowance.length()));
        yield new Due(end, end, from, Words.moment(end));
      }
      case WORKING_DAYS -> endOf(from, calendars.working().dayOfEnd(from, allowance.length()));
      case SCHOOL_DAYS -> before(from, calendars.schoolDay(from, allowance.length()));
      case DAYS -> endOf(from, WorkingCalendar.localDay(from).plusDays(allowance.length()));
    };
  }

  // What is due before a day is overdue on it.
  private static Due before(Instant from, LocalDate day) {
    Instant start = day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    return new Due(start, start, from, "the start of " + Words.day(start));
  }

  // The close of a day is the first instant of the next; a finding bears the day itself.
  private static Due endOf(Instant from, LocalDate day) {
    Instant close = WorkingCalendar.closeOf(day);
    Instant last = close.minusMillis(1);
    return new Due(last, close, from, "the end of " + Words.day(last));
  }

  /** The same, but not before a moment. */
  Due notBefore(Instant moment) {
    return at.isBefore(moment)
        ? new Due(moment, known.isBefore(moment) ? moment : known, since, words)
        : this;
  }

  /** Whether what happened then is in time. */
  boolean allows(Instant moment) {
    return moment.isBefore(known) || moment.equals(at);
  }

  /**
   * Whether one of these happened from a moment on and in time.
   *
   * @param events in order
   */
  boolean met(List<TimelineEvent> events, Instant from) {
    int first = InTime.firstFrom(events, from);
    return first < events.size() && allows(events.get(first).at());
  }

  /** The same for those that a child is in. */
  boolean metFor(String child, List<TimelineEvent> events, Instant from) {
    for (int i = InTime.firstFrom(events, from); i < events.size(); i++) {
      TimelineEvent event = events.get(i);
      if (!allows(event.at())) {
        return false;
      }
      if (event.sent().whose().children().contains(child)) {
        return true;
      }
    }
    return false;
  }
}
