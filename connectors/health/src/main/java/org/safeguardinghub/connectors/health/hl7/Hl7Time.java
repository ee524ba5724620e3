package org.safeguardinghub.connectors.health.hl7;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.health.event.When;

/** Times as HL7 writes them: 2026, 202603, 20260302, 202603021415, 20260302141500.5+0100. */
final class Hl7Time {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(\\d{2})?(?:(\\d{2})(\\.\\d{1,4})?)?)?)?)?([+-]\\d{4})?");

  private Hl7Time() {}

  /** The time; empty for a text of another form. */
  static Optional<When> of(String text) {
    Matcher time = FORM.matcher(text.strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    if (time.group(3) == null) {
      String month = time.group(2) == null ? "" : "-" + time.group(2);
      return When.of(time.group(1) + month);
    }
    String day = time.group(1) + "-" + time.group(2) + "-" + time.group(3);
    if (time.group(4) == null) {
      return When.of(day);
    }
    String clock =
        "T" + time.group(4) + ":" + or(time.group(5), "00") + ":" + or(time.group(6), "00");
    String fraction = or(time.group(7), "");
    String offset = or(time.group(8), "");
    return When.of(
        day
            + clock
            + fraction
            + (offset.isEmpty() ? "" : offset.substring(0, 3) + ":" + offset.substring(3)));
  }

  /** The day of a text, in ISO form; what is no day stays as it is. */
  static String day(String text) {
    return of(text)
        .filter(when -> !when.approximate())
        .map(when -> when.text().substring(0, 10))
        .orElse(text);
  }

  private static String or(@org.jspecify.annotations.Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
