package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.time.Instant;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/** How long somebody has to answer (domain reference, section 2.1). */
public sealed interface Period {
  /** When it ends. */
  Instant endFrom(Instant start, WorkingCalendar calendar);

  /** The same period for an office that works by the clock, such as the emergency duty team. */
  Period byTheClock();

  /** Hours on the clock, nights and weekends included. */
  record ClockHours(int hours) implements Period {
    @Override
    public Instant endFrom(Instant start, WorkingCalendar calendar) {
      return start.plus(Duration.ofHours(hours));
    }

    @Override
    public Period byTheClock() {
      return this;
    }
  }

  /** Hours in which the tenant's offices work. */
  record WorkingHours(int hours) implements Period {
    @Override
    public Instant endFrom(Instant start, WorkingCalendar calendar) {
      return calendar.addWorkingHours(start, Duration.ofHours(hours));
    }

    @Override
    public Period byTheClock() {
      return new ClockHours(hours);
    }
  }

  /** Working days, to the close of the last one. */
  record WorkingDays(int days) implements Period {
    @Override
    public Instant endFrom(Instant start, WorkingCalendar calendar) {
      return calendar.endOfWorkingDays(start, days);
    }

    @Override
    public Period byTheClock() {
      return this;
    }
  }
}
