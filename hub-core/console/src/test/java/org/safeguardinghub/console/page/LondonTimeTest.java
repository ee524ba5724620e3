package org.safeguardinghub.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.console.alert.EventDetail.Precision;

final class LondonTimeTest {
  /** A Tuesday; London is on winter time until 29 March. */
  private static final Instant NOW = Instant.parse("2026-03-24T10:15:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-24T16:00:00Z | due today 16:00
          2026-03-25T09:30:00Z | due tomorrow 09:30
          2026-03-27T10:00:00Z | due Friday 27 March 10:00
          2026-03-30T10:00:00Z | due Monday 30 March 11:00
          2027-01-04T10:00:00Z | due 4 January 2027 10:00
          2026-03-24T09:00:00Z | overdue, was due today 09:00
          2026-03-23T16:00:00Z | overdue, was due yesterday 16:00
          2026-03-20T16:00:00Z | overdue, was due Friday 20 March 16:00
          """)
  void saysWhenAnAnswerIsDue(Instant due, String words) {
    assertThat(LondonTime.due(due, NOW)).isEqualTo(words);
  }

  @Test
  void todayIsTheDayInEnglandNotInUniversalTime() {
    Instant lateEvening = Instant.parse("2026-06-30T23:30:00Z");
    assertThat(LondonTime.when(Instant.parse("2026-07-01T08:00:00Z"), lateEvening))
        .isEqualTo("today 09:00");
  }

  @Test
  void saysADayOnlyAsExactlyAsItIsKnown() {
    assertThat(LondonTime.occurred(NOW, Precision.EXACT)).isEqualTo("24 March 2026, 10:15");
    assertThat(LondonTime.occurred(NOW, Precision.DAY)).isEqualTo("24 March 2026");
    assertThat(LondonTime.occurred(NOW, Precision.APPROXIMATE)).isEqualTo("about 24 March 2026");
    assertThat(LondonTime.occurred(NOW, Precision.RANGE)).isEqualTo("from 24 March 2026");
  }

  @Test
  void saysThatSomethingWasLearnedLateFromTwoDaysOn() {
    assertThat(LondonTime.late(NOW, NOW.plusSeconds(47 * 3600))).isEmpty();
    assertThat(LondonTime.late(NOW, NOW.plusSeconds(49 * 3600))).contains("learned 2 days later");
  }

  @Test
  void saysAnAgeInTheUnitThatMatters() {
    assertThat(LondonTime.age(LocalDate.of(2018, 3, 25), NOW)).contains("7 years old");
    assertThat(LondonTime.age(LocalDate.of(2025, 9, 1), NOW)).contains("6 months old");
    assertThat(LondonTime.age(LocalDate.of(2026, 2, 10), NOW)).contains("6 weeks old");
    assertThat(LondonTime.age(LocalDate.of(2026, 6, 11), NOW)).isEmpty();
  }
}
