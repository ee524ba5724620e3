package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How JSON is read that nobody has checked: UTF-8, no key twice, nothing behind the value, within
 * bounds. What a parser says about bad text holds pieces of it, so only the place is passed on.
 */
public final class StrictMapper {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private StrictMapper() {}

  /** A mapper that keeps to these bounds. */
  public static ObjectMapper of(StreamReadConstraints bounds) {
    return new ObjectMapper(
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(bounds)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * The text, without a byte order mark.
   *
   * @throws CharacterCodingException if it is not UTF-8
   */
  public static String decoded(byte[] bytes) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** Whether the fault is a key that stands twice in one object. */
  public static boolean duplicateKey(JsonProcessingException fault) {
    return fault.getOriginalMessage() != null
        && fault.getOriginalMessage().startsWith("Duplicate field");
  }

  /** {@code line 3, column 14}; empty where it is not known. */
  public static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
