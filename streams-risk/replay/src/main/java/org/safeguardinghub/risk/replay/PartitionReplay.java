package org.safeguardinghub.risk.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.alert.AlertState;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.PolicyDecisions;
import org.safeguardinghub.risk.alert.Situation;
import org.safeguardinghub.risk.alert.Situations;
import org.safeguardinghub.risk.alert.brake.Brake;
import org.safeguardinghub.risk.alert.brake.BrakeInput;
import org.safeguardinghub.risk.alert.brake.BrakeOutput;
import org.safeguardinghub.risk.alert.brake.BrakeState;
import org.safeguardinghub.risk.alert.brake.BrakeStep;
import org.safeguardinghub.risk.alert.brake.Cause;
import org.safeguardinghub.risk.codec.ActionCodec;
import org.safeguardinghub.risk.codec.Carried;
import org.safeguardinghub.risk.codec.DecisionCodec;
import org.safeguardinghub.risk.codec.EntryCodec;
import org.safeguardinghub.risk.codec.HeldCodec;
import org.safeguardinghub.risk.codec.MovedPersons;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.codec.Unusable;
import org.safeguardinghub.risk.policy.Input;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.State;
import org.safeguardinghub.risk.policy.Step;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.BarrierRecord;
import org.safeguardinghub.schemas.DeadlineReachedRecord;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.PolicyActivatedRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/** Folds one partition again, in the order of its log. */
final class PartitionReplay {
  private final EntryCodec codec;
  private final EventCatalogue catalogue;
  private final AlertRules rules;
  private final Directory directory;
  private final Map<SubjectRef, State> states = new TreeMap<>();
  private final Map<SubjectRef, AlertState> alerts = new TreeMap<>();
  private final Map<SubjectRef, Situation> situations = new HashMap<>();
  private final Map<SubjectRef, Instant> evaluatedAsOf = new HashMap<>();
  private final Map<SubjectRef, BrakeState> held = new HashMap<>();
  private final Map<SubjectRef, Set<String>> left = new HashMap<>();
  private final List<HeldRulingRecord> rulings = new ArrayList<>();
  private final Map<String, Instant> decidedAt = new HashMap<>();
  private final List<RiskDecisionRecord> decisions = new ArrayList<>();
  private final Policies policies;
  private LiveOrder order = new LiveOrder(List.of());
  private long unusable;

  PartitionReplay(
      EntryCodec codec,
      EventCatalogue catalogue,
      AlertRules rules,
      Directory directory,
      Policies policies) {
    this.codec = codec;
    this.catalogue = catalogue;
    this.rules = rules;
    this.directory = directory;
    this.policies = policies;
  }

  /**
   * Which policy version decides; empty for a marker that changes nothing.
   *
   * @param first the version that holds before any marker
   * @param activate the version that a marker brings, given the one before
   */
  record Policies(
      RiskPolicy first,
      BiFunction<RiskPolicy, PolicyActivatedRecord, Optional<RiskPolicy>> activate) {}

  void run(History.Partition partition) {
    partition.decisions().forEach(live -> decidedAt.put(live.getDecisionId(), live.getDecidedAt()));
    order = new LiveOrder(partition.alerts());
    List<AlertActionRecord> actions = new ArrayList<>(partition.actions());
    rulings.addAll(partition.rulings());
    RiskPolicy policy = policies.first();
    for (SubjectEventRecord record : partition.events()) {
      if (record.getBody() instanceof BarrierRecord) {
        continue;
      }
      if (record.getBody() instanceof PolicyActivatedRecord marker) {
        Optional<RiskPolicy> next = policies.activate().apply(policy, marker);
        if (next.isPresent()) {
          boolean same = policy.policy().sameRulesAs(next.get().policy());
          policy = next.get();
          if (!same) {
            again(policy, marker, record.getLoggedAt(), actions);
          }
        }
        continue;
      }
      try {
        evaluate(policy, record, actions);
      } catch (Unusable e) {
        unusable++;
      }
    }
    actions.forEach(this::act);
    rulings.forEach(this::rule);
  }

  List<RiskDecisionRecord> decisions() {
    return List.copyOf(decisions);
  }

  Map<SubjectRef, AlertState> alerts() {
    return Map.copyOf(alerts);
  }

  long unusable() {
    return unusable;
  }

  private void again(
      RiskPolicy policy,
      PolicyActivatedRecord marker,
      Instant at,
      List<AlertActionRecord> actions) {
    String cause = marker.getPolicyId() + '/' + marker.getVersion() + '/' + marker.getActivation();
    for (SubjectRef subject : List.copyOf(states.keySet())) {
      fold(
          policy,
          subject,
          new Input.Reevaluated(cause, next(subject, at)),
          List.of(),
          Cause.POLICY_CHANGE,
          at,
          actions);
    }
  }

  private void evaluate(
      RiskPolicy policy, SubjectEventRecord record, List<AlertActionRecord> actions) {
    SubjectRef subject = EntryCodec.subject(record);
    Optional<TimelineEntry> entry = codec.entry(record);
    if (entry.isEmpty() || followed(subject, record)) {
      return;
    }
    if (record.getBody() instanceof MovedRecord moved && moved.getCarried().isPresent()) {
      move(policy, subject, record, moved, actions);
      return;
    }
    Instant asOf =
        record.getBody() instanceof DeadlineReachedRecord reached
            ? reached.getDueAt()
            : record.getLoggedAt();
    Input input = new Input.Recorded(record.getRecordId(), next(subject, asOf), entry.get());
    fold(policy, subject, input, List.of(), Cause.RECORD, record.getLoggedAt(), actions);
  }

  /** Whether it was on its way while its person was moved, and was sent on as it is. */
  private boolean followed(SubjectRef subject, SubjectEventRecord record) {
    return record.getBody() instanceof AttributedEventRecord event
        && left.getOrDefault(subject, Set.of()).contains(event.getPersonRef());
  }

  private void move(
      RiskPolicy policy,
      SubjectRef subject,
      SubjectEventRecord sent,
      MovedRecord moved,
      List<AlertActionRecord> actions) {
    State state = states.getOrDefault(subject, State.empty(subject));
    boolean out = moved.getDirection() == MoveDirection.OUT;
    SubjectEventRecord record =
        out ? MovedPersons.named(sent, moved, state.entries().values()) : sent;
    TimelineEntry entry = codec.entry(record).orElseThrow();
    Set<String> gone = left.computeIfAbsent(subject, _ -> new HashSet<>());
    if (out) {
      gone.addAll(moved.getPersonRefs());
    } else {
      gone.removeAll(moved.getPersonRefs());
    }
    Instant asOf = next(subject, record.getLoggedAt());
    Situation known = situations.getOrDefault(subject, Situation.UNKNOWN);
    Moment moment = new Moment(record.getLoggedAt(), directory, known);
    if (out && MovedPersons.findingsStay(moved)) {
      Input input = new Input.Recorded(record.getRecordId(), asOf, entry);
      fold(policy, subject, input, List.of(), Cause.RECORD, record.getLoggedAt(), actions);
      return;
    }
    if (out) {
      Input input = new Input.MovedOut(record.getRecordId(), asOf, entry);
      AlertInput givenUp = new AlertInput.MovedOut(moment);
      fold(policy, subject, input, List.of(givenUp), Cause.RECORD, record.getLoggedAt(), actions);
      return;
    }
    Carried carried = Carried.of(record, moved).orElseThrow();
    List<TimelineEntry> entries = new ArrayList<>();
    carried.records().forEach(one -> codec.entry(one).ifPresent(entries::add));
    entries.add(entry);
    Input input = new Input.MovedIn(record.getRecordId(), asOf, entries, carried.published());
    AlertInput in = new AlertInput.MovedIn(carried.alerts(), carried.reason(), moment);
    fold(policy, subject, input, List.of(in), Cause.RECORD, record.getLoggedAt(), actions);
  }

  /** As live: the moment of evaluation of a subject never goes back. */
  private Instant next(SubjectRef subject, Instant recordAsOf) {
    Instant last = evaluatedAsOf.getOrDefault(subject, recordAsOf);
    return last.isAfter(recordAsOf) ? last : recordAsOf;
  }

  private void fold(
      RiskPolicy policy,
      SubjectRef subject,
      Input input,
      List<AlertInput> first,
      Cause cause,
      Instant loggedAt,
      List<AlertActionRecord> actions) {
    State before = states.getOrDefault(subject, State.empty(subject));
    Step step;
    try {
      step = policy.fold(before, input);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw new Unusable("the record cannot be evaluated");
    }
    states.put(subject, step.state());
    evaluatedAsOf.put(subject, input.asOf());
    Instant at =
        step.decisions().stream()
            .map(decision -> decidedAt.get(decision.origin().decisionId()))
            .filter(live -> live != null)
            .findFirst()
            .orElse(loggedAt);
    actBefore(subject, at, actions);
    Timeline timeline = Timeline.of(subject, step.state().entries().values(), catalogue);
    Situation situation = Situations.at(policy.policy(), timeline, at);
    boolean changed = !situation.equals(situations.put(subject, situation));
    Moment moment = new Moment(at, directory, situation);
    first.forEach(moved -> alert(subject, moved));
    for (Decision decision :
        policy.explained(step.decisions(), step.state().entries().values(), input.asOf())) {
      decisions.add(DecisionCodec.toRecord(subject, decision, cause, at));
      AlertInput decided = PolicyDecisions.input(decision, moment);
      brake(subject, new BrakeInput.Decided(decided, cause));
    }
    if (changed && alerts.containsKey(subject)) {
      alert(subject, new AlertInput.SurroundingsChanged(moment));
    }
  }

  private void rule(HeldRulingRecord ruling) {
    SubjectRef subject = Refs.of(ruling.getSubject());
    Situation situation = situations.getOrDefault(subject, Situation.UNKNOWN);
    try {
      brake(subject, HeldCodec.input(ruling, new Moment(ruling.getAt(), directory, situation)));
    } catch (Unusable e) {
      unusable++;
    }
  }

  private void brake(SubjectRef subject, BrakeInput input) {
    BrakeStep step = Brake.fold(held.getOrDefault(subject, BrakeState.EMPTY), input);
    held.put(subject, step.state());
    for (BrakeOutput output : step.outputs()) {
      if (output instanceof BrakeOutput.Through(AlertInput passes)) {
        alert(subject, passes);
      }
    }
  }

  /**
   * What people did about a subject before its record was evaluated comes before it. Others wait
   * for records of their own: a change of policy reaches subjects one after the other.
   */
  private void actBefore(SubjectRef subject, Instant at, List<AlertActionRecord> actions) {
    Iterator<AlertActionRecord> pending = actions.iterator();
    while (pending.hasNext()) {
      AlertActionRecord action = pending.next();
      if (action.getAt().isAfter(at)) {
        break;
      }
      if (Refs.of(action.getSubject()).equals(subject) && order.before(action, subject, at)) {
        pending.remove();
        act(action);
      }
    }
    List<HeldRulingRecord> ruled =
        rulings.stream()
            .filter(ruling -> Refs.of(ruling.getSubject()).equals(subject))
            .filter(ruling -> ruling.getAt().isBefore(at))
            .toList();
    rulings.removeAll(ruled);
    ruled.forEach(this::rule);
  }

  private void act(AlertActionRecord action) {
    SubjectRef subject = Refs.of(action.getSubject());
    Situation situation = situations.getOrDefault(subject, Situation.UNKNOWN);
    try {
      alert(subject, ActionCodec.input(action, new Moment(action.getAt(), directory, situation)));
    } catch (Unusable e) {
      unusable++;
    }
  }

  private void alert(SubjectRef subject, AlertInput input) {
    AlertState before = alerts.getOrDefault(subject, AlertState.empty(subject));
    alerts.put(subject, rules.fold(before, input).state());
  }
}
