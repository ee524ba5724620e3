package org.safeguardinghub.connectors.intake.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.AttributeCheck;
import org.safeguardinghub.kernel.catalogue.CheckedAttributes;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.message.Envelope;
import org.safeguardinghub.kernel.message.Step;

/** Is the type known, may this sender send it, and does it carry only what its type may carry? */
final class CatalogueCheck implements Check {
  /** Corrections and allegations about staff come from any agency. */
  private static final Set<String> ANYBODY = Set.of("ADM", "LAD");

  private final EventCatalogue catalogue;
  private final Map<String, Set<OriginFamily>> familiesOfPrefix = new HashMap<>();

  CatalogueCheck(EventCatalogue catalogue) {
    this.catalogue = catalogue;
    catalogue
        .types()
        .forEach(
            type ->
                familiesOfPrefix
                    .computeIfAbsent(prefix(type), _ -> EnumSet.noneOf(OriginFamily.class))
                    .add(type.family()));
  }

  @Override
  public Step step() {
    return Step.CATALOGUE;
  }

  @Override
  public Outcome check(Draft draft) {
    Envelope envelope = draft.envelope();
    Optional<EventType> known = catalogue.find(envelope.type());
    if (known.isEmpty()) {
      return refuse(
          "UNKNOWN_TYPE", "use an event type of the catalogue, such as EDU-NEG-01", "/type");
    }
    EventType type = known.get();
    if (!mayPublish(draft, type)) {
      return refuse(
          "NOT_YOUR_TYPE",
          "send only types of your own agency; for another agency's incident name incidentRef or derivedFrom",
          "/type");
    }
    // Which places may be named depends on the handling class: that is the HANDLING check's
    // question.
    CheckedAttributes attributes = catalogue.check(type, envelope.attributes(), HandlingClass.H0);
    if (!attributes.sound()) {
      AttributeCheck.Refused first = attributes.refused().getFirst();
      boolean nameKnown = !first.attribute().equals("unknown");
      return refuse(
          first.reason().name(),
          first.explanation(),
          nameKnown ? "/attributes/" + first.attribute() : "/attributes");
    }
    return new Outcome.Passed(
        draft.with(new Draft.Classed(type, attributes.accepted(), level(envelope, type))));
  }

  /**
   * Families that share a prefix (a relative's call is recorded by social care) share its senders.
   */
  private boolean mayPublish(Draft draft, EventType type) {
    String prefix = prefix(type);
    return ANYBODY.contains(prefix)
        || familiesOfPrefix.getOrDefault(prefix, Set.of()).stream()
            .anyMatch(draft.feed().families()::contains);
  }

  /** The sender proposes; a type that stands for significant harm is never lowered. */
  private static int level(Envelope envelope, EventType type) {
    int proposed = envelope.level().proposed().orElse(type.defaultLevel());
    return type.defaultLevel() == 4 ? 4 : proposed;
  }

  private static String prefix(EventType type) {
    return type.code().substring(0, type.code().indexOf('-'));
  }
}
