package org.safeguardinghub.connectors.intake.publish;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.intake.check.Draft;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.Revision;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.message.Envelope;
import org.safeguardinghub.kernel.message.Uuids;
import org.safeguardinghub.kernel.sealing.HubKeys;

/**
 * The hub's names for what a sender names. A person's reference means something within its feed
 * only; households, places, settings, adults, incidents and case numbers are hashed hub-wide, so
 * that two feeds that send the same UPRN agree.
 */
public final class References {
  /** An echo of an earlier report whose id the sender does not know. */
  static final String REPORTED = "reported";

  private static final UUID NAMESPACE = UUID.fromString("7d0c4f0a-5b1e-5c7e-9a3f-6f6e0c1f2a10");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final HubKeys keys;

  public References(HubKeys keys) {
    this.keys = keys;
  }

  /**
   * The event's one id: the sender's, else one that follows from its record id, else from its
   * idempotency key.
   */
  public String eventId(Draft draft) {
    Envelope.Ids ids = draft.envelope().ids();
    return ids.eventId()
        .or(() -> ids.sourceRecordId().map(id -> ofRecord(draft.feed(), id)))
        .or(() -> draft.key().map(key -> named("idempotency-key", draft.feed(), key)))
        .orElseThrow();
  }

  /** The event id of a later content of a record, from that of its first. */
  public String eventId(Feed feed, Revision revision) {
    return revision.number() == 1
        ? revision.recordId()
        : named(
            "source-record-revision",
            feed,
            Sensitive.of(revision.recordId() + '\u0000' + revision.number()));
  }

  /** The receipt of an accepted event follows from it, so that a repeat finds the first. */
  public String receiptOf(Feed feed, String eventId) {
    return "r-" + keys.hash("receipt", feed.name() + '\u0000' + eventId);
  }

  /** The receipt of a refused message follows from what was sent and why it was refused. */
  public String receiptOfRefused(Feed feed, String contentHash, String step, String reason) {
    return "r-"
        + keys.hash(
            "receipt-refused", String.join("\u0000", feed.name(), contentHash, step, reason));
  }

  public String contentHash(Feed feed, String canonical) {
    return keys.hash("content:" + feed.name(), canonical);
  }

  public String keyHash(Feed feed, Sensitive<String> key) {
    return keys.hash("idempotency-key:" + feed.name(), key.reveal());
  }

  /** Another event that the sender points at: a UUID, its own record id, or the word "reported". */
  String eventNamed(Feed feed, Sensitive<String> reference) {
    String text = reference.reveal();
    if (text.equalsIgnoreCase(REPORTED)) {
      return REPORTED;
    }
    return Uuids.parse(text).map(UUID::toString).orElseGet(() -> ofRecord(feed, reference));
  }

  String person(Feed feed, String reference) {
    return keys.hash("person:" + feed.name(), reference.strip());
  }

  /** Of a person without a reference: means this one subject of this one event. */
  String personOfEvent(Feed feed, String eventId, int index) {
    return keys.hash("person-of-event:" + feed.name(), eventId + '.' + index);
  }

  String fingerprint(String canonicalClaims) {
    return keys.hash("fingerprint", canonicalClaims);
  }

  String household(String reference) {
    return hubWide("household", reference);
  }

  String place(String reference) {
    return hubWide("place", reference);
  }

  String setting(String reference) {
    return hubWide("setting", reference);
  }

  String adult(String reference) {
    return hubWide("adult", reference);
  }

  String incident(String reference) {
    return hubWide("incident", reference);
  }

  String caseOf(String system, String id) {
    return hubWide("case", system + '\u0000' + id);
  }

  /** A hashed attribute: a dwelling is a place, an alleged child is a person of this feed. */
  String attribute(Feed feed, String name, String reference) {
    return switch (name) {
      case "dwellingRef" -> place(reference);
      case "schoolRef" -> setting(reference);
      case "allegedRef" -> person(feed, reference);
      case String other -> hubWide("attribute:" + other, reference);
    };
  }

  static Optional<String> text(Optional<Sensitive<String>> sent) {
    return sent.map(Sensitive::reveal);
  }

  private String ofRecord(Feed feed, Sensitive<String> recordId) {
    return named("source-record", feed, recordId);
  }

  /**
   * The name is hashed with the key first: record ids are small spaces, and SHA-1 alone would let
   * them be tried out.
   */
  private String named(String kind, Feed feed, Sensitive<String> name) {
    return Uuids.named(NAMESPACE, keys.hash(kind + ':' + feed.name(), name.reveal())).toString();
  }

  private String hubWide(String domain, String reference) {
    String plain =
        Normalizer.normalize(reference, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    return keys.hash(domain, SPACES.matcher(plain).replaceAll(" "));
  }
}
