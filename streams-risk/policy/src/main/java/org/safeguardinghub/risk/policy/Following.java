package org.safeguardinghub.risk.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.decide.Ledger;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.evaluate.Interests;
import org.safeguardinghub.risk.policy.evaluate.Necessity;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * One subject, followed input by input. Every step answers as {@link RiskPolicy#fold} would, at the
 * cost of what the input changes instead of that of the whole timeline. It holds state and belongs
 * to one thread; if a step throws, it is of no more use.
 */
public final class Following {
  private final Policy policy;
  private final Interests interests;
  private final EventCatalogue catalogue;
  private final SubjectRef subject;
  private final Map<String, TimelineEntry> entries;
  private Ledger ledger;
  private Instant asOf;
  private @Nullable Evaluation kept;

  Following(
      Policy policy, Interests interests, EventCatalogue catalogue, State state, Instant asOf) {
    this.policy = policy;
    this.interests = interests;
    this.catalogue = catalogue;
    this.subject = state.subject();
    this.entries = new LinkedHashMap<>(state.entries());
    this.ledger = new Ledger(policy, state.published());
    this.asOf = asOf;
  }

  // The first input may be one that has to be read with everything else.
  private Evaluation evaluation() {
    Evaluation evaluation = kept;
    if (evaluation == null) {
      Timeline timeline = Timeline.of(subject, entries.values(), catalogue);
      evaluation = Evaluation.of(policy, interests, timeline, asOf);
      kept = evaluation;
    }
    return evaluation;
  }

  /** One input: what to publish because of it, in order. */
  public List<Decision> fold(Input input) {
    asOf = input.asOf();
    Set<String> changed =
        switch (input) {
          case Input.Recorded recorded -> recorded(recorded);
          case Input.MovedIn moved -> {
            moved.entries().forEach(this::keep);
            ledger = new Ledger(policy, ledger.published().with(moved.published()));
            yield anew();
          }
          case Input.MovedOut moved -> {
            keep(moved.entry());
            ledger = new Ledger(policy, Published.NOTHING);
            yield anew();
          }
          case Input.Reevaluated _ -> anew();
        };
    return ledger.compare(changed, evaluation(), input.recordId(), asOf);
  }

  /** The last decisions as they are published: each says which of its events it needs. */
  public List<Decision> explained(List<Decision> decisions) {
    return decisions.stream()
        .map(one -> one.explained(finding -> Necessity.of(policy, finding, timeline(), asOf)))
        .toList();
  }

  private Set<String> recorded(Input.Recorded input) {
    boolean repeated = !keep(input.entry());
    Evaluation evaluation = kept;
    if (!repeated
        && evaluation != null
        && input.entry() instanceof TimelineEntry.Event(var event)) {
      Optional<Set<String>> changed = evaluation.grow(List.of(event), asOf);
      if (changed.isPresent()) {
        return changed.get();
      }
    }
    return anew();
  }

  /** Keeps an entry, unless the one of its key outranks it; says whether there was none. */
  private boolean keep(TimelineEntry entry) {
    String key = entry.key();
    TimelineEntry before = entries.get(key);
    if (State.replaces(entry, before)) {
      entries.put(key, entry);
    }
    return before == null;
  }

  private Set<String> anew() {
    kept = null;
    Set<String> all = new HashSet<>();
    policy.patterns().stream().map(Pattern::id).forEach(all::add);
    all.add(policy.urgentNotice().id());
    ledger.published().findings().forEach(finding -> all.add(finding.pattern()));
    return all;
  }

  /** The subject as it is to be kept. */
  public State state() {
    return new State(subject, entries, published());
  }

  /** Everything that was recorded, in order of arrival; an unmodifiable view. */
  public Collection<TimelineEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** What is held under a key of {@link TimelineEntry#key}. */
  public Optional<TimelineEntry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The timeline as it reads now; to be looked at before the next input. */
  public Timeline timeline() {
    return evaluation().timeline();
  }

  /** What has been published. */
  public Published published() {
    return ledger.published();
  }

  /** What stands. */
  public Findings findings() {
    return evaluation().findings();
  }

  /** What is waited for. */
  public List<Deadline> deadlines() {
    return evaluation().deadlines();
  }

  /** What worklists are ordered by. */
  public DecayedLoad load() {
    return evaluation().load();
  }
}
