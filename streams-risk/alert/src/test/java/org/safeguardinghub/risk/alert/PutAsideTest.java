package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;

/** An answered alert that its owner puts aside, and what brings it back. */
final class PutAsideTest {
  private static final Instant MORNING = Desks.at("2026-03-02T10:00:00");
  private static final Instant THURSDAY = Desks.at("2026-03-05T09:00:00");

  private final Desks desks = new Desks();

  @BeforeEach
  void raised() {
    desks.raise(one("e-1", 3), MORNING);
  }

  private static Finding one(String event, int level) {
    return Desks.finding(
        "f-1",
        "P03",
        Severity.S3,
        Desks.evidence(event, OriginFamily.CSC, level, HandlingClass.H1));
  }

  private Action.PutAside aside(Instant at, Instant until) {
    return new Action.PutAside(
        "aside", desks.only().id(), desks.only().dossier().owner().personId(), at, until);
  }

  private void putAside() {
    desks.acknowledge("a-1", MORNING);
    desks.act(aside(MORNING.plusSeconds(60), THURSDAY));
  }

  @Test
  void itAsksAgainAtItsTimeAndClimbsFromThere() {
    putAside();
    assertThat(desks.dueAt()).contains(THURSDAY);
    assertThat(desks.only()).isInstanceOf(Alert.Acknowledged.class);

    desks.dueTimePasses(THURSDAY);

    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
    assertThat(desks.told()).first().asString().startsWith("LOOK_AGAIN to ");
    assertThat(desks.dueAt().orElseThrow()).isAfter(THURSDAY);
  }

  @Test
  void anotherAgencyBringsItBackAtOnce() {
    putAside();

    desks.strengthen(
        Desks.finding(
            "f-1",
            "P03",
            Severity.S3,
            Desks.evidence("e-1", OriginFamily.CSC, 3, HandlingClass.H1),
            Desks.evidence("e-2", OriginFamily.POL, 3, HandlingClass.H1)),
        MORNING.plus(Duration.ofHours(5)));

    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
  }

  @Test
  void whatBringsItBackIsAReasonThatAnEarlierAnswerDoesNotCover() {
    putAside();
    long seen = desks.only().dossier().version();

    desks.fold(
        new AlertInput.Strengthened(
            one("e-1", 4),
            Optional.empty(),
            false,
            1,
            desks.moment(MORNING.plus(Duration.ofHours(5)))));
    assertThat(desks.changes()).containsExactly(Change.STRENGTHENED);
    desks.act(desks.answer("a-2", MORNING.plus(Duration.ofHours(6)), OptionalLong.of(seen)));

    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
  }

  @Test
  void aHigherLevelBringsItBackAtOnce() {
    putAside();

    desks.strengthen(one("e-1", 4), MORNING.plus(Duration.ofHours(5)));

    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
  }

  @Test
  void moreOfTheSameDoesNot() {
    putAside();

    desks.strengthen(one("e-3", 3), MORNING.plus(Duration.ofHours(5)));

    assertThat(desks.only()).isInstanceOf(Alert.Acknowledged.class);
    assertThat(desks.dueAt()).contains(THURSDAY);
  }

  @Test
  void whatIsNotAnsweredCannotBePutAside() {
    desks.act(aside(MORNING.plusSeconds(60), THURSDAY));

    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
    assertThat(desks.outputs)
        .containsExactly(
            new AlertOutput.PassedOver(
                desks.only().id(), "aside", AlertOutput.Why.NOT_ANSWERED_YET));
  }

  @Test
  void itIsPutAsideForAsLongAsItsSeverityAllowsHoweverLongIsAskedFor() {
    desks.acknowledge("a-1", MORNING);

    desks.act(aside(MORNING.plusSeconds(60), Desks.at("2027-03-17T09:00:00")));

    assertThat(desks.dueAt()).contains(Desks.at("2026-03-16T09:00:00"));
    assertThat(desks.only().dossier().stamp().reason())
        .isEqualTo("Put aside by its owner for as long as its severity allows");
  }

  @Test
  void itIsNotPutAsideIntoThePast() {
    desks.acknowledge("a-1", MORNING);

    desks.act(aside(MORNING.plusSeconds(60), MORNING));

    assertThat(desks.outputs)
        .containsExactly(
            new AlertOutput.PassedOver(
                desks.only().id(), "aside", AlertOutput.Why.TIME_NOT_ALLOWED));
  }

  @Test
  void answeringAgainEndsIt() {
    putAside();

    desks.acknowledge("a-2", MORNING.plus(Duration.ofHours(3)));

    assertThat(desks.dueAt()).isEmpty();
    assertThat(desks.outputs).anyMatch(AlertOutput.DeadlineDropped.class::isInstance);
  }
}
