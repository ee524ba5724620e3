package org.safeguardinghub.risk.topology.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.identity.ChildRefs;
import org.safeguardinghub.risk.identity.Claims;
import org.safeguardinghub.risk.identity.Comparison;
import org.safeguardinghub.risk.identity.IdentityRules;
import org.safeguardinghub.risk.identity.Outcome;
import org.safeguardinghub.risk.identity.Request;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.IdentityBasis;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.safeguardinghub.schemas.LinkConfidence;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRefRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what the rules decide about new and changed persons, one after another. */
final class Linker {
  private static final Logger LOG = LoggerFactory.getLogger(Linker.class);
  private static final String IDENTITY_OPEN = "IDENTITY_OPEN";

  private final IdentityEdge edge;
  private final LinkIndex index;
  private final Outbox outbox;
  private final IdentityRules rules;
  private final Requests requests;
  private final SubjectEvents events;
  private final Homes homes;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Walls walls;

  Linker(IdentityEdge edge, LinkIndex index, Outbox outbox) {
    this.edge = edge;
    this.index = index;
    this.outbox = outbox;
    this.rules = new IdentityRules(edge.keys()::hash);
    this.requests = new Requests(edge);
    this.events = new SubjectEvents(edge);
    this.homes = new Homes(edge, index, outbox);
    this.decisions = new Decisions(edge);
    this.ledger = new Ledger(index, outbox);
    this.walls = new Walls(edge, index, outbox);
  }

  void handle(ConcernRecord concern) {
    if (concern.getAttributedHint().isPresent()) {
      settleGoneOn(concern);
      return;
    }
    Optional<Claims> claims = requests.claims(concern);
    if (claims.isEmpty()) {
      outbox.disposition(concern, Fate.AWAITING_IDENTITY, "CLAIMS_UNREADABLE", null);
    } else if (!repeated(concern)) {
      decide(concern, requests.request(concern, claims.get()));
    }
  }

  /** A repeat of an event that is settled or asked about changes nothing. */
  private boolean repeated(ConcernRecord concern) {
    boolean asked =
        index
            .questions()
            .question(decisions.taskId(concern))
            .filter(
                task ->
                    task.getState() == IdentityTaskState.OPEN
                        // Across a wall the answer stands for this message alone.
                        || index.confirmed(concern.getPersonRef()).isEmpty())
            .isPresent();
    boolean settled =
        !concern.getPersonRefStable() && index.settled(concern.getPersonRef()).isPresent();
    return asked || settled;
  }

  private void decide(ConcernRecord concern, Request request) {
    switch (rules.decide(index, request)) {
      case Outcome.Linked(String child, Outcome.Basis basis, List<Comparison> comparisons) -> {
        boolean already = index.confirmed(concern.getPersonRef()).filter(child::equals).isPresent();
        if (!already) {
          IdentityBasis stored = IdentityBasis.valueOf(basis.name());
          ledger.write(
              decisions.byHub(
                  IdentityDecisionKind.LINKED, stored, child, concern, comparisons, outbox.now()));
        }
        attribute(concern, request, child, false);
      }
      case Outcome.NewChild(String child) -> {
        ledger.write(
            decisions.byHub(
                IdentityDecisionKind.CREATED,
                IdentityBasis.NEW,
                child,
                concern,
                List.of(),
                outbox.now()));
        attribute(concern, request, child, false);
      }
      case Outcome.Task(Outcome.Question question) -> {
        ask(concern, request, question);
        // Not why: that somebody like this one is held is not the sender's to know.
        outbox.disposition(concern, Fate.AWAITING_IDENTITY, IDENTITY_OPEN, null);
      }
      case Outcome.Provisional(String child, Outcome.Question question) -> {
        goOn(concern, request, child, question);
      }
      case Outcome.NotHeld() -> outbox.disposition(concern, Fate.NOT_HELD, null, null);
      case Outcome.WithoutChild() -> {
        outbox.subjects(events.withoutChild(concern));
        outbox.disposition(concern, Fate.ATTRIBUTED, null, null);
      }
      case Outcome.AdultLane() ->
          outbox.disposition(concern, Fate.AWAITING_IDENTITY, "ADULT_LANE", null);
    }
  }

  /** The event is this child's: link, index, and the event itself in the same transaction. */
  private void attribute(ConcernRecord concern, Request request, String child, boolean ruled) {
    outbox.subjects(attributed(concern, request, child, ruled));
  }

  /** The records of the subject log that follow when the event is this child's. */
  private List<SubjectEventRecord> attributed(
      ConcernRecord sent, Request request, String child, boolean ruled) {
    if (ruled && rules.acrossAdoption(index, child, request)) {
      return across(sent, request, child);
    }
    boolean first = !index.known(child);
    SubjectRef subject = subject(sent, request, child, first);
    boolean unborn = subject.scope() == Scope.UNBORN;
    Optional<String> home = homes.of(sent, request, child, ruled);
    ConcernRecord concern =
        ConcernRecord.newBuilder(sent).setHouseholdRef(home.orElse(null)).build();
    boolean derived = sent.getHouseholdRef().isEmpty();
    Optional<String> told = derived ? home : Optional.empty();
    link(concern, child, LinkConfidence.CONFIRMED, unborn, told, requests.claimsText(concern));
    index.index(sent.getPersonRef(), request.keys());
    if (request.handling() == HandlingClass.H4) {
      walls.protect(child, concern);
    }
    if (unborn) {
      index.beforeBirth(child, concern.getEventId(), concern.getHouseholdRef());
    }
    Optional<LocalDate> born = request.claims().dateOfBirth();
    List<SubjectEventRecord> records = new ArrayList<>(events.confirmed(concern, subject, born));
    records.addAll(facts(concern, request.claims(), subject));
    records.addAll(homes.after(concern, request, subject));
    outbox.disposition(concern, Fate.ATTRIBUTED, null, child);
    return records;
  }

  /** The event is this child's by a person's word, and tells nothing of who else is. */
  private List<SubjectEventRecord> across(ConcernRecord sent, Request request, String child) {
    ConcernRecord concern = Walls.across(sent);
    link(concern, child, LinkConfidence.ACROSS_WALL, false, Optional.empty(), Optional.empty());
    outbox.disposition(concern, Fate.ATTRIBUTED, null, child);
    return events.confirmed(concern, SubjectRef.child(child), request.claims().dateOfBirth());
  }

  private SubjectRef subject(ConcernRecord concern, Request request, String child, boolean first) {
    if (first && request.unborn()) {
      return new SubjectRef(Scope.UNBORN, child);
    }
    if (!index.unborn(child)) {
      return SubjectRef.child(child);
    }
    Claims claims = request.claims();
    boolean born =
        request.birth()
            || (!request.unborn()
                && (claims.dateOfBirth().isPresent() || claims.nhsNumber().isPresent()));
    if (!born) {
      return new SubjectRef(Scope.UNBORN, child);
    }
    SubjectRef before = new SubjectRef(Scope.UNBORN, child);
    SubjectRef after = SubjectRef.child(child);
    LinkIndex.BeforeBirth known = index.birth(child);
    String recordId = Requests.eventKey(concern);
    // Whoever holds what was known before the birth sends it on.
    outbox.subject(
        events.movedWith(MoveReason.BIRTH, before, after, recordId, known.eventIds(), List.of()));
    // The child lives where it was expected, until somebody says otherwise.
    known
        .households()
        .forEach(home -> outbox.subject(events.member(concern, SubjectRef.household(home), after)));
    return after;
  }

  private List<SubjectEventRecord> facts(ConcernRecord concern, Claims claims, SubjectRef subject) {
    List<SubjectEventRecord> facts = new ArrayList<>();
    claims
        .dateOfBirth()
        .filter(_ -> index.mayTellBirth(subject.ref(), concern.getPersonRef()))
        .ifPresent(born -> facts.add(events.dateOfBirth(concern, subject, born)));
    if (subject.scope() == Scope.UNBORN) {
      claims
          .unborn()
          .flatMap(Claims.Unborn::expected)
          .ifPresent(date -> facts.add(events.expectedDate(concern, subject, date)));
    }
    return facts;
  }

  private void link(
      ConcernRecord concern,
      String child,
      LinkConfidence confidence,
      boolean unborn,
      Optional<String> home,
      Optional<String> claims) {
    IdentityLinkRecord link =
        IdentityLinkRecord.newBuilder()
            .setPersonRef(concern.getPersonRef())
            .setChildRef(child)
            .setConfidence(confidence)
            .setFingerprint(Links.fingerprint(concern, unborn))
            .setDecidedAt(outbox.now())
            .setHouseholdRef(home.orElse(null))
            .setSealedClaims(
                claims.map(text -> index.seal(concern.getPersonRef(), text)).orElse(null))
            .build();
    index.put(link);
    outbox.link(link);
  }

  private void ask(ConcernRecord concern, Request request, Outcome.Question question) {
    boolean walled =
        request.handling() == HandlingClass.H4
            || question.children().stream().anyMatch(index::walled);
    SealedRecord claims =
        requests
            .claimsText(concern)
            .map(text -> index.seal(concern.getPersonRef(), text))
            .orElse(null);
    IdentityTaskRecord task = decisions.question(concern, question, claims, walled, outbox.now());
    index.questions().put(task);
    index.questions().asked(request.keys().own(), task.getTaskId(), true);
    outbox.task(task);
    LOG.info("event {} waits for an identity steward: {}", concern.getEventId(), question.why());
  }

  private void goOn(
      ConcernRecord concern, Request request, String provisional, Outcome.Question question) {
    ask(concern, request, question);
    ledger.write(
        decisions.byHub(
            IdentityDecisionKind.PROVISIONAL,
            IdentityBasis.PROVISIONAL,
            provisional,
            concern,
            question.candidates().stream()
                .findFirst()
                .map(Outcome.Compared::comparisons)
                .orElse(List.of()),
            outbox.now()));
    // A person who is known for certain keeps that link: only this event is in doubt.
    if (index.confirmed(concern.getPersonRef()).isEmpty()) {
      Optional<String> claims = requests.claimsText(concern);
      link(concern, provisional, LinkConfidence.UNCONFIRMED, false, Optional.empty(), claims);
    }
    outbox.subject(events.unconfirmed(concern, provisional, request.claims().dateOfBirth()));
    outbox.disposition(concern, Fate.UNCONFIRMED, IDENTITY_OPEN, provisional);
  }

  /**
   * Attribution did not wait any longer for an answer that has been given, or is being asked for.
   */
  private void settleGoneOn(ConcernRecord concern) {
    ConcernRecord original = ConcernRecord.newBuilder(concern).setAttributedHint(null).build();
    boolean asked =
        index
            .questions()
            .question(decisions.taskId(original))
            .filter(task -> task.getState() == IdentityTaskState.OPEN)
            .isPresent();
    Optional<String> child = index.confirmed(original.getPersonRef());
    if (asked || child.isEmpty()) {
      // The open question will settle the same provisional reference.
      return;
    }
    String provisional = concern.getAttributedHint().orElseThrow();
    ledger.write(
        decisions.settled(
            child.get(), provisional, original, IdentityBasis.KNOWN_REFERENCE, outbox.now()));
    move(original, provisional, child.get(), null);
    outbox.disposition(original, Fate.ATTRIBUTED, null, child.get());
  }

  /**
   * From the provisional reference to the child. An event that is not there yet arrives together
   * with what was found about it, so that nothing is found twice.
   */
  void move(ConcernRecord concern, String provisional, String child, @Nullable Request arriving) {
    SubjectRef from = SubjectRef.child(provisional);
    SubjectRef to = new SubjectRef(index.unborn(child) ? Scope.UNBORN : Scope.CHILD, child);
    List<String> moved = List.of(concern.getEventId());
    String recordId = Requests.eventKey(concern);
    if (arriving == null) {
      for (MoveDirection direction : List.of(MoveDirection.OUT, MoveDirection.IN)) {
        outbox.subject(events.moved(direction, MoveReason.SETTLED, from, to, recordId, moved));
      }
      return;
    }
    SubjectRefRecord here = SubjectEvents.stored(to);
    List<SubjectEventRecord> records = attributed(concern, arriving, child, true);
    List<SubjectEventRecord> with =
        records.stream().filter(record -> record.getSubject().equals(here)).toList();
    outbox.subject(events.movedWith(MoveReason.SETTLED, from, to, recordId, moved, with));
    outbox.subjects(records.stream().filter(record -> !with.contains(record)).toList());
  }

  /** A new child's reference for this concern. */
  String ownRef(ConcernRecord concern) {
    return ChildRefs.of(edge.keys()::hash, concern.getPersonRef());
  }

  /** The keys of a concern's references to somebody in the records of its source. */
  List<String> references(ConcernRecord concern) {
    return requests
        .claims(concern)
        .map(claims -> requests.request(concern, claims).keys().references())
        .orElse(List.of());
  }

  /** Ends a question: the held event is this child's. */
  void answer(IdentityTaskRecord task, String child, IdentityDecisionRecord by) {
    ConcernRecord concern = task.getConcern().orElse(null);
    Optional<Claims> claims = Optional.ofNullable(concern).flatMap(requests::claims);
    if (concern == null || claims.isEmpty()) {
      LOG.error("question {} holds no readable event", task.getTaskId());
      return;
    }
    Request request = requests.request(concern, claims.get());
    IdentityTaskRecord done = Decisions.answered(task, by, outbox.now());
    index.questions().put(done);
    index.questions().asked(request.keys().own(), task.getTaskId(), false);
    outbox.task(done);
    if (request.urgent()) {
      String provisional = ChildRefs.provisional(edge.keys()::hash, Requests.eventKey(concern));
      move(concern, provisional, child, request);
    } else {
      attribute(concern, request, child, true);
    }
  }
}
