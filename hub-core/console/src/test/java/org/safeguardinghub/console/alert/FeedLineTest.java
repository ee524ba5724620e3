package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

final class FeedLineTest {
  private static final Instant LAST = Instant.parse("2026-03-02T09:10:00Z");

  private static FeedLine feed(Optional<Instant> last, Optional<Duration> expected) {
    return new FeedLine("fablewick-police", "api", last, 1, 0, expected, List.of(), LAST);
  }

  @Test
  void silentIsLongerThanExpected() {
    FeedLine daily = feed(Optional.of(LAST), Optional.of(Duration.ofDays(1)));
    assertThat(daily.silent(LAST.plus(Duration.ofDays(1)))).isFalse();
    assertThat(daily.silent(LAST.plus(Duration.ofDays(1)).plusMillis(1))).isTrue();
  }

  @Test
  void whatIsExpectedIsDatedAndByType() {
    String yaml =
        """
        expected:
          - {feed: fablewick-police, hours: 12, from: 2026-03-01}
          - {feed: fablewick-police, hours: 0, from: 2026-03-10, until: 2026-03-12}
          - {feed: fablewick-police, type: POL-MIS-01, hours: 48, from: 2026-03-02}
          - {feed: lantern-trust, hours: 1, from: 2026-03-01}
        """;
    FeedExpectations expectations =
        switch (FeedExpectations.read("e.yaml", yaml, EventCatalogue.load())) {
          case FeedExpectations.Reading.Sound(FeedExpectations sound) -> sound;
          case FeedExpectations.Reading.Faulty(var faults) ->
              throw new AssertionError(faults.toString());
        };
    FeedLine daily = feed(Optional.of(LAST), Optional.of(Duration.ofDays(1)));
    assertThat(within(daily, expectations, "2026-02-28")).containsExactly("any PT24H");
    assertThat(within(daily, expectations, "2026-03-01")).containsExactly("any PT12H");
    assertThat(within(daily, expectations, "2026-03-02"))
        .containsExactly("any PT12H", "POL-MIS-01 PT48H");
    assertThat(within(daily, expectations, "2026-03-11")).containsExactly("POL-MIS-01 PT48H");
    assertThat(within(daily, expectations, "2026-03-13"))
        .containsExactly("any PT12H", "POL-MIS-01 PT48H");
  }

  private static List<String> within(FeedLine line, FeedExpectations expectations, String day) {
    return line.expecting(expectations, LocalDate.parse(day)).awaited().stream()
        .map(one -> one.eventType().orElse("any") + " " + one.within())
        .toList();
  }

  @Test
  void saysEveryFaultOfWhatIsExpected() {
    String yaml =
        """
        expected:
          - {feed: a, hours: -1, from: 2026-03-01}
          - {feed: a, type: POL-XXX-99, hours: 4, from: 2026-03-01}
          - {feed: a, hours: 4, from: 2026-03-05, until: 2026-03-01}
          - {hours: 4, from: soon, other: 1}
        """;
    assertThat(FeedExpectations.read("e.yaml", yaml, EventCatalogue.load()))
        .isInstanceOfSatisfying(
            FeedExpectations.Reading.Faulty.class,
            faulty ->
                assertThat(faulty.faults()).extracting(fault -> fault.line()).contains(2, 3, 4, 5));
  }

  @Test
  void whoIsExpectedAndWasNeverHeardIsSilent() {
    assertThat(feed(Optional.empty(), Optional.of(Duration.ofDays(1))).silent(LAST)).isTrue();
  }

  @Test
  void ofWhomNothingIsExpectedIsNever() {
    assertThat(feed(Optional.empty(), Optional.empty()).silent(LAST)).isFalse();
    assertThat(feed(Optional.of(LAST), Optional.empty()).silent(Instant.MAX)).isFalse();
  }
}
