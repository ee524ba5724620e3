package org.safeguardinghub.risk.topology.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.risk.identity.BlockingKeys;
import org.safeguardinghub.risk.identity.Candidate;
import org.safeguardinghub.risk.identity.Claims;
import org.safeguardinghub.risk.identity.HomeMove;
import org.safeguardinghub.risk.identity.Households;
import org.safeguardinghub.risk.identity.IndexView;
import org.safeguardinghub.risk.identity.MemoryIndex;
import org.safeguardinghub.risk.identity.Wall;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.LinkConfidence;
import org.safeguardinghub.schemas.SealedRecord;

/**
 * The linker's index: keyed hashes for finding, sealed claims for comparing. Clear forms exist only
 * while a comparison runs.
 */
final class LinkIndex implements IndexView, Households.View {
  static final String KEYS = "identity-keys";
  static final String PEOPLE = "identity-people";
  static final String QUESTIONS = "identity-questions";

  /** Decisions of stewards, for whoever undoes one. */
  static final String DECISIONS = "identity-decisions";

  private static final String PERSON_OF = "person/";
  private static final String UNBORN = "unborn/";
  private static final String WALLED = "walled/";
  private static final String EARLY = "early/";
  private static final String HOME = "home/";
  private static final String NEVER = "never/";
  private static final String LIVES = "lives/";
  private static final String MOVED = "moved/";
  private static final String AWAY = "away ";

  /** A key that more persons hold is weak; a child has several. */
  private static final int FEW_PERSONS = MemoryIndex.FEW * 8;

  private static final String BORN_SAID_BY = "born/";

  private final Marks marks;
  private final KeyValueStore<String, IdentityLinkRecord> people;
  private final QuestionIndex questions;
  private final PersonSealing sealing;

  LinkIndex(
      KeyValueStore<String, byte[]> keys,
      KeyValueStore<String, IdentityLinkRecord> people,
      KeyValueStore<String, IdentityTaskRecord> questions,
      KeyValueStore<String, IdentityDecisionRecord> decisions,
      PersonSealing sealing) {
    this.marks = new Marks(keys);
    this.people = people;
    this.questions = new QuestionIndex(marks, questions, decisions);
    this.sealing = sealing;
  }

  @Override
  public Optional<String> confirmed(String personRef) {
    return person(personRef)
        .filter(link -> link.getConfidence() == LinkConfidence.CONFIRMED)
        .map(IdentityLinkRecord::getChildRef);
  }

  @Override
  public NavigableSet<String> holders(String key, String personRef) {
    return children(marks.under(key + '/'), personRef);
  }

  @Override
  public NavigableSet<String> few(String key, String personRef) {
    return children(marks.atMost(FEW_PERSONS, key + '/'), personRef);
  }

  /** Whose these persons are, without children that the asking person was said never to be. */
  private NavigableSet<String> children(NavigableSet<String> persons, String asking) {
    NavigableSet<String> children = new TreeSet<>();
    persons.forEach(person -> confirmed(person).ifPresent(children::add));
    marks
        .under(NEVER + asking + '/')
        .forEach(other -> confirmed(other).ifPresent(children::remove));
    return children;
  }

  /** What stewards are asked, and what they decided. */
  QuestionIndex questions() {
    return questions;
  }

  @Override
  public boolean asked(String key) {
    return !questions.about(key).isEmpty();
  }

  @Override
  public Candidate candidate(String childRef) {
    List<Claims> forms = new ArrayList<>();
    for (String personRef : persons(childRef)) {
      person(personRef)
          .filter(link -> link.getConfidence() == LinkConfidence.CONFIRMED)
          .flatMap(IdentityLinkRecord::getSealedClaims)
          .flatMap(this::open)
          .flatMap(ClaimsReader::read)
          .ifPresent(forms::add);
    }
    return new Candidate(childRef, forms, unborn(childRef), wall(childRef));
  }

  /** Whose a person is, also where a person said so across the wall around an adoption. */
  Optional<String> settled(String personRef) {
    return person(personRef)
        .filter(link -> link.getConfidence() != LinkConfidence.UNCONFIRMED)
        .map(IdentityLinkRecord::getChildRef);
  }

  Optional<IdentityLinkRecord> person(String personRef) {
    return Optional.ofNullable(people.get(personRef));
  }

  void put(IdentityLinkRecord link) {
    settled(link.getPersonRef())
        .ifPresent(before -> marks.remove(PERSON_OF + before + '/' + link.getPersonRef()));
    people.put(link.getPersonRef(), link);
    if (link.getConfidence() != LinkConfidence.UNCONFIRMED) {
      marks.put(PERSON_OF + link.getChildRef() + '/' + link.getPersonRef());
    }
  }

  /** Makes a person findable under these keys, and by it the child that it is. */
  void index(String personRef, BlockingKeys blocking) {
    blocking.all().forEach(key -> marks.put(key + '/' + personRef));
  }

  /** The person of this event lives in a household, which is to be found by these keys. */
  void lives(String personRef, String household, List<String> householdKeys) {
    marks.put(LIVES + personRef + '/' + household);
    householdKeys.forEach(key -> marks.put(key + '/' + household));
  }

  @Override
  public NavigableSet<String> households(String key) {
    return marks.under(key + '/');
  }

  @Override
  public NavigableSet<String> homes(String child) {
    NavigableSet<String> homes = new TreeSet<>();
    persons(child).forEach(person -> homes.addAll(marks.under(LIVES + person + '/')));
    return homes;
  }

  @Override
  public boolean away(String child) {
    return homeMove(child).filter(HomeMove::away).isPresent();
  }

  /** What is known last of where a child lives. */
  Optional<HomeMove> homeMove(String child) {
    return marks
        .text(MOVED + child)
        .map(
            text -> {
              long at = Long.parseLong(text, text.indexOf(' ') + 1, text.length(), 10);
              return new HomeMove(text.startsWith(AWAY), Instant.ofEpochMilli(at));
            });
  }

  void moves(String child, HomeMove move) {
    String text = (move.away() ? AWAY : "home ") + move.at().toEpochMilli();
    marks.put(MOVED + child, text);
  }

  /** The child is a member of no household any more. */
  void leaves(String child) {
    persons(child).forEach(person -> marks.take(LIVES + person + '/'));
  }

  boolean known(String childRef) {
    return !persons(childRef).isEmpty();
  }

  NavigableSet<String> persons(String childRef) {
    return marks.under(PERSON_OF + childRef + '/');
  }

  boolean unborn(String childRef) {
    return marks.has(UNBORN + childRef);
  }

  /**
   * Remembers an event of a child before its birth, and its household: they move with the child.
   */
  void beforeBirth(String childRef, String eventId, Optional<String> household) {
    marks.put(UNBORN + childRef);
    marks.put(EARLY + childRef + '/' + eventId);
    household.ifPresent(home -> marks.put(HOME + childRef + '/' + home));
  }

  /** The child is born; returns what is known from before. */
  BeforeBirth birth(String childRef) {
    BeforeBirth before =
        new BeforeBirth(marks.take(EARLY + childRef + '/'), marks.take(HOME + childRef + '/'));
    marks.remove(UNBORN + childRef);
    return before;
  }

  /** What is known of a child from before its birth. */
  record BeforeBirth(List<String> eventIds, List<String> households) {}

  void wall(String childRef, Wall wall) {
    marks.put(WALLED + childRef, wall.name());
  }

  Wall wall(String childRef) {
    // Before there were several kinds, any mark stood for a protected identity.
    return marks
        .text(WALLED + childRef)
        .map(text -> text.equals(Wall.ADOPTION.name()) ? Wall.ADOPTION : Wall.PROTECTED)
        .orElse(Wall.NONE);
  }

  boolean walled(String childRef) {
    return wall(childRef) != Wall.NONE;
  }

  /** These two are never one child, whatever is merged or split later. */
  void never(String personRef, String other) {
    marks.put(NEVER + personRef + '/' + other);
    marks.put(NEVER + other + '/' + personRef);
  }

  /** That ruling is taken back. */
  void maybe(String personRef, String other) {
    marks.remove(NEVER + personRef + '/' + other);
    marks.remove(NEVER + other + '/' + personRef);
  }

  /** Whether some of these and some of those were said never to be one child. */
  boolean everSaidNever(Set<String> some, Set<String> others) {
    return some.stream()
        .anyMatch(one -> others.stream().anyMatch(marks.under(NEVER + one + '/')::contains));
  }

  /** Which person reference told the child's date of birth; another one does not overrule it. */
  boolean mayTellBirth(String childRef, String personRef) {
    Optional<String> teller = marks.text(BORN_SAID_BY + childRef);
    if (teller.isEmpty()) {
      marks.put(BORN_SAID_BY + childRef, personRef);
    }
    return teller.map(personRef::equals).orElse(true);
  }

  SealedRecord seal(String personRef, String claims) {
    return SealedCodec.toRecord(
        sealing.seal(PersonKeys.Purpose.PERSON, personRef, personRef, claims.getBytes(UTF_8)));
  }

  private Optional<String> open(SealedRecord sealed) {
    try {
      return sealing.open(SealedCodec.fromRecord(sealed));
    } catch (CannotOpenException _) {
      // An erased person is nobody's candidate any more.
      return Optional.empty();
    }
  }
}
