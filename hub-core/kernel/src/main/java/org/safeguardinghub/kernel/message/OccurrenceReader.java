package org.safeguardinghub.kernel.message;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.message.Envelope.Occurrence;
import org.safeguardinghub.kernel.message.Envelope.Precision;

/**
 * Reads when it happened. Whether that can be is for a later check; here it must only be a time
 * that exists.
 */
final class OccurrenceReader {
  private static final String FORM =
      "a time that exists, as 2026-03-01T14:30:00Z or with another offset (without one it is local time in England),"
          + " or a day as 2026-03-01";

  private final JsonFields fields;

  OccurrenceReader(JsonFields fields) {
    this.fields = fields;
  }

  Optional<Occurrence> read() {
    Optional<Instant> at = instant(fields, "occurredAt");
    if (!fields.has("occurredAt")) {
      fields.fault("occurredAt", "MISSING_FIELD", "'occurredAt' must be given: " + FORM);
    }
    boolean day = fields.text("occurredAt", 60).map(Times::dateOnly).orElse(false);
    Precision precision =
        fields
            .constant("occurredPrecision", Precision.class)
            .orElse(day ? Precision.DAY : Precision.EXACT);
    Optional<Instant> until = instant(fields, "occurredUntil");
    Optional<Instant> recordedAt = instant(fields, "recordedAt");
    if (day && precision == Precision.EXACT) {
      fields.fault("occurredAt", "TIME_MISSING", "give the time of day, or occurredPrecision DAY");
    }
    if ((precision == Precision.RANGE) != until.isPresent()) {
      fields.fault(
          "occurredUntil",
          "RANGE_INCOMPLETE",
          "give occurredUntil with occurredPrecision RANGE, and only then");
    }
    return at.map(moment -> new Occurrence(moment, precision, until, recordedAt));
  }

  static Optional<Instant> instant(JsonFields fields, String name) {
    Optional<String> text = fields.text(name, 60);
    Optional<Instant> instant = text.flatMap(Times::parse);
    if (text.isPresent() && instant.isEmpty()) {
      fields.fault(name, "IMPOSSIBLE_DATE", "'" + name + "' must be " + FORM);
    }
    return instant;
  }
}
