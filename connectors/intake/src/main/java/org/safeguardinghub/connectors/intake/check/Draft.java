package org.safeguardinghub.connectors.intake.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.catalogue.AttributeValue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.message.Envelope;

/**
 * A message on its way through the checks: each adds what it found out.
 *
 * @param feed who sent it
 * @param receivedAt when
 * @param key the sender's Idempotency-Key, which may stand for an id of the message
 * @param message the tree as sent
 * @param read its typed form, known after SHAPE
 * @param classed what the catalogue says of it, known after CATALOGUE
 * @param gateway the legal gateway, known after LAWFUL_BASIS; empty there: shared now, to be
 *     completed later
 * @param handling the effective handling class, known after HANDLING
 */
public record Draft(
    Feed feed,
    Instant receivedAt,
    Optional<Sensitive<String>> key,
    Sensitive<ObjectNode> message,
    Optional<Envelope> read,
    Optional<Classed> classed,
    Optional<String> gateway,
    Optional<HandlingClass> handling) {

  /**
   * What the catalogue says.
   *
   * @param type the event type
   * @param attributes checked attributes
   * @param level the level of need that holds
   */
  public record Classed(EventType type, Map<String, AttributeValue> attributes, int level) {
    public Classed {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  public static Draft of(
      Feed feed, Instant receivedAt, Optional<Sensitive<String>> key, ObjectNode message) {
    return new Draft(
        feed,
        receivedAt,
        key,
        Sensitive.of(message),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Draft with(Envelope envelope) {
    return new Draft(
        feed, receivedAt, key, message, Optional.of(envelope), classed, gateway, handling);
  }

  Draft with(Classed found) {
    return new Draft(feed, receivedAt, key, message, read, Optional.of(found), gateway, handling);
  }

  Draft withGateway(Optional<String> found) {
    return new Draft(feed, receivedAt, key, message, read, classed, found, handling);
  }

  Draft with(HandlingClass effective) {
    return new Draft(
        feed, receivedAt, key, message, read, classed, gateway, Optional.of(effective));
  }

  /** The same as a correction of an earlier event. */
  public Draft superseding(String eventId) {
    return with(envelope().superseding(eventId));
  }

  /** The envelope; asking before SHAPE is a fault of the order of the checks. */
  public Envelope envelope() {
    return read.orElseThrow();
  }

  public EventType type() {
    return classed.orElseThrow().type();
  }

  public int level() {
    return classed.orElseThrow().level();
  }

  public HandlingClass effectiveHandling() {
    return handling.orElseThrow();
  }
}
