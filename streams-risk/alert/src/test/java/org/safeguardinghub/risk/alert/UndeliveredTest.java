package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Severity;

/** A notice that reaches its person on no channel. */
final class UndeliveredTest {
  private static final Instant MORNING = Desks.at("2026-03-02T10:00:00");
  private static final Instant LATER = MORNING.plus(Duration.ofMinutes(30));

  private final Desks desks = new Desks().raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);

  @Test
  void anOwnerWhoCannotBeToldIsPassedAtOnceAndTheDeputyIsToldWithATimeOfTheirOwn() {
    String mash = owner();
    Deadline before = desks.only().due().orElseThrow();

    undelivered("n-1", mash, LATER);

    assertThat(mash).isEqualTo("p-mash");
    assertThat(owner()).isEqualTo("p-mash-deputy");
    assertThat(desks.only().dossier().custody().rung()).isEqualTo(1);
    assertThat(desks.only().dossier().owner().because())
        .isEqualTo("Sent to you because the mash manager could not be told of it.");
    assertThat(desks.only().dossier().stamp().change()).isEqualTo(Change.UNDELIVERED);
    assertThat(desks.only().dossier().stamp().reason())
        .isEqualTo("The mash manager could not be told (smtp-550): rung 1 of the ladder");
    assertThat(told()).containsExactly("p-mash-deputy REROUTED");
    assertThat(desks.outputs)
        .contains(new AlertOutput.DeadlineDropped(desks.only().id(), before))
        .anyMatch(AlertOutput.DeadlineSet.class::isInstance);
  }

  @Test
  void oneNoticeCountsOnce() {
    undelivered("n-1", "p-mash", LATER);
    Alert after = desks.only();

    undelivered("n-1", "p-mash", LATER.plusSeconds(1));

    assertThat(desks.only()).isEqualTo(after);
    assertThat(desks.outputs)
        .containsExactly(
            new AlertOutput.PassedOver(after.id(), "n-1", AlertOutput.Why.APPLIED_BEFORE));
  }

  @Test
  void whoeverNobodyCanBeToldAfterKeepsItAndIsNotToldAgainAtOnce() {
    List<String> owners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      owners.add(owner());
      undelivered("n-" + i, owner(), LATER.plusSeconds(i));
    }

    assertThat(owners.getLast()).isEqualTo("p-duty");
    assertThat(owners.stream().distinct().toList())
        .containsExactly("p-mash", "p-mash-deputy", "p-service", "p-head", "p-duty");
    assertThat(desks.only().due()).as("asked again at its due time").isPresent();
    assertThat(desks.only().dossier().stamp().change()).isEqualTo(Change.UNDELIVERED);
    assertThat(told()).isEmpty();
  }

  @Test
  void whoeverIsNotTheOwnerAnyMoreIsNamedOnTheAlertAndNothingMoves() {
    undelivered("n-1", "p-mash", LATER);
    undelivered("n-2", "p-mash", LATER.plusSeconds(1));

    assertThat(owner()).isEqualTo("p-mash-deputy");
    assertThat(desks.only().dossier().stamp().reason())
        .isEqualTo("The mash manager could not be told (smtp-550)");
    assertThat(told()).isEmpty();
  }

  @Test
  void whatIsAnsweredStaysAnsweredAndWhatEndedKeepsItsReason() {
    desks.acknowledge("a-1", MORNING.plusSeconds(60));
    undelivered("n-1", "p-mash", LATER);
    assertThat(desks.only()).isInstanceOf(Alert.Acknowledged.class);
    assertThat(owner()).isEqualTo("p-mash");

    desks.withdraw("f-1", LATER.plusSeconds(1));
    String reason = desks.only().dossier().stamp().reason();
    undelivered("n-2", "p-mash", LATER.plusSeconds(2));

    assertThat(desks.only()).isInstanceOf(Alert.Withdrawn.class);
    assertThat(desks.only().dossier().stamp().reason()).isEqualTo(reason);
    assertThat(desks.only().dossier().stamp().change()).isEqualTo(Change.UNDELIVERED);
  }

  @Test
  void oneInstructionHoldsAllChannelsInTheirOrder() {
    desks.directory =
        desks.directory.with(
            8,
            new Contact(
                "p-mash-deputy",
                List.of(Channel.TEXT, Channel.EMAIL),
                Desks.EVER,
                Optional.empty()));

    undelivered("n-1", "p-mash", LATER);

    assertThat(desks.outputs)
        .filteredOn(AlertOutput.Notify.class::isInstance)
        .singleElement()
        .extracting(output -> ((AlertOutput.Notify) output).channels())
        .isEqualTo(List.of(Channel.TEXT, Channel.EMAIL));
  }

  private String owner() {
    return desks.only().dossier().owner().personId();
  }

  private void undelivered(String notice, String person, Instant at) {
    desks.fold(
        new AlertInput.Undelivered(
            notice, desks.only().id(), person, "smtp-550", desks.moment(at)));
  }

  private List<String> told() {
    return desks.outputs.stream()
        .filter(AlertOutput.Notify.class::isInstance)
        .map(AlertOutput.Notify.class::cast)
        .map(notify -> notify.personId() + " " + notify.template())
        .toList();
  }
}
