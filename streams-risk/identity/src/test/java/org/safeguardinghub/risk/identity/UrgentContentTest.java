package org.safeguardinghub.risk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

final class UrgentContentTest {
  private static final Instant NOON = Instant.parse("2026-07-25T11:00:00Z");
  private final UrgentContent urgent = new UrgentContent(EventCatalogue.load());

  @Test
  void levelFourIsUrgentWhateverItIs() {
    assertThat(urgent.is("EDU-NEG-01", 4, Map.of(), Optional.empty(), NOON)).isTrue();
    assertThat(urgent.is("EDU-NEG-01", 3, Map.of(), Optional.empty(), NOON)).isFalse();
  }

  @Test
  void anInjuryOfABabyThatCannotMoveIsUrgentAtAnyLevel() {
    assertThat(urgent.is("HV-PHY-01", 2, Map.of(), Optional.empty(), NOON)).isTrue();
    assertThat(urgent.is("EDU-PHY-01", 2, Map.of("nonMobile", true), Optional.empty(), NOON))
        .isTrue();
    assertThat(urgent.is("EDU-PHY-01", 2, Map.of(), Optional.empty(), NOON)).isFalse();
  }

  @Test
  void ageStandsInWhereNobodySaidWhetherItMoves() {
    Optional<LocalDate> fiveMonths = Optional.of(LocalDate.of(2026, 2, 20));
    Optional<LocalDate> sixMonths = Optional.of(LocalDate.of(2026, 1, 25));
    assertThat(urgent.is("PAE-PHY-01", 2, Map.of(), fiveMonths, NOON)).isTrue();
    assertThat(urgent.is("PAE-PHY-01", 2, Map.of(), sixMonths, NOON)).isFalse();
    assertThat(urgent.is("PAE-PHY-01", 2, Map.of("nonMobile", false), fiveMonths, NOON)).isFalse();
  }
}
