package org.safeguardinghub.console.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Finds what people are called in the sealed identity index. Only pages that are audited ask it.
 */
public final class PersonLabels {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 2_000;

  private final AlertStore store;
  private final Opener opener;

  /** What was opened of late: lists show the same names over and over. */
  private final Recent<Sealed, PersonLabel> recent = new Recent<>(MOST);

  public PersonLabels(AlertStore store, Opener opener) {
    this.store = store;
    this.opener = opener;
  }

  /** A label for each reference that has a readable name. */
  public Map<String, PersonLabel> of(Collection<String> persons) {
    return of(store.claims(persons));
  }

  /** The same of claims that were read already. */
  public Map<String, PersonLabel> of(Map<String, List<Sealed>> claims) {
    Map<String, PersonLabel> labels = new LinkedHashMap<>();
    claims.forEach((ref, found) -> best(found).ifPresent(label -> labels.put(ref, label)));
    return labels;
  }

  /** The first claims with both a name and a date of birth, else the first with a name. */
  private Optional<PersonLabel> best(List<Sealed> found) {
    List<PersonLabel> labels = found.stream().flatMap(one -> label(one).stream()).toList();
    return labels.stream()
        .filter(label -> label.dateOfBirth().isPresent())
        .findFirst()
        .or(() -> labels.stream().findFirst());
  }

  private Optional<PersonLabel> label(Sealed sealed) {
    return recent
        .find(sealed)
        .or(
            () ->
                opener
                    .open(sealed)
                    .flatMap(PersonLabels::read)
                    .map(label -> recent.keep(sealed, label)));
  }

  static Optional<PersonLabel> read(String claims) {
    try {
      JsonNode json = JSON.readTree(claims);
      return name(json).map(name -> new PersonLabel(name, dateOfBirth(json)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> name(JsonNode json) {
    String given = text(json, "givenNames");
    String family = text(json, "familyName");
    String both = (given + " " + family).strip();
    if (!both.isEmpty()) {
      return Optional.of(asName(both));
    }
    String full = text(json, "fullName");
    if (!full.isEmpty()) {
      return Optional.of(asName(full));
    }
    JsonNode unborn = json.path("unborn");
    if (unborn.isObject()) {
      String mother = text(json.path("mother"), "name");
      String of = mother.isEmpty() ? text(unborn, "familyName") : mother;
      return Optional.of(of.isEmpty() ? "Unborn baby" : "Unborn baby of " + asName(of));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> dateOfBirth(JsonNode json) {
    try {
      String text = text(json, "dateOfBirth");
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("").strip();
  }

  /** Agencies shout: THIMBLEWICK is shown as Thimblewick. A name in mixed case stays as it is. */
  private static String asName(String name) {
    StringBuilder shown = new StringBuilder();
    for (String word : name.strip().split("\\s+", -1)) {
      boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.UK));
      shown.append(shown.isEmpty() ? "" : " ").append(shouted ? capitalised(word) : word);
    }
    return shown.toString();
  }

  private static String capitalised(String word) {
    StringBuilder text = new StringBuilder();
    boolean start = true;
    for (char c : word.toLowerCase(Locale.UK).toCharArray()) {
      text.append(start ? Character.toUpperCase(c) : c);
      start = !Character.isLetter(c);
    }
    return text.toString();
  }
}
