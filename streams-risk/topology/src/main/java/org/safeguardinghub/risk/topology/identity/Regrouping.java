package org.safeguardinghub.risk.topology.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.identity.ChildRefs;
import org.safeguardinghub.risk.identity.ClaimsScorer;
import org.safeguardinghub.risk.identity.Outcome;
import org.safeguardinghub.risk.identity.Wall;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.MoveReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out rulings about children who are held: two are one, one is two, an earlier ruling was
 * wrong. A child is a set of person references; a ruling regroups them, and their events follow.
 * Each is a decision of the ledger that a later one can undo.
 */
final class Regrouping {
  private static final Logger LOG = LoggerFactory.getLogger(Regrouping.class);
  private static final String NOT_TWO = "it does not name two children who are held";

  private final IdentityEdge edge;
  private final LinkIndex index;
  private final Outbox outbox;
  private final SubjectEvents events;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Walls walls;
  private final ClaimsScorer scorer = ClaimsScorer.shipped();

  Regrouping(IdentityEdge edge, LinkIndex index, Outbox outbox) {
    this.edge = edge;
    this.index = index;
    this.outbox = outbox;
    this.events = new SubjectEvents(edge);
    this.decisions = new Decisions(edge);
    this.ledger = new Ledger(index, outbox);
    this.walls = new Walls(edge, index, outbox);
  }

  /** A steward wonders whether two children are one: asks so, with the comparison. */
  void compare(IdentityRulingRecord ruling) {
    String child = ruling.getChildRef().orElse("");
    String other = ruling.getOtherChildRef().orElse("");
    if (child.equals(other) || !index.known(child) || !index.known(other)) {
      passedOver(ruling, NOT_TWO);
      return;
    }
    Outcome.Compared closest =
        index.candidate(child).forms().stream()
            .map(claims -> scorer.compare(claims, index.candidate(other)))
            .max(Comparator.comparingDouble(Outcome.Compared::bits))
            .orElseGet(() -> new Outcome.Compared(other, List.of(), 0));
    boolean walled = index.walled(child) || index.walled(other);
    ask(decisions.pair(ruling, closest, walled, outbox.now()));
  }

  /** Whether two children are one is answered. */
  void answerPair(IdentityTaskRecord task, IdentityRulingRecord ruling) {
    String child = task.getChildRef().orElseThrow();
    String other = task.getCandidates().getFirst();
    Optional<IdentityDecisionRecord> decision =
        ruling.getDecision() == IdentityRulingDecision.SAME
            ? merge(ruling, child, other)
            : Optional.of(apart(ruling, child, other));
    decision.ifPresent(made -> ask(Decisions.answered(task, made, outbox.now())));
  }

  private IdentityDecisionRecord apart(IdentityRulingRecord ruling, String child, String other) {
    SortedSet<String> persons = index.persons(child);
    for (String person : persons) {
      index.persons(other).forEach(of -> index.never(person, of));
    }
    return record(IdentityDecisionKind.NEVER_LINK, child, other, persons, ruling);
  }

  private void ask(IdentityTaskRecord task) {
    index.questions().put(task);
    outbox.task(task);
  }

  /** The other child is this one too: all its persons are. */
  void merge(IdentityRulingRecord ruling) {
    merge(ruling, ruling.getChildRef().orElse(""), ruling.getOtherChildRef().orElse(""));
  }

  private Optional<IdentityDecisionRecord> merge(
      IdentityRulingRecord ruling, String child, String other) {
    Optional<String> refused = mergeRefused(child, other);
    if (refused.isPresent()) {
      passedOver(ruling, refused.get());
      return Optional.empty();
    }
    SortedSet<String> persons = index.persons(other);
    IdentityDecisionRecord decision =
        record(IdentityDecisionKind.MERGED, child, other, persons, ruling);
    regroup(decision, MoveReason.MERGE, other, child, persons);
    return Optional.of(decision);
  }

  private Optional<String> mergeRefused(String child, String other) {
    if (child.equals(other) || !index.known(child) || !index.known(other)) {
      return Optional.of(NOT_TWO);
    }
    if (index.wall(child) == Wall.ADOPTION || index.wall(other) == Wall.ADOPTION) {
      return Optional.of("one of them stands behind the wall around an adoption");
    }
    if (index.unborn(child) || index.unborn(other)) {
      return Optional.of("a child who is not born cannot be another");
    }
    return index.everSaidNever(index.persons(child), index.persons(other))
        ? Optional.of("a steward said that they are never one child; that is to be undone first")
        : Optional.empty();
  }

  /** Some persons of a child are somebody else, and must never be joined to it again. */
  void split(IdentityRulingRecord ruling) {
    String child = ruling.getChildRef().orElse("");
    SortedSet<String> persons = new TreeSet<>(ruling.getPersonRefs());
    SortedSet<String> rest = new TreeSet<>(index.persons(child));
    if (persons.isEmpty() || !rest.containsAll(persons) || rest.equals(persons)) {
      passedOver(ruling, "it does not name some, and not all, persons of a child");
      return;
    }
    rest.removeAll(persons);
    String other = ruling.getOtherChildRef().orElseGet(() -> own(persons.first(), ruling));
    IdentityDecisionRecord decision =
        record(IdentityDecisionKind.SPLIT, child, other, persons, ruling);
    regroup(decision, MoveReason.SPLIT, child, other, persons);
    persons.forEach(person -> rest.forEach(stays -> index.never(person, stays)));
  }

  /** An earlier ruling is taken back: who was moved by it goes back. */
  void undo(IdentityRulingRecord ruling) {
    Optional<IdentityDecisionRecord> found =
        ruling
            .getDecisionId()
            .filter(id -> !index.questions().undone(id))
            .flatMap(index.questions()::decision);
    if (found.isEmpty()) {
      passedOver(ruling, "it undoes no ruling that stands");
      return;
    }
    IdentityDecisionRecord old = found.get();
    SortedSet<String> persons = new TreeSet<>(old.getPersonRefs());
    String other = old.getOtherChildRef().orElse("");
    switch (old.getKind()) {
      case MERGED -> back(ruling, IdentityDecisionKind.SPLIT, old.getChildRef(), other, persons);
      case SPLIT -> {
        Set<String> rest = index.persons(old.getChildRef());
        persons.forEach(person -> rest.forEach(stays -> index.maybe(person, stays)));
        back(ruling, IdentityDecisionKind.MERGED, other, old.getChildRef(), persons);
      }
      case LINKED, CREATED -> unlink(ruling, old, persons);
      case NEVER_LINK -> {
        index
            .persons(other)
            .forEach(stays -> persons.forEach(person -> index.maybe(person, stays)));
        record(IdentityDecisionKind.UNLINKED, old.getChildRef(), other, persons, ruling);
      }
      case ADOPTION_WALL -> walls.notAdopted(old, ruling);
      case UNLINKED, PROVISIONAL, SETTLED, PROTECTED, UNKNOWN ->
          passedOver(ruling, "a decision of that kind is not undone");
    }
  }

  /**
   * The question is asked again; whoever was joined by the answer is a child of its own till then.
   */
  private void unlink(
      IdentityRulingRecord ruling, IdentityDecisionRecord old, SortedSet<String> persons) {
    String child = old.getChildRef();
    boolean alone = index.persons(child).equals(persons);
    if (alone) {
      record(IdentityDecisionKind.UNLINKED, child, child, persons, ruling);
    } else {
      back(ruling, IdentityDecisionKind.UNLINKED, child, own(persons.first(), ruling), persons);
    }
    old.getTaskId()
        .flatMap(index.questions()::question)
        .map(task -> Decisions.askedAgain(task, outbox.now()))
        .ifPresent(this::ask);
  }

  /**
   * A question that was asked again is answered again: its person moves, if it is somebody else.
   */
  void reconsider(IdentityTaskRecord task, IdentityRulingRecord ruling, String child) {
    SortedSet<String> person = new TreeSet<>(Set.of(task.getPersonRef()));
    String now = index.settled(task.getPersonRef()).orElse(child);
    IdentityDecisionRecord decision =
        record(IdentityDecisionKind.LINKED, child, now, person, ruling);
    if (!now.equals(child)) {
      regroup(decision, MoveReason.SPLIT, now, child, person);
    }
    ask(Decisions.answered(task, decision, outbox.now()));
  }

  private void back(
      IdentityRulingRecord ruling,
      IdentityDecisionKind kind,
      String from,
      String to,
      SortedSet<String> persons) {
    // Whoever has been moved on since is not moved by what is taken back.
    persons.retainAll(index.persons(from));
    if (persons.isEmpty() || from.equals(to)) {
      passedOver(ruling, "nobody is there any more whom it moved");
      return;
    }
    boolean merges = kind == IdentityDecisionKind.MERGED;
    IdentityDecisionRecord decision =
        merges ? record(kind, to, from, persons, ruling) : record(kind, from, to, persons, ruling);
    regroup(decision, merges ? MoveReason.MERGE : MoveReason.SPLIT, from, to, persons);
  }

  private IdentityDecisionRecord record(
      IdentityDecisionKind kind,
      String child,
      String other,
      SortedSet<String> persons,
      IdentityRulingRecord ruling) {
    return ledger.keep(decisions.ruled(kind, child, other, persons, ruling, outbox.now()));
  }

  private void regroup(
      IdentityDecisionRecord decision,
      MoveReason reason,
      String from,
      String to,
      SortedSet<String> persons) {
    Instant now = outbox.now();
    walls.pass(from, to);
    for (String person : persons) {
      index
          .person(person)
          .map(
              link -> IdentityLinkRecord.newBuilder(link).setChildRef(to).setDecidedAt(now).build())
          .ifPresent(
              link -> {
                index.put(link);
                outbox.link(link);
              });
    }
    outbox.subject(
        events.personsMoved(
            reason, subject(from), subject(to), decision.getDecisionId(), List.copyOf(persons)));
    LOG.info("{}: {} persons by ruling {}", reason, persons.size(), decision.getDecisionId());
  }

  private SubjectRef subject(String child) {
    return new SubjectRef(index.unborn(child) ? Scope.UNBORN : Scope.CHILD, child);
  }

  /**
   * The reference of a child of its own: that of its first person, unless it has been given away.
   */
  private String own(String person, IdentityRulingRecord ruling) {
    String first = ChildRefs.of(edge.keys()::hash, person);
    boolean free = index.settled(person).filter(first::equals).isEmpty() && !index.known(first);
    return free
        ? first
        : ChildRefs.of(edge.keys()::hash, person + '\n' + ruling.getTaskId() + ruling.getAt());
  }

  private static void passedOver(IdentityRulingRecord ruling, String why) {
    LOG.warn("ruling {} passed over: {}", ruling.getTaskId(), why);
  }
}
