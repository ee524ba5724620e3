package org.safeguardinghub.connectors.health.fhir;

import static org.safeguardinghub.connectors.health.fhir.Tree.codings;
import static org.safeguardinghub.connectors.health.fhir.Tree.first;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;
import static org.safeguardinghub.connectors.health.fhir.Tree.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.read.JsonText;
import org.safeguardinghub.connectors.form.read.XmlText;
import org.safeguardinghub.connectors.health.event.Events;
import org.safeguardinghub.connectors.health.event.Happening;
import org.safeguardinghub.connectors.health.event.When;
import org.safeguardinghub.connectors.health.table.HealthTables;

/** One resource or one bundle of FHIR STU3, R4 or R4B, as JSON or XML. */
public final class FhirForm implements Form {
  /** A resource may say its type at its very end. */
  private static final Pattern TYPE = Pattern.compile("\"resourceType\"\\s*:\\s*\"[A-Z]");

  private static final Set<String> ANSWERS = Set.of("transaction-response", "batch-response");
  private static final Set<String> ASKS = Set.of("GET", "HEAD");

  private final ResourceMapper resources;
  private final MessageMapper messages;
  private final SignalMapper signals;
  private final Events events;
  private final HealthTables tables;

  public FhirForm(HealthTables tables, String legalGateway) {
    this.tables = tables;
    events = new Events(legalGateway);
    resources = new ResourceMapper(tables, events);
    messages = new MessageMapper(tables, events);
    signals = new SignalMapper(tables, events);
  }

  @Override
  public String name() {
    return "fhir";
  }

  @Override
  public String title() {
    return "FHIR resource or bundle (STU3, R4)";
  }

  @Override
  public boolean recognises(Received received) {
    byte[] bytes = received.bytes();
    if (XmlText.looksLike(bytes)) {
      return XmlText.root(bytes)
          .filter(root -> root.namespace().equals(XmlScan.NAMESPACE))
          .isPresent();
    }
    return JsonText.looksLike(bytes)
        && bytes.length <= ResourceReader.LARGEST
        && Text.of(bytes).filter(text -> TYPE.matcher(text).find()).isPresent();
  }

  /**
   * What came in and what it becomes.
   *
   * @param bundleType of a bundle; empty for a resource and for what cannot be read
   */
  public record Taken(List<Item> items, String bundleType) {
    public Taken {
      items = List.copyOf(items);
    }
  }

  @Override
  public Reading read(Received received) {
    return Reading.of(take(received.bytes()).items());
  }

  /** The same with what an answer has to know. */
  public Taken take(byte[] bytes) {
    return switch (ResourceReader.read(bytes)) {
      case ResourceReader.Reading.Unreadable(Fault fault) ->
          new Taken(
              List.of(
                  new Item(
                      Place.whole(), Fate.Refused.shape("", fault.reasonCode(), fault.whatToDo()))),
              "");
      case ResourceReader.Reading.Read(JsonNode root) ->
          new Taken(items(Letter.of(root)), type(root).equals("Bundle") ? text(root, "type") : "");
    };
  }

  private List<Item> items(Letter letter) {
    JsonNode root = letter.root();
    if (!type(root).equals("Bundle")) {
      return items(Place.whole(), resources.map(letter, root));
    }
    if (letter.entries().isEmpty()) {
      return items(
          Place.whole(),
          List.of(
              new Fate.NoEvent(RecordIds.of(root), "EMPTY_BUNDLE", "The bundle has no entries.")));
    }
    return speaking(letter)
        .map(fate -> items(Place.whole(), List.of(fate)))
        .orElseGet(() -> entries(letter));
  }

  /** A bundle in which one entry speaks for all. */
  private Optional<Fate> speaking(Letter letter) {
    Optional<JsonNode> header = letter.header();
    if (header.isPresent()) {
      return messages.message(letter, header.get());
    }
    return birth(letter);
  }

  /** A request to record a birth: a new patient and the woman who gave birth. */
  private Optional<Fate> birth(Letter letter) {
    boolean records =
        text(letter.root(), "type").equals("transaction")
            && letter.entries().stream()
                .map(entry -> first(entry, "resource"))
                .filter(one -> type(one).equals("RelatedPerson"))
                .flatMap(one -> codings(one, "relationship").stream())
                .anyMatch(coding -> coding.code().equals("GESTM"));
    if (!records) {
      return Optional.empty();
    }
    JsonNode baby = MessageMapper.baby(letter);
    CodeBook.Meaning entry = tables.messages().find("pds-birth-notification").orElseThrow();
    Happening happening =
        new Happening(
            RecordIds.of(baby),
            MessageMapper.withMother(letter, Patients.of(baby), baby),
            When.of(Tree.either(MessageMapper.birthTime(baby), text(baby, "birthDate"))),
            "",
            "",
            "",
            "");
    return Optional.of(events.of(entry, happening));
  }

  private List<Item> entries(Letter letter) {
    List<Item> items = new ArrayList<>();
    int number = 0;
    for (JsonNode entry : letter.entries()) {
      number++;
      items.addAll(items(Place.entry(number), fates(letter, entry)));
    }
    return items;
  }

  private List<Fate> fates(Letter letter, JsonNode entry) {
    JsonNode resource = first(entry, "resource");
    String method = text(entry, "request", "method");
    if (resource.isMissingNode() || ANSWERS.contains(text(letter.root(), "type"))) {
      String why =
          method.equals("DELETE")
              ? "Deletes a record by its address; withdraw an event by sending the record as entered in error."
              : ASKS.contains(method)
                  ? "Asks for something; the hub gives nothing out here."
                  : "The entry carries no record.";
      return List.of(new Fate.NoEvent("", "NO_RESOURCE", why));
    }
    return SignalMapper.isSignal(resource)
        ? List.of(signals.signal(letter, resource))
        : resources.map(letter, resource);
  }

  private static List<Item> items(Place place, List<Fate> fates) {
    return fates.stream().map(fate -> new Item(place, fate)).toList();
  }
}
