package org.safeguardinghub.risk.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.decide.Decisions;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.evaluate.Interests;
import org.safeguardinghub.risk.policy.evaluate.Necessity;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * One policy version, ready to fold inputs. It holds no state of a subject and may be shared
 * between threads.
 */
public final class RiskPolicy {
  private final Policy policy;
  private final EventCatalogue catalogue;
  private final Interests interests;

  public RiskPolicy(Policy policy, EventCatalogue catalogue) {
    this.policy = policy;
    this.catalogue = catalogue;
    this.interests = Interests.of(policy, catalogue);
  }

  /** The policy version that decides. */
  public Policy policy() {
    return policy;
  }

  /** A subject that is to be followed input by input, from a state on. */
  public Following follow(State state, Instant asOf) {
    return new Following(policy, interests, catalogue, state, asOf);
  }

  /** One input of one subject: the new state, and what to publish because of it. */
  public Step fold(State state, Input input) {
    State next =
        switch (input) {
          case Input.Recorded recorded -> state.with(recorded.entry());
          case Input.MovedIn moved -> movedIn(state, moved);
          case Input.MovedOut moved ->
              new State(state.subject(), state.entries(), Published.NOTHING).with(moved.entry());
          case Input.Reevaluated _ -> state;
        };
    Timeline timeline = Timeline.of(next.subject(), next.entries().values(), catalogue);
    Findings findings = Evaluation.evaluate(policy, next.subject(), timeline, input.asOf());
    Decisions decisions =
        Decisions.diff(
            policy, next.published(), findings, timeline, input.recordId(), input.asOf());
    return new Step(
        new State(next.subject(), next.entries(), decisions.published()),
        decisions.inOrder(),
        findings);
  }

  /**
   * Decisions as they are published: each says which of its events it needs. That takes evaluations
   * of its own, so it is asked for what is published and for nothing else.
   *
   * @param entries the subject's log that gave rise to them
   * @param asOf the moment as of which was evaluated
   */
  public List<Decision> explained(
      List<Decision> decisions, Collection<TimelineEntry> entries, Instant asOf) {
    return decisions.stream()
        .map(
            one ->
                one.explained(
                    finding ->
                        Necessity.of(
                            policy,
                            finding,
                            Timeline.of(finding.subject(), entries, catalogue),
                            asOf)))
        .toList();
  }

  private static State movedIn(State state, Input.MovedIn moved) {
    State next = state;
    for (TimelineEntry entry : moved.entries()) {
      next = next.with(entry);
    }
    return new State(next.subject(), next.entries(), next.published().with(moved.published()));
  }
}
