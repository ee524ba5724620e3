package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.CharacterCodingException;

/**
 * Reads the text of one message: UTF-8, one JSON object, no key twice, bounded in size, depth and
 * numbers. What a parser says about bad text holds pieces of it, so only the place is passed on.
 */
public final class StrictJson {
  /** The most bytes that one message may have. */
  public static final int MAX_BYTES = 256 * 1024;

  /** The deepest nesting that one message may have. */
  public static final int MAX_DEPTH = 32;

  private static final ObjectMapper MAPPER =
      StrictMapper.of(
          StreamReadConstraints.builder()
              .maxNestingDepth(MAX_DEPTH)
              .maxNumberLength(20)
              .maxStringLength(64 * 1024)
              .maxNameLength(200)
              .maxDocumentLength(MAX_BYTES)
              .build());

  private StrictJson() {}

  /** What became of reading the text. */
  public sealed interface Reading {
    /** A JSON object. */
    record Read(ObjectNode root) implements Reading {
      @Override
      public String toString() {
        return "Read[withheld]";
      }
    }

    /** Not readable. */
    record Unreadable(Refusal refusal) implements Reading {}
  }

  public static Reading read(byte[] text) {
    if (text.length > MAX_BYTES) {
      return unreadable(
          "TOO_LARGE", "send at most 256 KB in one concern; documents stay at the source", "");
    }
    try {
      JsonNode root = MAPPER.readTree(StrictMapper.decoded(text));
      return root instanceof ObjectNode object
          ? new Reading.Read(object)
          : unreadable("NOT_AN_OBJECT", "send one JSON object", "");
    } catch (CharacterCodingException e) {
      return unreadable("NOT_UTF8", "send the message as UTF-8", "");
    } catch (StreamConstraintsException e) {
      return unreadable(
          "TOO_DEEP_OR_LONG",
          "send at most 32 levels of nesting, texts of at most 64,000 characters and numbers of at most 20 digits",
          StrictMapper.place(e.getLocation()));
    } catch (JsonEOFException e) {
      return unreadable(
          "MALFORMED_JSON",
          "the text ends in the middle: send it whole",
          StrictMapper.place(e.getLocation()));
    } catch (JsonProcessingException e) {
      return StrictMapper.duplicateKey(e)
          ? unreadable(
              "DUPLICATE_KEY",
              "give each key of an object once",
              StrictMapper.place(e.getLocation()))
          : unreadable(
              "MALFORMED_JSON",
              "this is not JSON: mend the text at the place named",
              StrictMapper.place(e.getLocation()));
    }
  }

  private static Reading unreadable(String reason, String explanation, String place) {
    return new Reading.Unreadable(
        place.isEmpty()
            ? Refusal.whole(Step.SHAPE, reason, explanation)
            : Refusal.at(Step.SHAPE, reason, explanation, place));
  }
}
