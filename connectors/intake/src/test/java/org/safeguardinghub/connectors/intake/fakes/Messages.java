package org.safeguardinghub.connectors.intake.fakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.safeguardinghub.connectors.intake.Submission;

/** Messages of an invented school. */
public final class Messages {
  public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  public static final String EVENT_ID = "0f6f4f3a-66f8-4d3a-9c57-1b2f6a7a1c01";

  /** Stands in every field that may hold personal data; must be found nowhere in clear. */
  public static final String MARKER = "Quibblewort";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Messages() {}

  /** A sound concern of a school. */
  public static ObjectNode concern() {
    return tree(
        """
        {"eventId": "%s", "type": "EDU-NEG-01", "occurredAt": "2026-03-01T09:15:00Z",
         "subjects": [{"role": "HARMED", "personRef": "pupil-17",
           "claims": {"givenNames": "Tansy", "familyName": "%s", "dateOfBirth": "2016-05-04",
                      "nhsNumber": "9994001310"}}],
         "householdRef": "990000000044", "narrative": "%s took food from a bin.",
         "level": {"proposed": 2}, "legalGateway": "CA2004-S16LA"}
        """
            .formatted(EVENT_ID, MARKER, MARKER));
  }

  public static ObjectNode tree(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static Submission submission(ObjectNode message) {
    return Submission.of(message.toString().getBytes(UTF_8));
  }
}
