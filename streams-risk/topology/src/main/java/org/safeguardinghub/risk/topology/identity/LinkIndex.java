package org.safeguardinghub.risk.topology.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
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
import org.safeguardinghub.schemas.IdentityTaskState;
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
  private static final String OPEN = "open/";
  private static final String ASKED = "asked/";
  private static final String LIVES = "lives/";
  private static final String MOVED = "moved/";
  private static final String AWAY = "away ";
  private static final String UNDONE = "undone/";

  /** A key that more persons hold is weak; a child has several. */
  private static final int FEW_PERSONS = MemoryIndex.FEW * 8;

  private static final String BORN_SAID_BY = "born/";

  private final KeyValueStore<String, byte[]> keys;
  private final KeyValueStore<String, IdentityLinkRecord> people;
  private final KeyValueStore<String, IdentityTaskRecord> questions;
  private final KeyValueStore<String, IdentityDecisionRecord> decisions;
  private final PersonSealing sealing;

  LinkIndex(
      KeyValueStore<String, byte[]> keys,
      KeyValueStore<String, IdentityLinkRecord> people,
      KeyValueStore<String, IdentityTaskRecord> questions,
      KeyValueStore<String, IdentityDecisionRecord> decisions,
      PersonSealing sealing) {
    this.keys = keys;
    this.people = people;
    this.questions = questions;
    this.decisions = decisions;
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
    return children(under(key + '/'), personRef);
  }

  @Override
  public NavigableSet<String> few(String key, String personRef) {
    return children(atMost(FEW_PERSONS, key + '/'), personRef);
  }

  /** Whose these persons are, without children that the asking person was said never to be. */
  private NavigableSet<String> children(NavigableSet<String> persons, String asking) {
    NavigableSet<String> children = new TreeSet<>();
    persons.forEach(person -> confirmed(person).ifPresent(children::add));
    under(NEVER + asking + '/').forEach(other -> confirmed(other).ifPresent(children::remove));
    return children;
  }

  @Override
  public boolean asked(String key) {
    return !under(ASKED + key + '/').isEmpty();
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
        .ifPresent(before -> keys.delete(PERSON_OF + before + '/' + link.getPersonRef()));
    people.put(link.getPersonRef(), link);
    if (link.getConfidence() != LinkConfidence.UNCONFIRMED) {
      mark(PERSON_OF + link.getChildRef() + '/' + link.getPersonRef());
    }
  }

  /** Makes a person findable under these keys, and by it the child that it is. */
  void index(String personRef, BlockingKeys blocking) {
    blocking.all().forEach(key -> mark(key + '/' + personRef));
  }

  /** The person of this event lives in a household, which is to be found by these keys. */
  void lives(String personRef, String household, List<String> householdKeys) {
    mark(LIVES + personRef + '/' + household);
    householdKeys.forEach(key -> mark(key + '/' + household));
  }

  @Override
  public NavigableSet<String> households(String key) {
    return under(key + '/');
  }

  @Override
  public NavigableSet<String> homes(String child) {
    NavigableSet<String> homes = new TreeSet<>();
    persons(child).forEach(person -> homes.addAll(under(LIVES + person + '/')));
    return homes;
  }

  @Override
  public boolean away(String child) {
    return homeMove(child).filter(HomeMove::away).isPresent();
  }

  /** What is known last of where a child lives. */
  Optional<HomeMove> homeMove(String child) {
    byte @Nullable [] stored = keys.get(MOVED + child);
    if (stored == null) {
      return Optional.empty();
    }
    String text = new String(stored, UTF_8);
    long at = Long.parseLong(text, text.indexOf(' ') + 1, text.length(), 10);
    return Optional.of(new HomeMove(text.startsWith(AWAY), Instant.ofEpochMilli(at)));
  }

  void moves(String child, HomeMove move) {
    String text = (move.away() ? AWAY : "home ") + move.at().toEpochMilli();
    keys.put(MOVED + child, text.getBytes(UTF_8));
  }

  /** The child is a member of no household any more. */
  void leaves(String child) {
    persons(child).forEach(person -> take(LIVES + person + '/'));
  }

  boolean known(String childRef) {
    return !persons(childRef).isEmpty();
  }

  NavigableSet<String> persons(String childRef) {
    return under(PERSON_OF + childRef + '/');
  }

  boolean unborn(String childRef) {
    return marked(UNBORN + childRef);
  }

  /**
   * Remembers an event of a child before its birth, and its household: they move with the child.
   */
  void beforeBirth(String childRef, String eventId, Optional<String> household) {
    mark(UNBORN + childRef);
    mark(EARLY + childRef + '/' + eventId);
    household.ifPresent(home -> mark(HOME + childRef + '/' + home));
  }

  /** The child is born; returns what is known from before. */
  BeforeBirth birth(String childRef) {
    BeforeBirth before = new BeforeBirth(take(EARLY + childRef + '/'), take(HOME + childRef + '/'));
    keys.delete(UNBORN + childRef);
    return before;
  }

  /** What is known of a child from before its birth. */
  record BeforeBirth(List<String> eventIds, List<String> households) {}

  void wall(String childRef, Wall wall) {
    keys.put(WALLED + childRef, wall.name().getBytes(UTF_8));
  }

  Wall wall(String childRef) {
    byte @Nullable [] stored = keys.get(WALLED + childRef);
    if (stored == null) {
      return Wall.NONE;
    }
    // Before there were several kinds, any mark stood for a protected identity.
    return new String(stored, UTF_8).equals(Wall.ADOPTION.name()) ? Wall.ADOPTION : Wall.PROTECTED;
  }

  boolean walled(String childRef) {
    return wall(childRef) != Wall.NONE;
  }

  /** These two are never one child, whatever is merged or split later. */
  void never(String personRef, String other) {
    mark(NEVER + personRef + '/' + other);
    mark(NEVER + other + '/' + personRef);
  }

  /** That ruling is taken back. */
  void maybe(String personRef, String other) {
    keys.delete(NEVER + personRef + '/' + other);
    keys.delete(NEVER + other + '/' + personRef);
  }

  /** Whether some of these and some of those were said never to be one child. */
  boolean everSaidNever(Set<String> some, Set<String> others) {
    return some.stream()
        .anyMatch(one -> others.stream().anyMatch(under(NEVER + one + '/')::contains));
  }

  /** Which person reference told the child's date of birth; another one does not overrule it. */
  boolean mayTellBirth(String childRef, String personRef) {
    byte @Nullable [] teller = keys.get(BORN_SAID_BY + childRef);
    if (teller == null) {
      keys.put(BORN_SAID_BY + childRef, personRef.getBytes(UTF_8));
    }
    return teller == null || new String(teller, UTF_8).equals(personRef);
  }

  Optional<IdentityTaskRecord> question(String taskId) {
    return Optional.ofNullable(questions.get(taskId));
  }

  void put(IdentityTaskRecord task) {
    questions.put(task.getTaskId(), task);
    String open = OPEN + task.getPersonRef() + '/' + task.getTaskId();
    if (task.getState() == IdentityTaskState.OPEN) {
      mark(open);
    } else {
      keys.delete(open);
    }
  }

  /** Somebody is asked about a person with these own keys, or is no longer. */
  void asked(List<String> own, String taskId, boolean open) {
    for (String key : own) {
      if (open) {
        mark(ASKED + key + '/' + taskId);
      } else {
        keys.delete(ASKED + key + '/' + taskId);
      }
    }
  }

  /** The open questions about somebody with this key. */
  NavigableSet<String> questionsAbout(String key) {
    return under(ASKED + key + '/');
  }

  Optional<IdentityDecisionRecord> decision(String decisionId) {
    return Optional.ofNullable(decisions.get(decisionId));
  }

  void put(IdentityDecisionRecord decision) {
    decisions.put(decision.getDecisionId(), decision);
    decision.getUndoes().ifPresent(undone -> mark(UNDONE + undone));
  }

  boolean undone(String decisionId) {
    return marked(UNDONE + decisionId);
  }

  NavigableSet<String> openQuestions(String personRef) {
    return under(OPEN + personRef + '/');
  }

  /** All open questions. */
  List<IdentityTaskRecord> openQuestions() {
    return under(OPEN).stream()
        .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
        .flatMap(taskId -> question(taskId).stream())
        .toList();
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

  private List<String> take(String prefix) {
    List<String> all = List.copyOf(under(prefix));
    all.forEach(each -> keys.delete(prefix + each));
    return all;
  }

  private void mark(String key) {
    keys.put(key, new byte[] {1});
  }

  private boolean marked(String key) {
    return keys.get(key) != null;
  }

  /** All under a prefix; nothing where there are more than so many. */
  private NavigableSet<String> atMost(int most, String prefix) {
    NavigableSet<String> found = new TreeSet<>();
    try (KeyValueIterator<String, byte[]> entries =
        keys.prefixScan(prefix, new StringSerializer())) {
      while (entries.hasNext() && found.size() <= most) {
        found.add(entries.next().key.substring(prefix.length()));
      }
    }
    return found.size() > most ? new TreeSet<>() : found;
  }

  private NavigableSet<String> under(String prefix) {
    NavigableSet<String> found = new TreeSet<>();
    try (KeyValueIterator<String, byte[]> entries =
        keys.prefixScan(prefix, new StringSerializer())) {
      entries.forEachRemaining(entry -> found.add(entry.key.substring(prefix.length())));
    }
    return found;
  }
}
