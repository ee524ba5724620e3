package org.safeguardinghub.connectors.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.message.EnvelopeReader;

class MessageTest {
  @Test
  void buildsWhatTheIntakeReads() throws IOException {
    Message message =
        Message.of("CSC-VIS-01", "visit/1", "CA2004-S11")
            .on(LocalDate.of(2026, 3, 2))
            .assertion(Assertion.OBSERVED)
            .handling(HandlingClass.H1)
            .sourceValue("home visit grade", "<very> concerning")
            .level(2)
            .attribute("seenAlone", true)
            .attribute("indicators", List.of("hotel"))
            .narrative(" ")
            .household("h1")
            .stable();
    message
        .subject(SubjectRole.HARMED, "p1")
        .givenNames("Tansy")
        .familyName("")
        .born("04/05/2016")
        .sourceRef("lcs", "77")
        .address("", "ZZ9 9ZZ", "");
    Fate.Send send = message.send();
    assertThat(send.submission().stableRecord()).isTrue();
    ObjectNode tree =
        (ObjectNode)
            new ObjectMapper().readTree(new String(send.submission().body().reveal(), UTF_8));
    assertThat(tree)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"type": "CSC-VIS-01", "sourceRecordId": "visit/1", "legalGateway": "CA2004-S11",
                     "occurredAt": "2026-03-02", "assertion": "OBSERVED", "handling": {"class": "H1"},
                     "level": {"scale": "home visit grade", "sourceValue": "very- concerning", "proposed": 2},
                     "attributes": {"seenAlone": true, "indicators": ["hotel"]}, "householdRef": "h1",
                     "subjects": [{"role": "HARMED", "personRef": "p1", "claims": {"givenNames": "Tansy",
                       "dateOfBirth": "2016-05-04", "sourceRefs": [{"system": "lcs", "id": "77"}],
                       "address": {"postcode": "ZZ9 9ZZ"}}}]}
                    """));
    assertThat(EnvelopeReader.read(tree)).isInstanceOf(EnvelopeReader.Reading.Read.class);
    assertThat(message + " " + send).doesNotContain("Tansy");
  }

  @Test
  void aDayThatDoesNotExistStaysAsWords() {
    Message message = Message.of("CSC-VIS-01", "1", "");
    message.subject(SubjectRole.HARMED, "p1").born("31/02/2016");
    assertThat(message.tree().at("/subjects/0/claims/dateOfBirthText").asText())
        .isEqualTo("31/02/2016");
  }
}
