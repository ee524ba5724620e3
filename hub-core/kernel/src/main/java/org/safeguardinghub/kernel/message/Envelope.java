package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;

/**
 * A message as its sender wrote it (domain reference, section 4.1), typed. Its own references and
 * words are still clear here, so they are {@link Sensitive}.
 *
 * @param ids ids that the sender gave
 * @param type event type, not yet looked up
 * @param typeVersion version of the type
 * @param occurrence when it happened
 * @param subjects whom it is about; never empty
 * @param references household, place and the like
 * @param level level of need that the sender proposes
 * @param statement what the sender claims, and its words
 * @param sharing who may see it and on what basis it is shared
 * @param attributes attributes as sent, not yet checked
 */
public record Envelope(
    Ids ids,
    String type,
    int typeVersion,
    Occurrence occurrence,
    List<Subject> subjects,
    References references,
    ProposedLevel level,
    Statement statement,
    Sharing sharing,
    Map<String, Object> attributes) {
  public Envelope {
    subjects = List.copyOf(subjects);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The same as a correction of an earlier event of this feed. */
  public Envelope superseding(String earlier) {
    Ids correcting =
        new Ids(
            ids.eventId(),
            ids.sourceRecordId(),
            ids.derivedFrom(),
            Optional.of(Sensitive.of(earlier)));
    return new Envelope(
        correcting,
        type,
        typeVersion,
        occurrence,
        subjects,
        references,
        level,
        statement,
        sharing,
        attributes);
  }

  /** Attribute values may be references to people: none is printed. */
  @Override
  public String toString() {
    return "Envelope[" + type + "]";
  }

  /**
   * The sender's ids: a UUID, its own record id, and the event that this one corrects or echoes.
   */
  public record Ids(
      Optional<String> eventId,
      Optional<Sensitive<String>> sourceRecordId,
      Optional<Sensitive<String>> derivedFrom,
      Optional<Sensitive<String>> supersedes) {}

  /** How exactly the time is known. */
  public enum Precision {
    EXACT,
    DAY,
    APPROXIMATE,
    RANGE
  }

  /** When it happened and when the source wrote it down. */
  public record Occurrence(
      Instant at, Precision precision, Optional<Instant> until, Optional<Instant> recordedAt) {}

  /** One person. */
  public record Subject(
      SubjectRole role, Optional<Sensitive<String>> personRef, Sensitive<ObjectNode> claims) {}

  /** References of the source to what is not the child. */
  public record References(
      Optional<Sensitive<String>> household,
      Optional<Sensitive<String>> place,
      Optional<Sensitive<String>> setting,
      Optional<Sensitive<String>> adult,
      Optional<Sensitive<String>> incident) {}

  /** The level that the sender proposes, with its own scale. */
  public record ProposedLevel(
      OptionalInt proposed, Optional<String> scale, Optional<String> sourceValue) {}

  /** What the sender claims, and in which words. */
  public record Statement(
      Assertion assertion,
      Optional<String> sourceGrade,
      Optional<Sensitive<String>> narrative,
      Optional<Sensitive<String>> childVoice,
      Optional<String> contentRef) {}

  /** Whether the family was told. */
  public enum FamilyInformed {
    YES,
    NOT_YET,
    UNSAFE,
    NOT_SAID
  }

  /** Whether sharing was weighed against harm; {@code by} is a role. */
  public record DetrimentTest(boolean considered, Optional<String> outcome, Optional<String> by) {}

  /** Who may see it and on what basis it is shared. */
  public record Sharing(
      Optional<HandlingClass> handling,
      Optional<String> conditions,
      Optional<Instant> expires,
      Optional<Boolean> countable,
      FamilyInformed familyInformed,
      Optional<DetrimentTest> detrimentTest,
      Optional<String> legalGateway) {}
}
