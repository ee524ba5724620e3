package org.safeguardinghub.risk.alert.brake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.Finding;

/**
 * Keeps a change of policy from becoming a storm of alerts. The streams processor, the replay and
 * the tests call the same {@link #fold}.
 *
 * <p>What a change of policy raises or strengthens is held. What something new raises or
 * strengthens passes, and takes with it what was held of the same finding. A withdrawal always
 * passes: whoever was told must hear of it.
 */
public final class Brake {
  private Brake() {}

  /** The next state, and what follows. */
  public static BrakeStep fold(BrakeState state, BrakeInput input) {
    return switch (input) {
      case BrakeInput.Decided decided -> decided(state, decided.input(), decided.cause());
      case BrakeInput.Release release -> release(state, release);
      case BrakeInput.Decline decline -> decline(state, decline);
    };
  }

  private static BrakeStep decided(BrakeState state, AlertInput input, Cause cause) {
    return switch (input) {
      case AlertInput.Raised raised ->
          switch (cause) {
            case RECORD -> overtaken(state, raised.finding(), input);
            case POLICY_CHANGE ->
                hold(
                    state,
                    raised.finding(),
                    raised.succeeds(),
                    Held.Kind.NEW,
                    raised.policyVersion(),
                    raised.moment().at());
          };
      case AlertInput.Strengthened stronger when stronger.rings() ->
          switch (cause) {
            case RECORD -> overtaken(state, stronger.finding(), input);
            case POLICY_CHANGE ->
                hold(
                    state,
                    stronger.finding(),
                    stronger.succeeds(),
                    Held.Kind.STRONGER,
                    stronger.policyVersion(),
                    stronger.moment().at());
          };
      case AlertInput.Strengthened quiet -> quiet(state, quiet);
      case AlertInput.Withdrawn withdrawn ->
          lettingGo(state, withdrawn.findingId(), BrakeOutput.Why.WITHDRAWN, input);
      case AlertInput.Acted _,
          AlertInput.DeadlineReached _,
          AlertInput.Undelivered _,
          AlertInput.MovedIn _,
          AlertInput.MovedOut _,
          AlertInput.SurroundingsChanged _ ->
          through(state, input);
    };
  }

  private static BrakeStep through(BrakeState state, AlertInput input) {
    return new BrakeStep(state, List.of(new BrakeOutput.Through(input)));
  }

  private static BrakeStep hold(
      BrakeState state,
      Finding finding,
      Optional<String> succeeds,
      Held.Kind kind,
      int policy,
      Instant at) {
    // What its owner does not know yet is new to them, however often it grows while it is held.
    Optional<Held.Found> earlier = state.held(finding.id()).map(Held::found);
    Held.Waiting waiting =
        new Held.Waiting(
            new Held.Found(
                finding,
                earlier.flatMap(Held.Found::succeeds).or(() -> succeeds),
                earlier.map(Held.Found::kind).orElse(kind),
                policy,
                earlier.map(Held.Found::since).orElse(at)));
    return new BrakeStep(state.with(waiting), List.of(new BrakeOutput.Holds(waiting)));
  }

  private static BrakeStep overtaken(BrakeState state, Finding finding, AlertInput input) {
    return lettingGo(state, finding.id(), BrakeOutput.Why.OVERTAKEN, input);
  }

  private static BrakeStep lettingGo(
      BrakeState state, String findingId, BrakeOutput.Why why, AlertInput input) {
    return state
        .held(findingId)
        .map(
            held ->
                new BrakeStep(
                    state.without(findingId),
                    List.of(new BrakeOutput.LetGo(held, why), new BrakeOutput.Through(input))))
        .orElseGet(() -> through(state, input));
  }

  /**
   * What rings nobody's bell does not let go either: the held one reads differently from then on.
   */
  private static BrakeStep quiet(BrakeState state, AlertInput.Strengthened update) {
    Optional<Held> held = state.held(update.finding().id());
    if (held.isEmpty()) {
      return through(state, update);
    }
    Held next = held.get().reading(update.finding());
    return new BrakeStep(state.with(next), List.of(new BrakeOutput.Holds(next)));
  }

  private static BrakeStep release(BrakeState state, BrakeInput.Release release) {
    if (!(state.held().get(release.findingId()) instanceof Held.Waiting waiting)) {
      return notWaiting(state, release.findingId(), release.ruling());
    }
    Held.Found found = waiting.found();
    Finding marked = found.finding().foundByPolicyChange(found.policyVersion());
    AlertInput input =
        switch (found.kind()) {
          case NEW ->
              new AlertInput.Raised(
                  marked, found.succeeds(), found.policyVersion(), release.moment());
          case STRONGER ->
              new AlertInput.Strengthened(
                  marked, found.succeeds(), true, found.policyVersion(), release.moment());
        };
    return lettingGo(state, release.findingId(), BrakeOutput.Why.RELEASED, input);
  }

  private static BrakeStep decline(BrakeState state, BrakeInput.Decline decline) {
    if (!(state.held().get(decline.findingId()) instanceof Held.Waiting waiting)) {
      return notWaiting(state, decline.findingId(), decline.ruling());
    }
    Held.Declined declined = waiting.decline(decline.ruling());
    return new BrakeStep(state.with(declined), List.of(new BrakeOutput.Holds(declined)));
  }

  private static BrakeStep notWaiting(BrakeState state, String findingId, Ruling ruling) {
    return new BrakeStep(state, List.of(new BrakeOutput.NotWaiting(findingId, ruling.rulingId())));
  }
}
