package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.kernel.event.Severity.S1;
import static org.safeguardinghub.kernel.event.Severity.S2;
import static org.safeguardinghub.kernel.event.Severity.S3;
import static org.safeguardinghub.risk.alert.Desks.at;
import static org.safeguardinghub.risk.alert.Desks.finding;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.risk.alert.brake.Brake;
import org.safeguardinghub.risk.alert.brake.BrakeInput;
import org.safeguardinghub.risk.alert.brake.BrakeOutput;
import org.safeguardinghub.risk.alert.brake.BrakeState;
import org.safeguardinghub.risk.alert.brake.BrakeStep;
import org.safeguardinghub.risk.alert.brake.Cause;
import org.safeguardinghub.risk.alert.brake.Held;
import org.safeguardinghub.risk.alert.brake.Ruling;

/** What a change of policy finds reaches nobody until an administrator lets it go. */
final class BrakeTest {
  private static final Instant MONDAY = at("2026-03-02T10:00:00");
  private static final Instant TUESDAY = at("2026-03-03T10:00:00");
  private static final Instant WEDNESDAY = at("2026-03-04T10:00:00");

  private final Desks desks = new Desks();
  private final List<String> told = new ArrayList<>();
  private BrakeState state = BrakeState.EMPTY;
  private List<BrakeOutput> outputs = List.of();

  @Test
  void whatOnlyAChangeOfPolicyFoundIsHeldAndNobodyIsTold() {
    raised(finding("f1", "P03", S1), Cause.POLICY_CHANGE, MONDAY);

    assertThat(told).isEmpty();
    assertThat(desks.state.alerts()).isEmpty();
    assertThat(state.held("f1")).containsInstanceOf(Held.Waiting.class);
  }

  @Test
  void aReleasedFindingIsRaisedAsOfTheReleaseAndSaysThatTheRulesFoundIt() {
    raised(finding("f1", "P03", S2), Cause.POLICY_CHANGE, MONDAY);
    fold(new BrakeInput.Release("f1", ruling("r1"), desks.moment(TUESDAY)));

    assertThat(told).containsExactly("NEW_ALERT to p-mash");
    assertThat(desks.only().dossier().raisedAt()).isEqualTo(TUESDAY);
    assertThat(desks.only().dossier().policyVersion()).isEqualTo(2);
    Finding reason = desks.only().dossier().findings().getFirst();
    assertThat(reason.because())
        .isEqualTo(
            "Found by policy change: version 2 of the rules looks at what was known before; nothing"
                + " new was reported. because of what was reported");
    assertThat(reason.how()).contains("found by policy change");
    assertThat(state.held()).isEmpty();
  }

  @Test
  void aRulingOnWhatDoesNotWaitChangesNothing() {
    raised(finding("f1", "P03", S2), Cause.POLICY_CHANGE, MONDAY);
    fold(new BrakeInput.Release("f1", ruling("r1"), desks.moment(TUESDAY)));
    fold(new BrakeInput.Release("f1", ruling("r1"), desks.moment(TUESDAY)));

    assertThat(outputs).containsExactly(new BrakeOutput.NotWaiting("f1", "r1"));
    assertThat(told).hasSize(1);
    fold(new BrakeInput.Decline("f1", ruling("r2")));
    assertThat(outputs).containsExactly(new BrakeOutput.NotWaiting("f1", "r2"));
    assertThat(state).isEqualTo(BrakeState.EMPTY);
  }

  @Test
  void aDeclinedFindingStaysDeclinedUntilSomethingNewStrengthensIt() {
    raised(finding("f1", "P03", S2), Cause.POLICY_CHANGE, MONDAY);
    fold(new BrakeInput.Decline("f1", ruling("r1")));
    strengthened(finding("f1", "P03", S2), false, Cause.RECORD, TUESDAY);

    assertThat(state.held("f1")).containsInstanceOf(Held.Declined.class);
    assertThat(told).isEmpty();

    strengthened(finding("f1", "P03", S1), true, Cause.RECORD, WEDNESDAY);

    assertThat(told).hasSize(1);
    assertThat(desks.only().dossier().severity()).isEqualTo(S1);
    assertThat(state.held()).isEmpty();
  }

  @Test
  void aNewEventThatStrengthensWhatWaitsRaisesItAsAnyOther() {
    raised(finding("f1", "P03", S3), Cause.POLICY_CHANGE, MONDAY);
    strengthened(finding("f1", "P03", S2), true, Cause.RECORD, TUESDAY);

    assertThat(told).containsExactly("NEW_ALERT to p-mash");
    assertThat(desks.only().dossier().findings().getFirst().because())
        .isEqualTo("because of what was reported");
    assertThat(outputs.getFirst())
        .isInstanceOfSatisfying(
            BrakeOutput.LetGo.class,
            gone -> assertThat(gone.why()).isEqualTo(BrakeOutput.Why.OVERTAKEN));
  }

  @Test
  void aQuietUpdateLeavesWhatWaitsWaitingWithItsNewContent() {
    raised(finding("f1", "P03", S3), Cause.POLICY_CHANGE, MONDAY);
    strengthened(finding("f1", "P03", S2), false, Cause.RECORD, TUESDAY);

    assertThat(told).isEmpty();
    assertThat(state.held("f1"))
        .hasValueSatisfying(
            held -> {
              assertThat(held.found().finding().severity()).isEqualTo(S2);
              assertThat(held.found().since()).isEqualTo(MONDAY);
            });
  }

  @Test
  void aStrengtheningByPolicyLeavesTheAlertAsItsOwnerKnowsItUntilItIsReleased() {
    raised(finding("f1", "P03", S3), Cause.RECORD, MONDAY);
    told.clear();
    strengthened(finding("f1", "P03", S2), true, Cause.POLICY_CHANGE, TUESDAY);

    assertThat(told).isEmpty();
    assertThat(desks.only().dossier().severity()).isEqualTo(S3);

    fold(new BrakeInput.Release("f1", ruling("r1"), desks.moment(WEDNESDAY)));

    assertThat(told).containsExactly("STRENGTHENED to p-mash");
    assertThat(desks.only().dossier().severity()).isEqualTo(S2);
  }

  @Test
  void aFindingThatIsHeldAsNewStaysNewWhateverPolicyMakesOfIt() {
    raised(finding("f1", "P03", S3), Cause.POLICY_CHANGE, MONDAY);
    strengthened(finding("f1", "P03", S2), true, Cause.POLICY_CHANGE, TUESDAY);
    fold(new BrakeInput.Release("f1", ruling("r1"), desks.moment(WEDNESDAY)));

    assertThat(told).containsExactly("NEW_ALERT to p-mash");
  }

  @Test
  void aWithdrawalByPolicyIsToldToThoseWhoWereToldAndToNobodyElse() {
    raised(finding("f1", "P03", S3), Cause.RECORD, MONDAY);
    raised(finding("f2", "P06", S3), Cause.POLICY_CHANGE, TUESDAY);
    told.clear();
    withdrawn("f2", TUESDAY);
    assertThat(told).isEmpty();
    assertThat(state.held()).isEmpty();

    withdrawn("f1", TUESDAY);
    assertThat(told).containsExactly("WITHDRAWN to p-mash");
  }

  @Test
  void whatIsNotADecisionOfPolicyPasses() {
    fold(
        new BrakeInput.Decided(
            new AlertInput.SurroundingsChanged(desks.moment(MONDAY)), Cause.POLICY_CHANGE));

    assertThat(outputs).hasOnlyElementsOfType(BrakeOutput.Through.class);
  }

  private void raised(Finding finding, Cause cause, Instant at) {
    decided(new AlertInput.Raised(finding, Optional.empty(), 2, desks.moment(at)), cause);
  }

  private void strengthened(Finding finding, boolean rings, Cause cause, Instant at) {
    decided(
        new AlertInput.Strengthened(finding, Optional.empty(), rings, 2, desks.moment(at)), cause);
  }

  private void withdrawn(String id, Instant at) {
    decided(new AlertInput.Withdrawn(id, "gone", 2, desks.moment(at)), Cause.POLICY_CHANGE);
  }

  private void decided(AlertInput input, Cause cause) {
    fold(new BrakeInput.Decided(input, cause));
  }

  private void fold(BrakeInput input) {
    BrakeStep step = Brake.fold(state, input);
    state = step.state();
    outputs = step.outputs();
    for (BrakeOutput output : outputs) {
      if (output instanceof BrakeOutput.Through(AlertInput through)) {
        desks.fold(through);
        told.addAll(desks.told());
      }
    }
  }

  private static Ruling ruling(String id) {
    return new Ruling(id, "p-admin", new Sealed("reason", id, ByteBuffer.allocate(1)), TUESDAY);
  }
}
