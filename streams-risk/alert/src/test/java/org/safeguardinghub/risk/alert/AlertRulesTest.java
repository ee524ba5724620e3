package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.kernel.event.Severity.S1;
import static org.safeguardinghub.kernel.event.Severity.S2;
import static org.safeguardinghub.kernel.event.Severity.S3;
import static org.safeguardinghub.risk.alert.Desks.at;
import static org.safeguardinghub.risk.alert.Desks.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlertRulesTest {
  /** Monday, in working hours. */
  private static final Instant MONDAY_TEN = at("2026-03-02T10:00:00");

  @Test
  void aFindingRaisesAnAlertThatOnePersonOwnsAndIsToldOf() {
    Desks desks = new Desks().raise(finding("f1", "P03", S2), MONDAY_TEN);

    assertThat(desks.picture()).isEqualTo("Open S2 mash-manager/p-mash rung 0 row 19");
    assertThat(desks.only().dossier().owner().because())
        .isEqualTo("Sent to you because nobody else holds the child's case.");
    assertThat(desks.dueAt()).contains(at("2026-03-02T14:00:00"));
    assertThat(desks.told()).containsExactly("NEW_ALERT to p-mash");
    assertThat(desks.outputs)
        .contains(new AlertOutput.LedToAlert(desks.only().id(), Set.of("r-f1.0")));
  }

  @Test
  void whoSentTheEvidenceIsToldWhatWasAnswered() {
    Desks desks = new Desks().raise(finding("f1", "P03", S2), MONDAY_TEN);
    AlertOutput.Answered told =
        new AlertOutput.Answered(desks.only().id(), Set.of("r-f1.0"), Answer.ACT);
    assertThat(desks.outputs).doesNotContain(told);

    desks.acknowledge("x1", MONDAY_TEN.plusSeconds(60));
    assertThat(desks.outputs).contains(told);

    desks.acknowledge("x1", MONDAY_TEN.plusSeconds(90));
    assertThat(desks.outputs).as("the same once more").doesNotContain(told);
  }

  @Test
  void patternsWithinADayMakeOneAlertWithSeveralReasons() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P03", S3), MONDAY_TEN)
            .raise(finding("f2", "P06", S3), at("2026-03-03T09:59:59"));

    assertThat(desks.only().dossier().findings())
        .extracting(Finding::id)
        .containsExactly("f1", "f2");
    assertThat(desks.changes()).containsExactly(Change.STRENGTHENED);
    assertThat(desks.told()).containsExactly("STRENGTHENED to p-mash", "COPY to p-nurse");
  }

  @Test
  void aStewardsTaskIsAnAlertOfItsOwn() {
    Finding task = Desks.staged(PolicyDecisions.STEWARD, finding("f2", "P33", S1));
    Desks after = new Desks().raise(finding("f1", "P07", S2), MONDAY_TEN).raise(task, MONDAY_TEN);
    Desks before = new Desks().raise(task, MONDAY_TEN).raise(finding("f1", "P07", S2), MONDAY_TEN);

    assertThat(after.state.alerts()).hasSize(2);
    assertThat(before.state.alerts().keySet()).isEqualTo(after.state.alerts().keySet());
  }

  @Test
  void aPatternAfterADayMakesAnAlertOfItsOwn() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P03", S3), MONDAY_TEN)
            .raise(finding("f2", "P06", S3), at("2026-03-03T10:00:00"));

    assertThat(desks.state.alerts()).hasSize(2);
  }

  @Test
  void strengtheningKeepsIdOwnerAndAnswerAndARiseAsksAgain() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), MONDAY_TEN);
    String id = desks.only().id();
    desks.dueTimePasses(at("2026-03-04T00:00:00")).acknowledge("a1", at("2026-03-04T09:30:00"));

    desks.strengthen(finding("f1", "P03", S2), at("2026-03-05T10:00:00"));

    assertThat(desks.only().id()).isEqualTo(id);
    assertThat(desks.picture()).isEqualTo("Open S2 mash-manager/p-mash-deputy rung 0 row 19");
    assertThat(desks.only().answer()).map(Acknowledgement::answer).contains(Answer.ACT);
    assertThat(desks.dueAt()).contains(at("2026-03-05T14:00:00"));
  }

  @Test
  void furtherEvidenceWithoutARiseLeavesAnAnsweredAlertAnswered() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P03", S3), MONDAY_TEN)
            .acknowledge("a1", at("2026-03-02T11:00:00"));

    Finding more =
        finding(
            "f1",
            "P03",
            S3,
            Desks.evidence(
                "e2",
                org.safeguardinghub.kernel.catalogue.OriginFamily.CSC,
                3,
                org.safeguardinghub.kernel.event.HandlingClass.H1));
    desks.strengthen(more, at("2026-03-20T10:00:00"));

    assertThat(desks.only()).isInstanceOf(Alert.Acknowledged.class);
    assertThat(desks.told()).containsExactly("STRENGTHENED to p-mash");
  }

  @Test
  void aFindingThatSucceedsAnotherGoesOnInItsAlert() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), MONDAY_TEN);
    String id = desks.only().id();

    desks.fold(
        new AlertInput.Strengthened(
            finding("f0", "P03", S3),
            Optional.of("f1"),
            false,
            1,
            desks.moment(at("2026-03-09T10:00:00"))));

    assertThat(desks.only().id()).isEqualTo(id);
    assertThat(desks.only().dossier().findings()).extracting(Finding::id).containsExactly("f0");
  }

  @Test
  void anAlertIsWithdrawnWithItsLastFinding() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P03", S3), MONDAY_TEN)
            .raise(finding("f2", "P06", S3), MONDAY_TEN);

    desks.withdraw("f1", at("2026-03-02T12:00:00"));
    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
    assertThat(desks.told()).containsExactly("CORRECTED to p-mash", "CORRECTED to p-nurse");

    desks.withdraw("f2", at("2026-03-02T13:00:00"));
    assertThat(desks.only()).isInstanceOf(Alert.Withdrawn.class);
    assertThat(desks.told()).containsExactly("WITHDRAWN to p-mash", "WITHDRAWN to p-nurse");
    assertThat(desks.only().dossier().stamp().reason())
        .isEqualTo("P06 withdrawn: its evidence was corrected");
    assertThat(desks.outputs).anyMatch(AlertOutput.DeadlineDropped.class::isInstance);
  }

  @Test
  void aFindingThatComesBackReopensItsAlert() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P03", S3), MONDAY_TEN)
            .withdraw("f1", at("2026-03-03T12:00:00"))
            .raise(finding("f1", "P03", S3), at("2026-03-10T12:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S3 mash-manager/p-mash rung 0 row 19");
    assertThat(desks.told()).containsExactly("NEW_ALERT to p-mash");
  }

  @Test
  void anAlertThatNobodyAnswersClimbsEachRungOnce() {
    Desks desks = new Desks().raise(finding("f1", "P03", S1), MONDAY_TEN);

    desks.dueTimePasses(at("2026-03-02T11:00:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 mash-manager/p-mash-deputy rung 1 row 19");
    assertThat(desks.told()).containsExactly("OVERDUE_TO_DEPUTY to p-mash-deputy");
    desks.dueTimePasses(at("2026-03-02T12:00:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 service-manager/p-service rung 2 row 19");
    desks.dueTimePasses(at("2026-03-02T13:00:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 head-of-service/p-head rung 3 row 19");
    desks.dueTimePasses(at("2026-03-04T00:00:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 edt/p-edt rung 4 row 19");
    desks.dueTimePasses(at("2026-03-06T12:00:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 duty-desk/p-duty rung 5 row 19");
    assertThat(desks.dueAt()).isEmpty();
  }

  @Test
  void aDueTimeThatWasReachedBeforeChangesNothing() {
    Desks desks = new Desks().raise(finding("f1", "P03", S2), MONDAY_TEN);
    Deadline due = desks.only().due().orElseThrow();
    desks.dueTimePasses(at("2026-03-02T14:00:00"));
    AlertState once = desks.state;

    desks.fold(
        new AlertInput.DeadlineReached(
            desks.only().id(), due.id(), due.dueAt(), desks.moment(at("2026-03-02T14:00:01"))));

    assertThat(desks.state).isEqualTo(once);
    assertThat(desks.outputs).isEmpty();
  }

  @Test
  void aDueTimeAfterTheAnswerChangesNothing() {
    Desks desks = new Desks().raise(finding("f1", "P03", S2), MONDAY_TEN);
    Deadline due = desks.only().due().orElseThrow();
    desks.acknowledge("a1", at("2026-03-02T13:59:59"));

    desks.fold(
        new AlertInput.DeadlineReached(
            desks.only().id(), due.id(), due.dueAt(), desks.moment(at("2026-03-02T14:00:00"))));

    assertThat(desks.only()).isInstanceOf(Alert.Acknowledged.class);
    assertThat(desks.outputs).isEmpty();
  }

  @Test
  void theSameActionIsAppliedOnce() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P03", S2), MONDAY_TEN)
            .acknowledge("a1", at("2026-03-02T11:00:00"));
    AlertState once = desks.state;

    desks.acknowledge("a1", at("2026-03-02T11:00:00"));

    assertThat(desks.state).isEqualTo(once);
    assertThat(desks.outputs)
        .containsExactly(
            new AlertOutput.PassedOver(desks.only().id(), "a1", AlertOutput.Why.APPLIED_BEFORE));
  }

  @Test
  void anAnswerToAnEarlierPictureDoesNotCoverWhatCameSince() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P03", S3), MONDAY_TEN)
            .raise(finding("f2", "P05", S2), at("2026-03-02T10:30:00"));

    desks.act(desks.answer("a1", at("2026-03-02T10:31:00"), OptionalLong.of(1)));

    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
    assertThat(desks.changes()).containsExactly(Change.UPDATED);
    desks.act(desks.answer("a2", at("2026-03-02T10:32:00"), OptionalLong.of(3)));
    assertThat(desks.only()).isInstanceOf(Alert.Acknowledged.class);
  }

  @Test
  void closingComesAfterAnswering() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), MONDAY_TEN);
    String id = desks.only().id();
    desks.act(new Action.Close("a1", id, "p-mash", at("2026-03-02T11:00:00")));
    assertThat(desks.outputs)
        .containsExactly(new AlertOutput.PassedOver(id, "a1", AlertOutput.Why.NOT_ANSWERED_YET));

    desks.acknowledge("a2", at("2026-03-02T11:01:00"));
    desks.act(new Action.Close("a3", id, "p-mash", at("2026-03-02T11:02:00")));

    assertThat(desks.only()).isInstanceOf(Alert.Closed.class);
    assertThat(desks.changes()).containsExactly(Change.CLOSED);
  }

  @Test
  void whatIsGivenBackGoesToTheRoleAbove() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), MONDAY_TEN);

    desks.act(new Action.NotMine("a1", desks.only().id(), "p-mash", at("2026-03-02T11:00:00")));

    assertThat(desks.picture()).isEqualTo("Open S3 service-manager/p-service rung 0 row 19");
    assertThat(desks.told()).containsExactly("REROUTED to p-service");
  }

  @Test
  void whatIsGivenToAnotherRoleStaysThere() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), MONDAY_TEN);

    desks
        .act(
            new Action.Reassign(
                "a1", desks.only().id(), "p-mash", at("2026-03-02T11:00:00"), "edt"))
        .surroundings(at("2026-03-02T12:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S3 edt/p-edt rung 0 row 19");
  }

  @Test
  void anAssessmentThatOpensMovesTheAlertToItsWorker() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), MONDAY_TEN);

    desks.situation =
        Situation.of(
            new ChildSituation(false, Set.of(CaseKind.ASSESSMENT), false, false, false, false));
    desks.surroundings(at("2026-03-02T12:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S3 allocated-worker/p-worker rung 0 row 13");
    assertThat(desks.told()).containsExactly("REROUTED to p-worker");
    assertThat(desks.only().dossier().owner().because()).contains("you hold it");
  }

  @Test
  void anOwnerWhoLeavesIsFollowedByTheDeputyWithoutALaterDueTime() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), MONDAY_TEN);
    desks.leaves("p-mash", at("2026-03-02T12:00:00"));

    desks.surroundings(at("2026-03-02T12:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S3 mash-manager/p-mash-deputy rung 0 row 19");
  }

  @Test
  void withNobodyInTheDirectoryTheDutyDeskOwns() {
    Desks desks = new Desks();
    desks.directory = Directory.EMPTY;

    desks.raise(finding("f1", "P03", S1), MONDAY_TEN);
    assertThat(desks.picture()).isEqualTo("Open S1 duty-desk/p-duty-desk rung 0 row 19");

    desks.directory = Desks.seeded();
    desks.surroundings(at("2026-03-02T10:05:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 mash-manager/p-mash rung 0 row 19");
  }

  @Test
  void atNightTheEmergencyDutyTeamAnswersByTheClock() {
    Desks desks = new Desks().raise(finding("f1", "P03", S2), at("2026-03-07T23:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S2 edt/p-edt rung 0 row 19");
    assertThat(desks.dueAt()).contains(at("2026-03-08T03:00:00"));
    assertThat(desks.only().dossier().owner().because()).contains("Outside working hours");
  }

  @Test
  void atNightAMediumAlertWaitsForItsOwner() {
    Desks desks = new Desks().raise(finding("f1", "P03", S3), at("2026-03-07T23:00:00"));

    assertThat(desks.picture()).isEqualTo("Open S3 mash-manager/p-mash rung 0 row 19");
    assertThat(desks.dueAt()).contains(at("2026-03-10T00:00:00"));
  }

  @Test
  void anUnansweredUrgentAlertClimbsToTheDutyTeamAtNight() {
    Desks desks = new Desks().raise(finding("f1", "P03", S1), at("2026-03-02T16:30:00"));

    desks.dueTimePasses(at("2026-03-02T17:30:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 edt/p-edt rung 1 row 19");
    desks.dueTimePasses(at("2026-03-02T18:30:00"));
    assertThat(desks.picture()).isEqualTo("Open S1 service-manager/p-service rung 2 row 19");
  }

  @Test
  void aMilderProcessFindingDoesNotTakeAnUrgentOneToItsDesk() {
    Desks desks =
        new Desks()
            .raise(finding("f1", "P11", S3), MONDAY_TEN)
            .raise(finding("f2", "P05", S2), at("2026-03-02T10:30:00"));

    assertThat(desks.picture()).isEqualTo("Open S2 mash-manager/p-mash rung 0 row 19");
    assertThat(desks.changes()).isEqualTo(List.of(Change.STRENGTHENED, Change.REROUTED));
  }
}
