package org.safeguardinghub.connectors.police.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.conform.Conformance;
import org.safeguardinghub.connectors.form.conform.FileReport;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.police.app.PoliceConnector;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.xml.sax.SAXException;

/** The form of the police, in both of its writings. */
class PoliceReportsTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  private static final Form FORM = PoliceForms.forms(CATALOGUE).getFirst();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String XML_HEAD =
      "<policeReports xmlns='urn:safeguarding-hub:police-reports:1'><report>";

  @Test
  void theSamplesAreOfTheirSchemas() throws IOException, SAXException {
    JsonSchema json = jsonSchema();
    assertThat(json.validate(JSON.readTree(file("reports.json")))).isEmpty();
    Schema xml = xmlSchema();
    assertThatCode(
            () ->
                xml.newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(file("reports.xml")))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "kind", "child"})
  void theSchemasTakeNoReportWithoutItsParts(String part) throws IOException, SAXException {
    ObjectNode root = (ObjectNode) JSON.readTree(file("reports.json"));
    ((ObjectNode) root.path("report").path(0)).remove(part);
    assertThat(jsonSchema().validate(root)).isNotEmpty();
    String xml =
        new String(file("reports.xml"), UTF_8)
            .replaceFirst("(?s)<%s>.*?</%s>".formatted(part, part), "")
            .replaceFirst(part.equals("child") ? "(?s)<child>.*?</child>" : "^$", "");
    Schema schema = xmlSchema();
    assertThatThrownBy(
            () ->
                schema
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(UTF_8)))))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void jsonAndXmlBecomeTheSame() {
    List<String> json = told(file("reports.json"));
    assertThat(json)
        .containsExactly(
            "PPN-1 POL-DA-02 2026-03-07T23:10:00",
            "PPN-1/N-4412/school POL-ENC-01 2026-03-09T07:55:00",
            "PPN-2 POL-PPN-02 2026-03-08T10:00:00",
            "PPN-3 POL-NEG-01 2026-03-08T11:00:00",
            "PPN-4 NoEvent[CODE_WITHOUT_EVENT]",
            "PPN-5/cancelled ADM-COR-01 2026-03-08T12:00:00",
            "MIS-1 POL-MIS-01 2026-03-10T18:00:00",
            "MIS-1/returned POL-MIS-03 2026-03-11T02:30:00Z",
            "RET-2 POL-MIS-02 2026-03-12T06:00:00",
            "ENC-1 POL-ENC-01 2026-03-09T08:05:00",
            " NoEvent[NO_REPORT_YET]");
    assertThat(told(file("reports.xml"))).isEqualTo(json);
    assertThat(messages(file("reports.xml"))).isEqualTo(messages(file("reports.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reports.json", "reports.xml"})
  void theIntakesChecksTakeThem(String name) {
    FileReport report =
        new Conformance(CATALOGUE, new PoliceForms().offers(CATALOGUE), NOW)
            .report(Received.of(name, file(name)));
    assertThat(report.form()).isEqualTo("police-reports");
    assertThat(report.refused()).isEmpty();
    assertThat(report.events())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "POL-DA-02",
                1,
                "POL-ENC-01",
                2,
                "POL-PPN-02",
                1,
                "POL-NEG-01",
                1,
                "ADM-COR-01",
                1,
                "POL-MIS-01",
                1,
                "POL-MIS-02",
                1,
                "POL-MIS-03",
                1));
  }

  @Test
  void keepsTheWordsTheGradeAndWhatBelongsTogether() throws IOException {
    JsonNode abuse = messages(file("reports.json")).getFirst();
    assertThat(abuse)
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "POL-DA-02", "sourceRecordId": "PPN-1", "legalGateway": "POLICE-COMMON-LAW",
                 "occurredAt": "2026-03-07T23:10:00", "level": {"sourceValue": "MEDIUM"},
                 "attributes": {"strangulation": true, "weapon": false}, "incidentRef": "LOG-77", "householdRef": "H-9",
                 "narrative": "Domestic abuse, medium. Father shouted; both children upstairs & awake.",
                 "subjects": [
                  {"role": "HARMED", "personRef": "N-4411", "claims": {"givenNames": "Tansy", "familyName": "Fernwick",
                    "dateOfBirth": "2017-03-11", "school": "Tumbledown Primary"}},
                  {"role": "HARMED", "personRef": "N-4412", "claims": {"givenNames": "Rowan", "familyName": "Fernwick",
                    "dateOfBirth": "2014-11-30", "school": "Quillmarsh Academy"}}]}
                """));
    JsonNode notice = messages(file("reports.json")).get(1);
    assertThat(notice.path("subjects")).hasSize(1);
    assertThat(notice.path("derivedFrom").asText()).isEqualTo("PPN-1");
    assertThat(notice.has("narrative")).isFalse();
  }

  @Test
  void aReportThatGrowsKeepsWhatItSaid() {
    String without = report("MISSING", "'grade': 'LOW', 'since': '2026-03-10T18:00:00'");
    String with =
        report(
            "MISSING",
            "'grade': 'LOW', 'since': '2026-03-10T18:00:00', 'outcome': 'RETURNED',"
                + " 'returned': '2026-03-10T23:00:00'");
    assertThat(messages(with.getBytes(UTF_8)))
        .hasSize(2)
        .startsWith(messages(without.getBytes(UTF_8)).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "PROTECTION, DOMESTIC_ABUSE, STANDARD, POL-DA-01",
    "PROTECTION, DOMESTIC_ABUSE, , POL-DA-01",
    "PROTECTION, DOMESTIC_ABUSE, HIGH, POL-DA-03",
    "PROTECTION, DOMESTIC_ABUSE, PURPLE, 'Refused[CATALOGUE, UNKNOWN_CODE]'",
    "PROTECTION, CONCERN_FOR_CHILD, BLUE, NoEvent[CODE_WITHOUT_EVENT]",
    "PROTECTION, PARENT_MENTAL_HEALTH, GREEN, POL-PPN-01",
    "PROTECTION, PARENT_CONFLICT, red, POL-PPN-03",
    "PROTECTION, CONCERN_FOR_CHILD, , 'Refused[SHAPE, CODE_MISSING]'",
    "PROTECTION, HONOUR_BASED_ABUSE, GREEN, POL-HBA-01",
    "PROTECTION, POLICE_PROTECTION, , POL-PRO-01",
    "PROTECTION, NOISE, GREEN, 'Refused[CATALOGUE, UNKNOWN_CODE]'",
    "MISSING, , LOW, 'Refused[SHAPE, DATE_MISSING]'",
    "PARADE, , , NoEvent[NO_REPORT_YET]",
  })
  void becomesWhatItsTableSays(String kind, String category, String grade, String becomes) {
    String rest =
        "'attended': '2026-03-07T23:10:00'"
            + (category == null ? "" : ", 'category': '" + category + "'")
            + (grade == null ? "" : ", 'grade': '" + grade + "'");
    assertThat(told(report(kind, rest).getBytes(UTF_8)).getFirst())
        .contains(becomes.replace("'", ""));
  }

  static Stream<Arguments> attacks() {
    String child = "<child>";
    return Stream.of(
        Arguments.of(
            "entity expansion",
            "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]>" + XML_HEAD + "&y;"),
        Arguments.of(
            "a file of the hub's",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + XML_HEAD + "&x;"),
        Arguments.of("depth of XML", XML_HEAD + child.repeat(5_000)),
        Arguments.of("half of XML", XML_HEAD + "<id>1</id>"),
        Arguments.of(
            "depth of JSON", "{\"form\":\"police-reports/1\",\"report\":" + "[".repeat(5_000)),
        Arguments.of("a key twice", "{\"form\":\"police-reports/1\",\"report\":[],\"report\":[]}"),
        Arguments.of("no report", "{\"form\":\"police-reports/1\",\"report\":[]}"),
        Arguments.of("another root", "<reports/>"),
        Arguments.of("nothing", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedWithItsReason(String what, String text) {
    List<Item> items = FORM.read(Received.of("", text.getBytes(UTF_8))).stream().toList();
    assertThat(items).as(what).hasSize(1);
    assertThat(items.getFirst().fate()).isInstanceOf(Fate.Refused.class);
  }

  @Test
  void theReadmeShowsTheMappingAsItIs() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    PoliceForms.mappings(CATALOGUE).forEach(form -> assertThat(readme).contains(form.markdown()));
    assertThat(readme).contains(PoliceConnector.class.getName());
  }

  private static String report(String kind, String rest) {
    return """
        {"form": "police-reports/1", "report": [{"id": "r1", "kind": "%s", %s,
          "child": [{"ref": "c1", "givenNames": "Tansy"}]}]}
        """
        .formatted(kind, rest.replace('\'', '"'));
  }

  /** Record id, and the event with its time or why there is none. */
  private static List<String> told(byte[] bytes) {
    return FORM.read(Received.of("", bytes)).stream()
        .map(Item::fate)
        .map(fate -> fate.recordId() + " " + (fate instanceof Fate.Send send ? said(send) : fate))
        .toList();
  }

  private static String said(Fate.Send send) {
    return send.eventType() + " " + message(send).path("occurredAt").asText();
  }

  private static List<JsonNode> messages(byte[] bytes) {
    return FORM.read(Received.of("", bytes)).stream()
        .map(Item::fate)
        .filter(Fate.Send.class::isInstance)
        .map(Fate.Send.class::cast)
        .map(PoliceReportsTest::message)
        .toList();
  }

  private static JsonNode message(Fate.Send send) {
    return Messages.tree(new String(send.submission().body().reveal(), UTF_8));
  }

  private static JsonSchema jsonSchema() throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(JSON.readTree(file("police-reports.schema.json")));
  }

  private static Schema xmlSchema() throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory.newSchema(
        new StreamSource(new ByteArrayInputStream(file("police-reports.xsd"))));
  }

  private static byte[] file(String name) {
    try (InputStream in = PoliceForms.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
