package org.safeguardinghub.connectors.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.publish.Publication;
import org.safeguardinghub.connectors.intake.publish.References;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;
import org.safeguardinghub.kernel.message.StrictJson;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.schemas.CheckStep;
import org.safeguardinghub.schemas.IntakeRefusedRecord;

/** What is recorded and published of a message that is refused. */
final class Refusing {
  private final String connector;
  private final HubKeys keys;
  private final References references;
  private final EventCatalogue catalogue;

  Refusing(String connector, HubKeys keys, References references, EventCatalogue catalogue) {
    this.connector = connector;
    this.keys = keys;
    this.references = references;
    this.catalogue = catalogue;
  }

  /**
   * What is known of it.
   *
   * @param content keyed hash of what was sent
   * @param eventId absent where it was refused before it had one
   * @param handling its class as far as it can be told
   */
  record Message(
      Feed feed,
      Submission submission,
      String content,
      Optional<String> eventId,
      Optional<HandlingClass> handling) {}

  Judged refused(Message message, Refusal refusal, Instant now) {
    Feed feed = message.feed();
    String receiptId =
        references.receiptOfRefused(
            feed, message.content(), refusal.step().name(), refusal.reasonCode());
    byte[] body = message.submission().body().reveal();
    Optional<Sealed> sealed =
        refusal.step() == Step.FORM || body.length > StrictJson.MAX_BYTES
            ? Optional.empty()
            : Optional.of(QuarantineSeal.content(keys, receiptId, body));
    Publication publication =
        Publication.refused(record(feed, receiptId, refusal, now, sealed), message.eventId());
    NewReceipt receipt =
        new NewReceipt(
            receiptId,
            feed.name(),
            connector,
            message.eventId(),
            Optional.empty(),
            message.content(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(refusal),
            1,
            Optional.empty(),
            now,
            message.submission().origin(),
            Optional.of(kept(message, refusal, receiptId, sealed)));
    return new Judged(receipt, publication, false, false);
  }

  private IntakeRefusedRecord record(
      Feed feed, String receiptId, Refusal refusal, Instant now, Optional<Sealed> sealed) {
    return IntakeRefusedRecord.newBuilder()
        .setReceiptId(receiptId)
        .setFeed(feed.name())
        .setConnector(connector)
        .setStep(CheckStep.valueOf(refusal.step().name()))
        .setReasonCode(refusal.reasonCode())
        .setExplanation(refusal.explanation())
        .setPointer(refusal.pointer().orElse(null))
        .setReceivedAt(now)
        .setPayload(sealed.map(SealedCodec::toRecord).orElse(null))
        .build();
  }

  /** A key that was used for another message would only stand in the way again. */
  private NewReceipt.Kept kept(
      Message message, Refusal refusal, String receiptId, Optional<Sealed> sealed) {
    Optional<Sensitive<String>> key =
        refusal.step() == Step.DUPLICATE ? Optional.empty() : message.submission().idempotencyKey();
    return new NewReceipt.Kept(
        message.feed().agency(),
        message.handling(),
        message.submission().stableRecord(),
        sealed,
        key.map(own -> QuarantineSeal.key(keys, receiptId, own)));
  }

  /**
   * The strictest of the type's class and the sender's. Where the type is not known, or the
   * sender's class cannot be read, nobody can tell what the message holds. Whom the NHS hides is
   * location-protected.
   */
  Optional<HandlingClass> handling(ObjectNode message) {
    boolean hidden = message.at("/attributes/sFlag").asBoolean(false);
    Optional<HandlingClass> ofType =
        catalogue
            .find(message.path("type").asText())
            .map(EventType::handling)
            .map(handling -> hidden ? handling.strictest(HandlingClass.H4) : handling);
    String said = message.at("/handling/class").asText("");
    if (said.isEmpty() && message.path("handling").isMissingNode()) {
      return ofType;
    }
    return Arrays.stream(HandlingClass.values())
        .filter(handling -> handling.name().equals(said))
        .findFirst()
        .flatMap(sent -> ofType.map(sent::strictest));
  }
}
