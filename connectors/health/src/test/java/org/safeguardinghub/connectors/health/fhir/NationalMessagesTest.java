package org.safeguardinghub.connectors.health.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.connectors.health.fhir.FhirFormTest.fates;
import static org.safeguardinghub.connectors.health.fhir.FhirFormTest.message;
import static org.safeguardinghub.connectors.health.fhir.FhirFormTest.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.form.Fate;

/** Messages of NEMS and signals of MNS, invented. */
final class NationalMessagesTest {
  private static final String NOBODY = "";
  private static final String TANSY = patient("9990000018", "<birthDate value=\"2025-12-24\"/>");

  @Test
  void aNewVersionCorrectsAndADeletionWithdraws() throws IOException {
    String first = id(nems("newborn-hearing-1", "new", "9990000018", TANSY));
    assertThat(id(nems("newborn-hearing-1", "update", "9990000018", TANSY))).isEqualTo(first);
    JsonNode withdrawal = message(nems("newborn-hearing-1", "delete", "9990000018", NOBODY));
    assertThat(withdrawal.path("type").asText()).isEqualTo("ADM-COR-01");
    assertThat(withdrawal.path("supersedes").asText()).isEqualTo(first);
    assertThat(withdrawal.path("attributes").path("retracts").asBoolean()).isTrue();
    assertThat(withdrawal.at("/subjects/0/claims/nhsNumber").asText()).isEqualTo("9990000018");
  }

  @Test
  void aMessageAboutTwoPatientsIsRefused() {
    assertThat(nems("pds-change-of-gp-1", "new", "9990000026", TANSY))
        .hasToString("Refused[SHAPE, TWO_PATIENTS]");
  }

  @Test
  void theNewPracticeIsNamedAndNoneMeansDeregistered() throws IOException {
    String practice =
        "<generalPractitioner><reference value=\"https://directory.example/Organization/Y99999\"/></generalPractitioner>";
    Fate moved =
        nems(
            "pds-change-of-gp-1",
            "new",
            "9990000018",
            patient("9990000018", "<birthDate value=\"2020-01-01\"/>" + practice));
    assertThat(shown(moved)).isEqualTo("Send[GP-REG-02]");
    assertThat(message(moved).at("/attributes/acceptedBy").asText()).isEqualTo("Y99999");
    assertThat(shown(nems("pds-change-of-gp-1", "new", "9990000018", TANSY)))
        .isEqualTo("Send[GP-REG-01]");
  }

  @Test
  void aBirthIsAboutTheBabyAndNamesTheMother() throws IOException {
    String mother =
        patient("9990000026", "<birthDate value=\"1995-01-01\"/>").replace("p-1", "p-2");
    JsonNode birth =
        message(
            nems(
                "pds-birth-notification-1",
                "new",
                "9990000026",
                mother + "</resource></entry><entry><resource>" + TANSY));
    assertThat(birth.path("type").asText()).isEqualTo("MAT-BIR-01");
    assertThat(birth.at("/subjects/0/claims/nhsNumber").asText()).isEqualTo("9990000018");
    assertThat(birth.at("/subjects/0/claims/mother/nhsNumber").asText()).isEqualTo("9990000026");
    assertThat(birth.path("occurredAt").asText()).isEqualTo("2025-12-24");
  }

  @ParameterizedTest
  @CsvSource({"2, HLT-SUD-01", "1, HLT-SUD-01", "U, ADM-COR-01"})
  void aDeathIsToldAndWithdrawnUnderOneId(String status, String type) throws IOException {
    Fate fate = nems("pds-death-notification-1", "new", "9990000018", dead(status));
    JsonNode sent = message(fate);
    assertThat(sent.path("type").asText()).isEqualTo(type);
    String told = id(nems("pds-death-notification-1", "new", "9990000018", dead("2")));
    assertThat(sent.path("supersedes").asText(sent.path("sourceRecordId").asText()))
        .isEqualTo(told)
        .doesNotContain("9990000018");
  }

  @ParameterizedTest
  @CsvSource({
    "pds-change-of-gp-2, Send[GP-REG-02]",
    "pds-record-change-2, NoEvent[CODE_WITHOUT_EVENT]",
    "nhs-number-change-2, NoEvent[CODE_WITHOUT_EVENT]",
    "tansy-1, 'Refused[CATALOGUE, UNKNOWN_EVENT]'"
  })
  void signalsSayTheirEventInTheContext(String code, String fate) {
    List<Fate> fates =
        fates(
            """
            {"resourceType": "Bundle", "id": "b-1", "type": "history", "timestamp": "2026-03-02T10:00:00Z",
             "entry": [{"resource": {"resourceType": "Parameters", "parameter": [
               {"name": "notification-event", "part": [{"name": "timestamp", "valueInstant": "2026-03-02T10:00:00Z"}]},
               {"name": "additional-context", "part": [{"name": "event-type", "valueString": "%s"},
                 {"name": "subject", "valueReference": {"identifier": {"value": "9990000018"}}}]}]},
               "request": {"method": "GET", "url": "x"}, "response": {"status": "200"}}]}
            """
                .formatted(code)
                .getBytes(UTF_8));
    assertThat(fates.stream().map(FhirFormTest::shown)).containsExactly(fate);
  }

  private static String id(Fate fate) throws IOException {
    return message(fate).path("sourceRecordId").asText();
  }

  private static String dead(String status) {
    String url =
        "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-DeathNotificationStatus-1";
    return patient(
            "9990000018",
            "<birthDate value=\"2025-12-24\"/><deceasedDateTime value=\"2026-01-05T03:00:00Z\"/>")
        .replace(
            "<identifier>",
            "<extension url=\"%s\"><extension url=\"deathNotificationStatus\"><valueCodeableConcept><coding><code value=\"%s\"/></coding></valueCodeableConcept></extension></extension><identifier>"
                .formatted(url, status));
  }

  private static String patient(String nhsNumber, String more) {
    return """
        <Patient><id value="p-1"/><identifier><system value="https://fhir.nhs.uk/Id/nhs-number"/>
        <value value="%s"/></identifier><name><family value="Quibblewort"/><given value="Tansy"/></name>%s</Patient>
        """
        .formatted(nhsNumber, more);
  }

  private static Fate nems(String code, String kind, String routed, String patients) {
    String base = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-";
    String entry = patients.isEmpty() ? "" : "<entry><resource>" + patients + "</resource></entry>";
    String text =
        """
        <Bundle xmlns="http://hl7.org/fhir"><type value="message"/><entry><resource><MessageHeader><id value="m-1"/>
        <extension url="%1$sRoutingDemographics-1"><extension url="nhsNumber"><valueIdentifier>
        <system value="https://fhir.nhs.uk/Id/nhs-number"/><value value="%4$s"/></valueIdentifier></extension></extension>
        <extension url="%1$sMessageEventType-1"><valueCodeableConcept><coding><code value="%3$s"/></coding></valueCodeableConcept></extension>
        <event><system value="https://fhir.nhs.uk/STU3/CodeSystem/EventType-1"/><code value="%2$s"/></event>
        <timestamp value="2026-01-05T12:00:00Z"/><source><endpoint value="urn:x"/></source>
        <focus><reference value="urn:uuid:33333333-3333-4333-8333-333333333333"/></focus></MessageHeader></resource></entry>%5$s</Bundle>
        """
            .formatted(base, code, kind, routed, entry);
    return fates(text.getBytes(UTF_8)).getFirst();
  }
}
