package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Unusable;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.version.PolicyVersion;
import org.safeguardinghub.schemas.PolicyActivatedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a partition goes from one policy version to the next. When a version's date has come, a
 * marker goes to the log; from where it is read back on, every evaluation is by the new version.
 * The subjects are looked at again some at a time, each at the latest before its next record.
 */
final class PolicyChanges {
  /** So many subjects at one tick: a tick stays short, and records do not wait for long. */
  static final int AT_ONCE = 25;

  private static final Logger LOG = LoggerFactory.getLogger(PolicyChanges.class);

  private final int partition;
  private final ActivePolicy policy;
  private final PolicySchedule schedule;
  private final Reevaluations waiting;
  private final SubjectShelf shelf;
  private final Evaluator evaluator;
  private final Outlets outlets;
  private final Supplier<Evaluator.Now> now;
  private final Set<String> unusable = new HashSet<>();

  /** The version whose marker was written and has not been read back. */
  private @Nullable String asked;

  PolicyChanges(
      int partition,
      ActivePolicy policy,
      PolicySchedule schedule,
      Reevaluations waiting,
      SubjectShelf shelf,
      Evaluator evaluator,
      Outlets outlets,
      Supplier<Evaluator.Now> now) {
    this.partition = partition;
    this.policy = policy;
    this.schedule = schedule;
    this.waiting = waiting;
    this.shelf = shelf;
    this.evaluator = evaluator;
    this.outlets = outlets;
    this.now = now;
  }

  /** One tick of the wall clock, once the task knows its whole log. */
  void tick(Instant at) {
    Optional<PolicyVersion> due =
        schedule
            .inForce(at)
            .filter(version -> !version.name().equals(policy.name()))
            .filter(version -> !version.name().equals(asked))
            .filter(version -> !unusable.contains(version.name()));
    due.filter(this::readable).ifPresent(version -> ask(version, at));
    waiting.next(AT_ONCE).forEach(this::before);
  }

  /** Whether the partition has gone over to the version that holds, with all of its subjects. */
  boolean followed() {
    return asked == null && waiting.none();
  }

  /** A marker was read. */
  void read(PolicyActivatedRecord marker, Instant loggedAt) {
    String name = ActivePolicy.name(marker.getPolicyId(), marker.getVersion());
    if (name.equals(asked)) {
      asked = null;
    }
    // Whoever still waits for the version before is looked at by that one, as everybody else was.
    for (List<SubjectRef> late = waiting.next(AT_ONCE);
        !late.isEmpty();
        late = waiting.next(AT_ONCE)) {
      late.forEach(this::before);
    }
    Policy last = policy.policy().policy();
    if (policy.activate(marker) && !last.sameRulesAs(policy.policy().policy())) {
      waiting.put(shelf.subjects(), name + '/' + marker.getActivation(), loggedAt);
    }
  }

  /** What must come before anything else happens to a subject. */
  void before(SubjectRef subject) {
    waiting
        .take(subject)
        .ifPresent(
            pending -> {
              try {
                evaluator.again(subject, pending.cause(), pending.asOf(), now.get());
              } catch (Unusable e) {
                LOG.error("partition {}: a subject passed over: {}", partition, e.getMessage());
              }
            });
  }

  private void ask(PolicyVersion version, Instant at) {
    asked = version.name();
    SubjectEventRecord marker =
        PolicyPublication.marker(
            partition,
            version.policyId(),
            version.version(),
            policy.nextActivation(),
            version.effectiveFrom(),
            at);
    outlets.event(PolicyPublication.markerKey(partition, marker), marker);
  }

  /** A text that this release cannot read must not stop the partition. */
  private boolean readable(PolicyVersion version) {
    try {
      policy.version(version.name());
      return true;
    } catch (IllegalStateException | Unusable e) {
      unusable.add(version.name());
      LOG.error("policy {} is due and cannot be used: {}", version.name(), e.getMessage());
      return false;
    }
  }
}
