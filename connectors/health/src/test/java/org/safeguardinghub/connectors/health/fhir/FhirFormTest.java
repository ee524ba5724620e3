package org.safeguardinghub.connectors.health.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.health.table.HealthTables;

final class FhirFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FhirForm FORM = new FhirForm(HealthTables.load(), "CA2004-S16LA");

  @Test
  void aBundleGivesEachEntryItsFate() throws IOException {
    List<Fate> fates = fates(resource("was-not-brought.json"));
    assertThat(fates.stream().map(FhirFormTest::shown))
        .containsExactly(
            "NoEvent[RESOURCE_WITHOUT_EVENT]",
            "Send[CAM-MH-02]",
            "Send[ED-ATT-01]",
            "Send[ED-MH-01]");
    assertThat(FORM.read(Received.of("", resource("was-not-brought.json"))).stream())
        .extracting(item -> item.place().toString())
        .containsExactly("entry 1", "entry 2", "entry 3", "entry 3");
  }

  @Test
  void theMessageSaysWhoWhenAndInWhichCode() throws IOException {
    assertThat(message(fates(resource("was-not-brought.json")).get(1)))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "CAM-MH-02", "legalGateway": "CA2004-S16LA",
                 "sourceRecordId": "Appointment/https://fernshire.example/appointments|A-1",
                 "occurredAt": "2026-03-02T09:15:00Z", "assertion": "REPORTED",
                 "level": {"scale": "appointment", "sourceValue": "noshow"},
                 "subjects": [{"role": "HARMED", "personRef": "FN-77", "claims": {
                   "nhsNumber": "9990000018", "givenNames": "Tansy Fern", "familyName": "Quibblewort",
                   "alias": "Tan", "dateOfBirth": "2016-05-04", "sex": "female",
                   "address": {"line": "1 Thistle Row, Fernbridge", "postcode": "ZZ99 3AA"},
                   "sourceRefs": [{"system": "https://fernshire.example/patients", "id": "FN-77"}],
                   "note": "GP practice: Fern Surgery Y99999"}}]}
                """));
  }

  @Test
  void whatWasFoundAtAnEncounterIsOfItsIncident() throws IOException {
    JsonNode found = message(fates(resource("was-not-brought.json")).get(3));
    assertThat(found.path("sourceRecordId").asText()).isEqualTo("Encounter/E-9/276853009");
    assertThat(found.path("incidentRef").asText()).isEqualTo("Encounter/E-9");
    assertThat(found.path("narrative").asText()).isEqualTo("Self inflicted injury");
  }

  @Test
  void jsonAndXmlSayTheSame() throws IOException {
    String xml =
        """
        <Flag xmlns="http://hl7.org/fhir"><id value="F-1"/><status value="active"/>
          <code><coding><system value="https://fhir.nhs.uk/England/CodeSystem/England-FlagCategoryPatient"/>
            <code value="child-protection-information-system-flag"/></coding></code>
          <subject><identifier><system value="https://fhir.nhs.uk/Id/nhs-number"/><value value="9990000018"/></identifier></subject>
          <period><start value="2026-03-01"/></period></Flag>
        """;
    String json =
        """
        {"resourceType": "Flag", "id": "F-1", "status": "active", "code": {"coding": [{
          "system": "https://fhir.nhs.uk/England/CodeSystem/England-FlagCategoryPatient",
          "code": "child-protection-information-system-flag"}]},
         "subject": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}},
         "period": {"start": "2026-03-01"}}
        """;
    JsonNode echo = message(fates(json.getBytes(UTF_8)).getFirst());
    assertThat(echo).isEqualTo(message(fates(xml.getBytes(UTF_8)).getFirst()));
    assertThat(echo.path("type").asText()).isEqualTo("GP-COD-01");
    assertThat(echo.path("derivedFrom").asText()).isEqualTo("reported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"status\": \"noshow\", \"start\": \"2026-03-02\" | Send[HOS-WNB-02]",
        "\"status\": \"booked\", \"start\": \"2026-03-02\" | NoEvent[CODE_WITHOUT_EVENT]",
        "\"status\": \"fulfilled\", \"start\": \"2026-03-02\" | Send[HLT-ATT-01]",
        "\"status\": \"entered-in-error\", \"start\": \"2026-03-02\" | Send[ADM-COR-01]",
        "\"status\": \"noshow\" | Refused[SHAPE, TIME_MISSING]"
      })
  void theStateOfAnAppointmentDecides(String fields, String fate) {
    assertThat(
            one(
                "{\"resourceType\": \"Appointment\", \"id\": \"a\", "
                    + fields
                    + ", \"participant\": [{\"status\": \"accepted\", \"actor\": {\"reference\": \"Patient/9990000018\"}}]}"))
        .isEqualTo(fate);
  }

  @ParameterizedTest
  @CsvSource({
    "2008-03-02, NoEvent[ADULT]",
    "2008-03-03, Send[HLT-ATT-01]",
    "2016, Send[HLT-ATT-01]"
  })
  void whoHasComeOfAgeIsNotSent(String born, String fate) {
    assertThat(
            one(
                """
                {"resourceType": "Bundle", "type": "collection", "entry": [{"resource":
                 {"resourceType": "Encounter", "id": "e", "status": "finished", "class": {"code": "AMB"},
                  "contained": [{"resourceType": "Patient", "id": "p", "birthDate": "%s", "name": [{"text": "Tansy Q"}]}],
                  "subject": {"reference": "#p"}, "period": {"start": "2026-03-02T10:00:00Z"}}}]}
                """
                    .formatted(born)))
        .isEqualTo(fate);
  }

  @Test
  void whereARestrictedPatientIsIsNotTold() throws IOException {
    JsonNode sent =
        message(
            fates(
                    """
                    {"resourceType": "Condition", "id": "c", "recordedDate": "2026-03-02",
                     "contained": [{"resourceType": "Patient", "id": "p", "birthDate": "2016-05-04",
                       "meta": {"security": [{"code": "R"}]}, "name": [{"family": "Quibblewort"}],
                       "telecom": [{"system": "phone", "value": "01632 960001"}],
                       "address": [{"line": ["1 Thistle Row"], "postalCode": "ZZ99 3AA"}]}],
                     "code": {"coding": [{"system": "http://snomed.info/sct", "code": "836881000000105"}]},
                     "subject": {"reference": "#p"}}
                    """
                        .getBytes(UTF_8))
                .getFirst());
    assertThat(sent.path("handling").path("class").asText()).isEqualTo("H4");
    assertThat(sent.toString()).doesNotContain("Thistle").doesNotContain("960001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"resourceType\": \"Patient\", \"multipleBirthInteger\": 1E+999999999} | NUMBER_TOO_LARGE",
        "{\"resourceType\": \"Patient\", \"id\": \"a\", \"id\": \"b\"} | DUPLICATE_KEY",
        "{\"resourceType\": \"Patient\", \"tansy\": 1} | NOT_FHIR",
        "{\"resourceType\": \"Patient\", \"birthDate\": \"#(birthDate)\"} | NOT_FHIR",
        "{\"resourceType\": \"Patient\", | MALFORMED_JSON",
        "<Patient xmlns=`http://hl7.org/fhir`><id value=`a`/> | MALFORMED_XML",
        "<Patient xmlns=`http://example.org`/> | NOT_FHIR",
        "<!DOCTYPE p [<!ENTITY a `x`>]><Patient xmlns=`http://hl7.org/fhir`><id value=`&a;`/></Patient> | MALFORMED_XML",
        "<!DOCTYPE p SYSTEM `file:///etc/hostname`><Patient xmlns=`http://hl7.org/fhir`/> | MALFORMED_XML",
        "<Observation xmlns=`http://hl7.org/fhir`><valueQuantity><value value=`1E999999999`/></valueQuantity></Observation> | NUMBER_TOO_LARGE"
      })
  void hostileTextIsRefusedWithItsReason(String text, String reason) {
    assertThat(one(text.replace('`', '"'))).isEqualTo("Refused[SHAPE, " + reason + "]");
  }

  @Test
  void depthIsBounded() {
    String json = "{\"resourceType\": \"Patient\", \"extension\": ".repeat(1) + "[".repeat(5000);
    assertThat(one(json)).isEqualTo("Refused[SHAPE, TOO_DEEP_OR_LONG]");
    String xml = "<Patient xmlns=\"http://hl7.org/fhir\">" + "<extension>".repeat(5000);
    assertThat(one(xml)).isIn("Refused[SHAPE, TOO_DEEP_OR_LONG]", "Refused[SHAPE, MALFORMED_XML]");
  }

  @Test
  void aFloodOfValuesIsRefused() {
    assertThat(one("{\"resourceType\": \"Patient\", \"name\": [" + "{},".repeat(200_000) + "{}]}"))
        .isEqualTo("Refused[SHAPE, TOO_DEEP_OR_LONG]");
    assertThat(
            one(
                "<Patient xmlns=\"http://hl7.org/fhir\">"
                    + "<name/>".repeat(200_001)
                    + "</Patient>"))
        .isEqualTo("Refused[SHAPE, TOO_DEEP_OR_LONG]");
  }

  @Test
  void claimsThatAreTooLongKeepNoConcernOut() throws IOException {
    JsonNode claims =
        message(
                fates(
                        """
                        {"resourceType": "Flag", "id": "f", "status": "active", "period": {"start": "2026-03-02"},
                         "contained": [{"resourceType": "Patient", "id": "p", "name": [{"family": "%s"}],
                           "telecom": [{"system": "phone", "value": "%s"}]}],
                         "code": {"coding": [{"system": "http://snomed.info/sct", "code": "836881000000105"}]},
                         "subject": {"reference": "#p"}}
                        """
                            .formatted("q".repeat(300), "1".repeat(300))
                            .getBytes(UTF_8))
                    .getFirst())
            .at("/subjects/0/claims");
    assertThat(claims.path("familyName").asText()).hasSize(200);
    assertThat(claims.path("phone").asText()).hasSize(60);
  }

  @Test
  void billionLaughsStayUnread() {
    StringBuilder entities = new StringBuilder("<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    assertThat(
            one(
                "<!DOCTYPE p ["
                    + entities
                    + "]><Patient xmlns=\"http://hl7.org/fhir\"><id value=\"&a39;\"/></Patient>"))
        .isEqualTo("Refused[SHAPE, MALFORMED_XML]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[", "<", "\u0000", "MSH|", "{\"resourceType\": 7}"})
  void anyTextHasAFate(String text) {
    assertThat(fates(text.getBytes(UTF_8))).isNotEmpty();
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThat(fates(new byte[] {'{', (byte) 0xC3, '}'}).getFirst())
        .hasToString("Refused[SHAPE, NOT_UTF8]");
  }

  private static String one(String text) {
    return shown(fates(text.getBytes(UTF_8)).getFirst());
  }

  /** The fate in one word, with the event type that the fate itself keeps to itself. */
  static String shown(Fate fate) {
    return fate instanceof Fate.Send send ? "Send[" + send.eventType() + "]" : fate.toString();
  }

  static List<Fate> fates(byte[] bytes) {
    List<Fate> fates = new ArrayList<>();
    FORM.read(Received.of("", bytes)).forEach(item -> fates.add(item.fate()));
    return fates;
  }

  static JsonNode message(Fate fate) throws IOException {
    return JSON.readTree(((Fate.Send) fate).submission().body().reveal());
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = FhirFormTest.class.getResourceAsStream("/fhir/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
