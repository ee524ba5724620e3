package org.safeguardinghub.kernel.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.AttributeCheck.Reason;

/**
 * The type of an attribute. {@code check} takes what a parser of JSON, CSV or Avro gives (Boolean,
 * Number, String, Collection, Map); a text is never guessed into a boolean or a number.
 */
public sealed interface AttributeType {
  /** Parses a value of the attribute with this name, or says why it does not fit. */
  AttributeCheck check(String name, @Nullable Object value);

  /** The type in words, for refusals and documentation. */
  String expectation();

  /** Yes or no. */
  record Flag() implements AttributeType {
    @Override
    public AttributeCheck check(String name, @Nullable Object value) {
      return value instanceof Boolean flag
          ? new AttributeCheck.Accepted(new AttributeValue.Flag(flag))
          : AttributeType.refused(name, Reason.WRONG_TYPE, this);
    }

    @Override
    public String expectation() {
      return "true or false";
    }
  }

  /** A whole number from min to max. */
  record Whole(int min, int max) implements AttributeType {
    @Override
    public AttributeCheck check(String name, @Nullable Object value) {
      Optional<Long> number = AttributeType.whole(value);
      if (number.isEmpty()) {
        return AttributeType.refused(name, Reason.WRONG_TYPE, this);
      }
      return number.get() >= min && number.get() <= max
          ? new AttributeCheck.Accepted(new AttributeValue.Whole(number.get().intValue()))
          : AttributeType.refused(name, Reason.OUT_OF_RANGE, this);
    }

    @Override
    public String expectation() {
      return "a whole number from " + min + " to " + max;
    }
  }

  /**
   * One of the listed codes. Case, underscores and hyphens make no difference to what is accepted.
   */
  record Code(List<String> values) implements AttributeType {
    public Code {
      values = List.copyOf(values);
    }

    @Override
    public AttributeCheck check(String name, @Nullable Object value) {
      if (!(value instanceof String text)) {
        return AttributeType.refused(name, Reason.WRONG_TYPE, this);
      }
      return AttributeType.listed(values, text)
          .<AttributeCheck>map(code -> new AttributeCheck.Accepted(new AttributeValue.Code(code)))
          .orElseGet(() -> AttributeType.refused(name, Reason.NOT_IN_CODE_LIST, this));
    }

    @Override
    public String expectation() {
      return "one of: " + String.join(", ", values);
    }
  }

  /** Any of the listed codes. */
  record Codes(List<String> values) implements AttributeType {
    public Codes {
      values = List.copyOf(values);
    }

    @Override
    public AttributeCheck check(String name, @Nullable Object value) {
      if (!(value instanceof Collection<?> items)) {
        return AttributeType.refused(name, Reason.WRONG_TYPE, this);
      }
      List<String> found = new ArrayList<>();
      for (Object item : items) {
        if (!(item instanceof String text)) {
          return AttributeType.refused(name, Reason.WRONG_TYPE, this);
        }
        Optional<String> code = AttributeType.listed(values, text);
        if (code.isEmpty()) {
          return AttributeType.refused(name, Reason.NOT_IN_CODE_LIST, this);
        }
        found.add(code.get());
      }
      // The order of the catalogue: two senders of the same set send the same value.
      return new AttributeCheck.Accepted(
          new AttributeValue.Codes(values.stream().filter(found::contains).toList()));
    }

    @Override
    public String expectation() {
      return "a list with any of: " + String.join(", ", values);
    }
  }

  /** A short code out of a list that the sender keeps. */
  record LocalCode() implements AttributeType {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _./-]{0,39}");

    @Override
    public AttributeCheck check(String name, @Nullable Object value) {
      return value instanceof String text && FORM.matcher(text).matches()
          ? new AttributeCheck.Accepted(new AttributeValue.Code(text))
          : AttributeType.refused(name, Reason.WRONG_TYPE, this);
    }

    @Override
    public String expectation() {
      return "a short code of letters, digits, spaces and _ . / - (at most 40)";
    }
  }

  /** An opaque reference. */
  record Reference() implements AttributeType {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.:/-]{0,79}");

    @Override
    public AttributeCheck check(String name, @Nullable Object value) {
      return value instanceof String text && FORM.matcher(text).matches()
          ? new AttributeCheck.Accepted(new AttributeValue.Reference(text))
          : AttributeType.refused(name, Reason.WRONG_TYPE, this);
    }

    @Override
    public String expectation() {
      return "a reference as text, of letters, digits, spaces and _ . : / - (at most 80)";
    }
  }

  /**
   * Type and level that replace those of a superseded event: a map of both, or the text {@code
   * TYPE/level}.
   */
  record Regrade() implements AttributeType {
    private static final Pattern WIRE =
        Pattern.compile("([A-Z0-9]{2,4}(?:-[A-Z0-9]{2,4}){1,2})/([1-4])");

    @Override
    public AttributeCheck check(String name, @Nullable Object value) {
      String text =
          value instanceof Map<?, ?> map && map.size() == 2
              ? map.get("type")
                  + "/"
                  + AttributeType.whole(map.get("level")).map(Object::toString).orElse("?")
              : value instanceof String sent ? sent : "";
      Matcher wire = WIRE.matcher(text);
      return wire.matches()
          ? new AttributeCheck.Accepted(
              new AttributeValue.Regrade(wire.group(1), Integer.parseInt(wire.group(2))))
          : AttributeType.refused(name, Reason.WRONG_TYPE, this);
    }

    @Override
    public String expectation() {
      return "an object with the keys type (an event type) and level (1 to 4)";
    }
  }

  private static AttributeCheck refused(String name, Reason reason, AttributeType type) {
    return new AttributeCheck.Refused(name, reason, "'" + name + "' must be " + type.expectation());
  }

  private static Optional<Long> whole(@Nullable Object value) {
    return switch (value) {
      case Integer number -> Optional.of(number.longValue());
      case Long number -> Optional.of(number);
      case Short number -> Optional.of(number.longValue());
      case Byte number -> Optional.of(number.longValue());
      case null, default ->
          Optional.empty(); // Object is no closed world; a decimal is not rounded for its sender
    };
  }

  private static Optional<String> listed(List<String> values, String text) {
    String wanted = plain(text);
    return values.stream().filter(value -> plain(value).equals(wanted)).findFirst();
  }

  private static String plain(String text) {
    return text.replace('_', ' ').replace('-', ' ').strip().toLowerCase(Locale.ROOT);
  }
}
