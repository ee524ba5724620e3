package org.safeguardinghub.connectors.health.fhir;

import static org.safeguardinghub.connectors.health.fhir.Tree.either;
import static org.safeguardinghub.connectors.health.fhir.Tree.first;
import static org.safeguardinghub.connectors.health.fhir.Tree.items;
import static org.safeguardinghub.connectors.health.fhir.Tree.text;
import static org.safeguardinghub.connectors.health.fhir.Tree.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.health.event.Events;
import org.safeguardinghub.connectors.health.event.Happening;
import org.safeguardinghub.connectors.health.event.When;
import org.safeguardinghub.connectors.health.event.Who;
import org.safeguardinghub.connectors.health.table.HealthTables;

/** Signals of the national services (MNS): that something happened to a person, without content. */
final class SignalMapper {
  private final HealthTables tables;
  private final Events events;

  SignalMapper(HealthTables tables, Events events) {
    this.tables = tables;
    this.events = events;
  }

  /** Whether it is a notice of MNS; other notices say only that a subscription lives. */
  static boolean isSignal(JsonNode resource) {
    return type(resource).equals("Parameters")
        && !part(resource, "additional-context", "event-type").isEmpty();
  }

  /** What a notice says. */
  Fate signal(Letter letter, JsonNode parameters) {
    String code = MessageMapper.base(part(parameters, "additional-context", "event-type"));
    JsonNode subject = node(parameters, "additional-context", "subject");
    String recordId =
        RecordIds.named("signal", either(text(letter.root(), "id"), text(parameters, "id")));
    Optional<CodeBook.Meaning> entry = tables.messages().find(code);
    if (entry.isEmpty()) {
      return MessageMapper.unknown(recordId);
    }
    Who who = Patients.ofReference(first(subject, "valueReference"));
    Happening happening =
        new Happening(
            code.equals(MessageMapper.DEATH) ? MessageMapper.deathId(who) : recordId,
            who,
            When.of(
                either(
                    part(parameters, "notification-event", "timestamp"),
                    text(letter.root(), "timestamp"))),
            "MNS",
            code,
            "",
            "");
    return events.of(entry.get(), happening);
  }

  private static String part(JsonNode parameters, String name, String part) {
    JsonNode node = node(parameters, name, part);
    return either(
        text(node, "valueString"),
        text(node, "valueInstant"),
        text(node, "valueDateTime"),
        text(node, "valueCode"));
  }

  private static JsonNode node(JsonNode parameters, String name, String part) {
    return items(parameters, "parameter")
        .filter(one -> text(one, "name").equals(name))
        .flatMap(one -> items(one, "part"))
        .filter(one -> text(one, "name").equals(part))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }
}
