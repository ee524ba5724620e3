package org.safeguardinghub.connectors.form.mapping;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.safeguardinghub.connectors.form.CodeBook.Meaning;
import org.safeguardinghub.connectors.form.CodeBook.Table;
import org.safeguardinghub.connectors.form.Days;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.mapping.Mapping.Becomes;
import org.safeguardinghub.connectors.form.mapping.Mapping.Level;
import org.safeguardinghub.connectors.form.mapping.Mapping.Occurred;
import org.safeguardinghub.connectors.form.mapping.Mapping.Person;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;
import org.safeguardinghub.kernel.message.Step;

/** Applies the rules of a mapping to one record. */
final class Applied {
  private final Mapping mapping;

  Applied(Mapping mapping) {
    this.mapping = mapping;
  }

  /** What one event is said to be, before it is put into a message. */
  private record Said(
      String type,
      OptionalInt level,
      Map<String, Object> attributes,
      String source,
      String words) {}

  /**
   * A record and the part of it that a rule is about.
   *
   * @param whole whom it is about is said here
   * @param part what happened is said here; the same as the whole where there is one event
   */
  private record Standing(Tree whole, Tree part) {}

  List<Item> to(Place place, Tree record) {
    List<Item> items = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      List<Tree> each = rule.each().map(path -> path.all(record)).orElse(List.of(record));
      for (int i = 0; i < each.size(); i++) {
        if (Condition.all(rule.when(), each.get(i))) {
          items.add(
              new Item(
                  place.within(within(rule, i)), fate(rule, new Standing(record, each.get(i)))));
        }
      }
    }
    return items;
  }

  private String within(Rule rule, int index) {
    String name = mapping.rules().size() > 1 ? rule.name() : "";
    return rule.each().isPresent() ? (rule.name() + " " + (index + 1)).strip() : name;
  }

  private Fate fate(Rule rule, Standing standing) {
    Tree record = standing.part();
    String recordId = rule.recordId().id(record);
    return switch (rule.becomes()) {
      case Becomes.Type(var type, var level) ->
          said(rule, standing, recordId, new Said(type.code(), level, Map.of(), "", ""));
      case Becomes.Coded(Value code, String table) -> {
        String text = code.of(record);
        Optional<Meaning> meaning = mapping.meaning(table, text.isEmpty() ? "(empty)" : text);
        yield meaning.isEmpty()
            ? unknown(recordId, code, table, text.isEmpty())
            : coded(rule, standing, recordId, meaning.get());
      }
    };
  }

  private Fate coded(Rule rule, Standing standing, String recordId, Meaning meaning) {
    return meaning
        .type()
        .<Fate>map(
            type ->
                said(
                    rule,
                    standing,
                    recordId,
                    new Said(
                        type,
                        meaning.level(),
                        meaning.attributes(),
                        meaning.code(),
                        meaning.title())))
        .orElseGet(() -> new Fate.NoEvent(recordId, "CODE_WITHOUT_EVENT", meaning.why()));
  }

  private Fate unknown(String recordId, Value code, String table, boolean missing) {
    Table known = mapping.tables().getOrDefault(table, new Table(table, Map.of()));
    List<String> codes = known.codes().values().stream().map(Meaning::code).toList();
    return missing
        ? Fate.Refused.shape(recordId, "CODE_MISSING", "fill in: " + known.title())
            .at(Asked.where(mapping, code))
        : new Fate.Refused(
            recordId,
            Step.CATALOGUE,
            "UNKNOWN_CODE",
            Asked.code(mapping, code, known.title(), codes),
            Asked.where(mapping, code));
  }

  private Fate said(Rule rule, Standing standing, String recordId, Said said) {
    Tree record = standing.part();
    if (recordId.isEmpty()) {
      return Fate.Refused.shape("", "NO_ID", Asked.id(mapping, rule))
          .at(Asked.where(mapping, rule.recordId()));
    }
    Optional<String> time = time(rule.occurred(), record);
    if (time.isEmpty()) {
      String text = rule.occurred().at().of(record);
      return Fate.Refused.shape(
              recordId,
              text.isEmpty() ? "DATE_MISSING" : "IMPOSSIBLE_DATE",
              Asked.date(mapping, rule.occurred(), text.isEmpty()))
          .at(Asked.where(mapping, rule.occurred().at()));
    }
    List<Person> about = rule.people().isEmpty() ? mapping.people() : rule.people();
    Tree persons = rule.people().isEmpty() ? standing.whole() : record;
    Optional<Fate> lacking =
        Required.fault(mapping, rule, record, about, persons, recordId)
            .or(() -> Attributes.fault(mapping, rule, record, recordId));
    return lacking.orElseGet(() -> message(rule, standing, recordId, said, time.get()));
  }

  private Fate message(Rule rule, Standing standing, String recordId, Said said, String time) {
    Tree record = standing.part();
    Message message = Message.of(said.type(), recordId, mapping.legalGateway());
    if (mapping.stable()) {
      message.stable();
    }
    if (rule.occurred().approximate()) {
      message.about(time);
    } else {
      message.at(time);
    }
    Optional<Fate> fault = level(message, rule, record, recordId, said);
    if (fault.isPresent()) {
      return fault.get();
    }
    said.attributes().forEach(message::attribute);
    List<String> leftOut = Attributes.put(message, mapping, rule, record);
    references(message, rule, record);
    narrative(message, rule, record, said);
    rule.assertion().ifPresent(message::assertion);
    people(message, rule, standing);
    return message.send().leavingOut(leftOut);
  }

  private static Optional<String> time(Occurred occurred, Tree record) {
    String text = occurred.at().of(record);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (DateTimeFormatter format : occurred.formats()) {
      Optional<String> found = Days.inFormat(text, format);
      if (found.isPresent()) {
        return found;
      }
    }
    if (!occurred.formats().isEmpty()) {
      return Optional.empty();
    }
    boolean timed = text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");
    return timed && !text.matches(".*T00:00(:00(\\.0+)?)?$")
        ? Optional.of(text)
        : Days.of(text).map(LocalDate::toString);
  }

  private Optional<Fate> level(
      Message message, Rule rule, Tree record, String recordId, Said said) {
    if (!said.source().isEmpty()) {
      message.sourceValue("", said.source());
    }
    said.level().ifPresent(message::level);
    if (rule.level().isEmpty()) {
      return Optional.empty();
    }
    Level level = rule.level().get();
    String code = level.code().of(record);
    Integer known = level.levels().get(code.toUpperCase(Locale.ROOT));
    if (known == null && !code.isEmpty()) {
      return Optional.of(
          new Fate.Refused(
              recordId,
              Step.CATALOGUE,
              "UNKNOWN_LEVEL",
              Asked.code(mapping, level.code(), level.scale(), level.levels().keySet()),
              Asked.where(mapping, level.code())));
    }
    if (known != null) {
      message.level(known).sourceValue(level.scale(), code);
    }
    return Optional.empty();
  }

  private static void references(Message message, Rule rule, Tree record) {
    rule.references()
        .forEach(
            (name, value) -> {
              String text = value.of(record);
              if (!text.isEmpty()) {
                message.tree().put(name, text);
              }
            });
  }

  /** The words of the source, with what its code is called. */
  private static void narrative(Message message, Rule rule, Tree record, Said said) {
    String words = rule.narrative().map(value -> value.of(record)).orElse("");
    boolean both = !words.isEmpty() && !said.words().isEmpty();
    message.narrative(both ? said.words() + ". " + words : said.words() + words);
  }

  private void people(Message message, Rule rule, Standing standing) {
    boolean own = !rule.people().isEmpty();
    Tree record = own ? standing.part() : standing.whole();
    for (Person person : own ? rule.people() : mapping.people()) {
      for (Tree one : person.each().map(path -> path.all(record)).orElse(List.of(record))) {
        person(message, person, one);
      }
    }
  }

  private static void person(Message message, Person person, Tree one) {
    Map<String, String> known = new HashMap<>();
    person.claims().forEach((name, value) -> known.put(name, value.of(one)));
    Message.Person claims = message.subject(person.role(), person.ref().of(one));
    claims
        .givenNames(text(known, "givenNames"))
        .familyName(text(known, "familyName"))
        .fullName(text(known, "fullName"))
        .alias(text(known, "alias"))
        .born(text(known, "dateOfBirth"))
        .sex(text(known, "sex"))
        .nhsNumber(text(known, "nhsNumber"))
        .upn(text(known, "upn"))
        .phone(text(known, "phone"))
        .school(text(known, "school"))
        .note(text(known, "note"))
        .address(text(known, "addressLine"), text(known, "postcode"), text(known, "uprn"));
    if (!text(known, "expectedDate").isEmpty() && text(known, "dateOfBirth").isEmpty()) {
      claims.expected(text(known, "expectedDate"));
    }
    person.sourceRefs().forEach((system, value) -> claims.sourceRef(system, value.of(one)));
  }

  private static String text(Map<String, String> known, String name) {
    return known.getOrDefault(name, "");
  }
}
