package org.safeguardinghub.risk.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** How the policy's texts are filled. */
final class WordsTest {
  private static final Map<String, String> VALUES = Map.of("days", "90", "families", "Police");

  @Test
  void whatIsKnownIsFilledInAndNothingElseIsTouched() {
    assertThat(Words.fill("{days} days by {families}.", VALUES)).isEqualTo("90 days by Police.");
    assertThat(Words.fill("{days}{days}", VALUES)).isEqualTo("9090");
    assertThat(Words.fill("nothing to fill", VALUES)).isEqualTo("nothing to fill");
    assertThat(Words.fill("{unknown} and {days}", VALUES)).isEqualTo("{unknown} and 90");
    assertThat(Words.fill("in {days} days {", VALUES)).isEqualTo("in 90 days {");
    assertThat(Words.fill("{", VALUES)).isEqualTo("{");
    assertThat(Words.fill("", VALUES)).isEmpty();
  }

  @Test
  void placeholdersAreNamedInTheirOrder() {
    assertThat(Words.placeholders("{b} and {a}, not {1} or {}")).containsExactly("b", "a");
  }

  @Test
  void daysAndMomentsAreThoseOfTheLocalClock() {
    Instant summer = Instant.parse("2026-06-30T23:05:00Z");
    assertThat(Words.day(summer)).isEqualTo("1 July 2026");
    assertThat(Words.moment(summer)).isEqualTo("1 July 2026 at 00:05");
    assertThat(Words.moment(Instant.parse("2026-01-02T09:30:00Z")))
        .isEqualTo("2 January 2026 at 09:30");
  }

  @Test
  void oneIsNotSeveral() {
    assertThat(Words.count(0, "report")).isEqualTo("0 reports");
    assertThat(Words.count(1, "report")).isEqualTo("1 report");
    assertThat(Words.count(2, "report")).isEqualTo("2 reports");
  }

  @Test
  void familiesAreInOneOrder() {
    assertThat(Words.families(List.of(OriginFamily.POL, OriginFamily.EDU)))
        .isEqualTo("Education and early years; Police");
    assertThat(Words.families(Set.of())).isEmpty();
  }
}
