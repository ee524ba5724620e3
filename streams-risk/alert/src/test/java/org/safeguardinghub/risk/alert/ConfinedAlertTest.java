package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.kernel.event.Severity.S1;
import static org.safeguardinghub.risk.alert.Desks.at;
import static org.safeguardinghub.risk.alert.Desks.evidence;
import static org.safeguardinghub.risk.alert.Desks.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;

/** Allegations about adults: whoever does not answer, nobody but the LADO's role hears of them. */
final class ConfinedAlertTest {
  private static final Instant NIGHT = at("2026-03-03T02:00:00");
  private static final Finding ALLEGED =
      finding("f", "P27", S1, evidence("e", OriginFamily.PRV, 4, HandlingClass.H5));

  private final Desks desks = new Desks();

  private void holders(String... persons) {
    desks.directory =
        desks.directory.with(
            8,
            "role:lado",
            new RoleHolder(
                "lado",
                Optional.empty(),
                List.of(persons),
                Optional.of("edt"),
                Optional.of("head-of-service"),
                Desks.EVER,
                Optional.empty()));
  }

  @Test
  void atNightTooItIsTheLadosAndNoDutyRolesAlert() {
    desks.raise(ALLEGED, NIGHT);
    assertThat(desks.picture()).isEqualTo("Open S1 lado/p-lado rung 0 row 1");
    assertThat(desks.told()).containsExactly("NEW_ALERT to p-lado");
  }

  @Test
  void theLadderGoesRoundWithinTheRole() {
    holders("p-lado", "p-head");
    desks.raise(ALLEGED, NIGHT);
    for (int rung = 1; rung <= Ladder.LAST; rung++) {
      desks.dueTimePasses(desks.dueAt().orElseThrow());
      String person = rung % 2 == 1 ? "p-head" : "p-lado";
      assertThat(desks.picture())
          .isEqualTo("Open S1 lado/%s rung %d row 1".formatted(person, rung));
      assertThat(desks.told()).containsExactly("OVERDUE_TO_DEPUTY to " + person);
    }
    assertThat(desks.dueAt()).isEmpty();
  }

  @Test
  void whereNobodyCanBeReachedItWaitsInTheRole() {
    desks.leaves("p-lado", NIGHT.minusSeconds(1));
    desks.raise(ALLEGED, NIGHT);
    assertThat(desks.picture()).isEqualTo("Open S1 lado/p-lado rung 0 row 1");
    assertThat(desks.told()).isEmpty();
    holders("p-head");
    desks.surroundings(NIGHT.plusSeconds(60));
    assertThat(desks.picture()).isEqualTo("Open S1 lado/p-head rung 0 row 1");
    assertThat(desks.told()).containsExactly("REROUTED to p-head");
  }

  @Test
  void theSeatMayBeVacant() {
    desks.directory = new Directory(1, java.util.Map.of(), java.util.Map.of());
    desks.raise(ALLEGED, NIGHT);
    assertThat(desks.picture()).isEqualTo("Open S1 lado/p-vacant-lado rung 0 row 1");
    desks.surroundings(NIGHT.plusSeconds(60));
    assertThat(desks.outputs).isEmpty();
  }

  @Test
  void itsSendersDoNotHearThatItWasAnswered() {
    desks.raise(ALLEGED, NIGHT);
    desks.acknowledge("x1", NIGHT.plusSeconds(5));
    assertThat(desks.picture()).startsWith("Acknowledged");
    assertThat(desks.outputs).noneMatch(AlertOutput.Answered.class::isInstance);
  }

  @Test
  void itCannotBeGivenToAnotherRoleNorUp() {
    desks.raise(ALLEGED, NIGHT);
    String id = desks.only().id();
    desks.act(new Action.Reassign("x1", id, "p-lado", NIGHT.plusSeconds(5), "mash-manager"));
    assertThat(desks.outputs)
        .containsExactly(new AlertOutput.PassedOver(id, "x1", AlertOutput.Why.CONFINED));
    desks.act(new Action.NotMine("x2", id, "p-lado", NIGHT.plusSeconds(9)));
    assertThat(desks.picture()).isEqualTo("Open S1 lado/p-lado rung 0 row 1");
  }
}
