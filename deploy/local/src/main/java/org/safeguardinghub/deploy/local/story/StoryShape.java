package org.safeguardinghub.deploy.local.story;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.safeguardinghub.deploy.local.story.Shape.Keyed;
import org.safeguardinghub.deploy.local.story.Shape.Many;
import org.safeguardinghub.deploy.local.story.Shape.OneOrMany;
import org.safeguardinghub.deploy.local.story.Shape.Value;
import org.safeguardinghub.deploy.local.story.Shape.WordsOr;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.YamlDocument;

/** What a story file may hold. JSON is read as the YAML that it is, for its lines. */
final class StoryShape {
  private static final Shape TEXT = new Value(_ -> true, "a text");
  private static final Shape WORD =
      new Value(text -> !text.isBlank(), "a text that says something");
  private static final Shape FLAG =
      new Value(text -> text.equals("true") || text.equals("false"), "true or false");
  private static final Shape NUMBER =
      new Value(text -> text.matches("[1-9][0-9]{0,5}"), "the number of an event");
  private static final Shape LEVEL =
      new Value(text -> text.matches("[1-4]"), "a level from 1 to 4");
  private static final Shape MOMENT =
      new Value(
          text -> parses(LocalDateTime::parse, text),
          "a local date and time like 2026-03-20T22:40:00");
  private static final Shape DAY =
      new Value(text -> parses(LocalDate::parse, text), "a date like 2026-03-20");
  private static final Shape PATTERN =
      new Value(text -> text.matches("P[0-9]{2}|L4"), "a pattern like P03, or L4");
  private static final Set<String> ASSERTIONS =
      Set.of("disclosed by child", "reported by third party", "professional opinion");
  private static final Set<String> TELLINGS = Set.of("raise", "strengthen", "notice");

  private StoryShape() {}

  /** All faults of a file, in the order of their lines. */
  static List<Fault> faults(String file, String text, EventCatalogue catalogue) {
    Faults faults = new Faults(file);
    // Outside its strings JSON may be indented with tabs, which YAML does not allow.
    YamlDocument.parse(text.replace('\t', ' '), faults)
        .ifPresent(root -> story(catalogue).check("story", root, faults));
    return faults.inOrder();
  }

  private static Shape story(EventCatalogue catalogue) {
    Map<String, Shape> keys = new HashMap<>();
    keys.put("id", WORD);
    keys.put("title", WORD);
    keys.put("until", MOMENT);
    keys.put("events", new Many(event(catalogue)));
    Shape findings = new Many(finding("how"));
    keys.put("mustRaise", findings);
    keys.put("mayRaise", findings);
    keys.put("strengthened", findings);
    keys.put("notices", new Many(finding("to")));
    keys.put("mustNot", new Many(new WordsOr(mustNot())));
    return new Keyed(keys, Set.of("id", "title", "until", "events"));
  }

  private static Shape event(EventCatalogue catalogue) {
    Map<String, Shape> keys = new HashMap<>();
    keys.put("n", NUMBER);
    List.of("occurredAt", "receivedAt").forEach(key -> keys.put(key, MOMENT));
    keys.put("type", type(catalogue));
    keys.put("level", LEVEL);
    keys.put("handling", oneOf(HandlingClass.values(), Enum::name));
    keys.put("subject", new OneOrMany(WORD));
    keys.put("claims", new OneOrMany(claims()));
    keys.put("attributes", attributes(catalogue));
    List.of("identifiersAsSent", "gist", "hh", "inc", "place", "setting", "adult")
        .forEach(key -> keys.put(key, TEXT));
    List.of("countable", "derived", "dup", "unborn", "sealed", "review", "adoption", "h5")
        .forEach(key -> keys.put(key, FLAG));
    List.of("mayEcho", "sameAs", "supersedes").forEach(key -> keys.put(key, NUMBER));
    keys.put("assertion", assertion());
    keys.put("role", oneOf(SubjectRole.values(), StoryShape::lower));
    keys.put(
        "regrade",
        new Keyed(Map.of("type", type(catalogue), "level", LEVEL), Set.of("type", "level")));
    keys.put(
        "ruling", new Keyed(Map.of("event", NUMBER, "subject", WORD), Set.of("event", "subject")));
    return new Keyed(keys, Set.of("n", "occurredAt", "receivedAt", "type", "subject"));
  }

  private static Shape type(EventCatalogue catalogue) {
    return new Value(
        text -> catalogue.find(text).isPresent(),
        "an event type of the catalogue, such as EDU-NEG-01");
  }

  private static Shape assertion() {
    Set<String> words = new TreeSet<>(ASSERTIONS);
    for (Assertion one : Assertion.values()) {
      words.add(lower(one));
    }
    return new Value(words::contains, "one of " + String.join(", ", words));
  }

  private static Shape attributes(EventCatalogue catalogue) {
    Map<String, Shape> keys = new HashMap<>();
    catalogue.attributes().keySet().forEach(name -> keys.put(name, new OneOrMany(TEXT)));
    return new Keyed(keys, Set.of());
  }

  private static Keyed claims() {
    Map<String, Shape> keys = new HashMap<>();
    List.of("givenNames", "familyName", "fullName", "dateOfBirthText", "sex", "nhsNumber", "upn")
        .forEach(key -> keys.put(key, TEXT));
    List.of("school", "setting", "place", "phone", "alias", "note")
        .forEach(key -> keys.put(key, TEXT));
    keys.put("dateOfBirth", DAY);
    keys.put("allegedFalse", FLAG);
    keys.put("carers", new Many(TEXT));
    keys.put("sourceRefs", new Many(texts("system", "id")));
    keys.put("address", texts("line", "postcode", "uprn"));
    keys.put("unborn", new Keyed(Map.of("expectedDate", DAY, "familyName", TEXT), Set.of()));
    keys.put("mother", texts("nhsNumber", "name"));
    keys.put("household", texts("uprn", "ref"));
    keys.put("adult", texts("ref", "name", "role"));
    return new Keyed(keys, Set.of());
  }

  private static Keyed texts(String... names) {
    Map<String, Shape> keys = new HashMap<>();
    Arrays.asList(names).forEach(name -> keys.put(name, TEXT));
    return new Keyed(keys, Set.of());
  }

  private static Keyed finding(String more) {
    Map<String, Shape> keys = new HashMap<>();
    keys.put("pattern", PATTERN);
    keys.put("stage", TEXT);
    keys.put("subject", WORD);
    keys.put("date", DAY);
    keys.put("severity", oneOf(Severity.values(), Enum::name));
    keys.put(more, TEXT);
    return new Keyed(keys, Set.of("pattern", "subject", "date"));
  }

  private static Keyed mustNot() {
    Map<String, Shape> keys = new HashMap<>();
    keys.put("text", WORD);
    keys.put("patterns", new Many(PATTERN));
    keys.put("subject", WORD);
    List.of("from", "to", "toldBefore").forEach(key -> keys.put(key, DAY));
    keys.put("restsOn", new Many(NUMBER));
    keys.put("told", new Many(new Value(TELLINGS::contains, "raise, strengthen or notice")));
    List.of("says", "lacks", "owner", "notOwner").forEach(key -> keys.put(key, new Many(WORD)));
    return new Keyed(keys, Set.of("text"));
  }

  private static <E extends Enum<E>> Shape oneOf(E[] constants, Function<E, String> word) {
    Set<String> words = new TreeSet<>();
    Arrays.asList(constants).forEach(constant -> words.add(word.apply(constant)));
    Predicate<String> fits = words::contains;
    return new Value(fits, "one of " + String.join(", ", words));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static boolean parses(Consumer<String> parser, String text) {
    try {
      parser.accept(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
