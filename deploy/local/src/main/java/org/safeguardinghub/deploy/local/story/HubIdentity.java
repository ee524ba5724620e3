package org.safeguardinghub.deploy.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.risk.identity.BlockingKeys;
import org.safeguardinghub.risk.identity.ChildRefs;
import org.safeguardinghub.risk.identity.Claims;
import org.safeguardinghub.risk.identity.HomeMove;
import org.safeguardinghub.risk.identity.Households;
import org.safeguardinghub.risk.identity.IdentityRules;
import org.safeguardinghub.risk.identity.KeyedHash;
import org.safeguardinghub.risk.identity.MemoryIndex;
import org.safeguardinghub.risk.identity.Outcome;
import org.safeguardinghub.risk.identity.Request;
import org.safeguardinghub.risk.identity.UrgentContent;
import org.safeguardinghub.risk.topology.identity.ClaimsReader;

/**
 * The hub's own identity resolution, played without a broker: only what senders claimed goes in. It
 * keeps what a steward is asked, and whom the hub holds for whom in truth.
 */
final class HubIdentity {
  private static final int HASHED = 24;
  private static final String BIRTH = "MAT-BIR-01";

  /** Nothing here is secret, and nothing leaves the process. */
  private static final KeyedHash HASH =
      (domain, value) -> {
        byte[] both = (domain + '\n' + value).getBytes(UTF_8);
        String hex = UUID.nameUUIDFromBytes(both).toString();
        return hex.replace("-", "").substring(0, HASHED);
      };

  private final EventCatalogue catalogue;
  private final StoryEvents events;
  private final UrgentContent urgent;
  private final MemoryIndex index = new MemoryIndex();
  private final IdentityRules rules = new IdentityRules(HASH);
  private final Households households = new Households(HASH);
  private final List<Open> open = new ArrayList<>();
  private final TruthBook book = new TruthBook();

  HubIdentity(StoryEvents events, EventCatalogue catalogue) {
    this.events = events;
    this.catalogue = catalogue;
    this.urgent = new UrgentContent(catalogue);
  }

  /**
   * A question that waits for its answer.
   *
   * @param provisional the reference under which the event went on meanwhile
   */
  record Open(Story.Event event, int index, Request request, Optional<String> provisional) {
    String name() {
      return event.subjects().get(index);
    }
  }

  /** Whose event it is. What is asked is kept until it is answered. */
  Outcome decide(Story.Event event, int place) {
    Request request = request(event, place);
    Outcome outcome = rules.decide(index, request);
    switch (outcome) {
      case Outcome.Linked(String child, var _, var _) -> link(child, request, event, place);
      case Outcome.NewChild(String child) -> link(child, request, event, place);
      case Outcome.Task(var _) -> ask(new Open(event, place, request, Optional.empty()));
      case Outcome.Provisional(String child, var _) ->
          ask(new Open(event, place, request, Optional.of(child)));
      case Outcome.NotHeld _, Outcome.WithoutChild _, Outcome.AdultLane _ -> {
        // Nobody is linked.
      }
    }
    return outcome;
  }

  /** The questions that are open. */
  List<Open> open() {
    return List.copyOf(open);
  }

  /** A person answers with the truth: the child that it is. */
  String answer(Open question, String name) {
    open.remove(question);
    index.answered(question.request());
    String child =
        book.childOf(name).orElseGet(() -> ChildRefs.of(HASH, question.request().personRef()));
    book.answered(name, child);
    index.link(child, question.request());
    return child;
  }

  /** The child is told to be born by this event. */
  boolean born(String child, Story.Event event, int place) {
    Claims claims = claims(event, place);
    boolean told =
        event.type().equals(BIRTH)
            || (claims.unborn().isEmpty()
                && (claims.dateOfBirth().isPresent() || claims.nhsNumber().isPresent()));
    return index.candidate(child).unborn() && told && index.born(child);
  }

  /** Whether it says a date of birth. */
  boolean tellsBirth(Story.Event event, int place) {
    return claims(event, place).dateOfBirth().isPresent();
  }

  /** Whether the child is not born yet. */
  boolean unborn(String child) {
    return index.candidate(child).unborn();
  }

  /**
   * The household in which it happened.
   *
   * @param ruled whether a person said whose event it is
   */
  Optional<String> household(Story.Event event, int place, String child, boolean ruled) {
    Optional<Households.Home> home =
        households.of(index, child, claims(event, place), events.handling(event), ruled);
    home.ifPresent(found -> index.lives(child, found.ref(), found.keys()));
    return home.map(Households.Home::ref);
  }

  /** The households that the child leaves by this event. */
  SortedSet<String> left(Story.Event event, String child) {
    return HomeMove.of(catalogue, event.type(), event.occurredAt())
        .map(move -> index.moves(child, move))
        .orElseGet(TreeSet::new);
  }

  /** Who the hub's children are in truth, and how the hub came to know. */
  TruthBook book() {
    return book;
  }

  private void ask(Open question) {
    book.asked(question.event(), question.index(), question.provisional());
    index.ask(question.request());
    open.add(question);
  }

  private void link(String child, Request request, Story.Event event, int place) {
    index.link(child, request);
    book.attributed(event, place, child);
  }

  private Claims claims(Story.Event event, int place) {
    return ClaimsReader.read(event.claims().get(place).toString()).orElse(Claims.NONE);
  }

  private Request request(Story.Event event, int place) {
    Claims claims = claims(event, place);
    EventType type = catalogue.find(event.type()).orElseThrow();
    String eventKey = events.eventId(event) + '.' + place;
    int level = event.level() > 0 ? event.level() : type.defaultLevel();
    return new Request(
        eventKey,
        "person-of-" + eventKey,
        false,
        claims,
        BlockingKeys.of(HASH, claims, events.feed(event), List.of(), false),
        type.family(),
        events.handling(event),
        type.fact() || type.protective(),
        urgent.is(
            event.type(),
            level,
            StoryEvents.attributes(event),
            claims.dateOfBirth(),
            event.occurredAt()),
        event.flag("unborn") || claims.unborn().isPresent(),
        event.type().equals(BIRTH),
        false);
  }

  /** Questions that one answer settles: this one, and those about the same reference or number. */
  List<Open> settledWith(Open question) {
    Set<String> own = new TreeSet<>(question.request().keys().references());
    return open.stream()
        .filter(
            other ->
                other.equals(question)
                    || other.request().keys().references().stream().anyMatch(own::contains))
        .sorted(Comparator.comparing(other -> other.event().receivedAt()))
        .toList();
  }
}
