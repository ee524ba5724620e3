package org.safeguardinghub.kernel.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class DayCountTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  @Test
  void aDayThatAddsUpHasNoFault() {
    assertThat(new DayCount("f", DAY, 12, 7, 2, 3, 7, 3, 3, 1, 2, 0, 4, 2, 1).faults()).isEmpty();
    assertThat(new DayCount("f", DAY, 12, 7, 2, 3, 7, 3, 3, 0, 1, 2, 4, 2, 1).faults()).isEmpty();
  }

  @Test
  void everythingThatIsOutIsSaid() {
    assertThat(new DayCount("f", DAY, 13, 7, 2, 3, 7, 3, 3, 1, 2, 0, 4, 2, 1).faults())
        .containsExactly("received is 13, but accepted, repeated and refused is 12");
    assertThat(new DayCount("f", DAY, 12, 7, 2, 3, 6, 3, 2, 1, 2, 1, 4, 2, 0).faults())
        .containsExactly(
            "accepted is 7, but receipts of accepted messages is 6",
            "refused is 3, but quarantined is 2",
            "quarantined is 2, but waiting, resubmitted and at their source is 4",
            "accepted is 7, but attributed, pending identity and under way is 6");
  }
}
