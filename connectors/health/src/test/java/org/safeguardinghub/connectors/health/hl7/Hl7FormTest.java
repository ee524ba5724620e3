package org.safeguardinghub.connectors.health.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.health.table.HealthTables;

final class Hl7FormTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Hl7Form FORM = new Hl7Form(HealthTables.load(), "CA2004-S16LA");
  private static final String PID =
      "PID|1||9990000018^^^NHS~FN-77^^^FERN^MR||Quibblewort^Tansy^Fern^^^^L~Thistle^Tan||20160504|2|||1 Thistle Row^Fernbridge^^^ZZ99 3AA^GBR^H||01632 960001\r";

  @Test
  void anEmergencyIsTold() throws IOException {
    JsonNode sent = message(fates(adt("A04", "UNICODE", PID + pv1("E"))).getFirst());
    assertThat(sent)
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "ED-ATT-01", "sourceRecordId": "visit/V-1", "legalGateway": "CA2004-S16LA",
                 "occurredAt": "2026-03-02T22:40:00", "assertion": "REPORTED",
                 "level": {"scale": "patient class", "sourceValue": "E"},
                 "subjects": [{"role": "HARMED", "personRef": "FERN/FN-77", "claims": {
                   "nhsNumber": "9990000018", "givenNames": "Tansy Fern", "familyName": "Quibblewort",
                   "alias": "Tan Thistle", "dateOfBirth": "2016-05-04", "sex": "2",
                   "sourceRefs": [{"system": "FERN", "id": "FN-77"}], "phone": "01632 960001",
                   "address": {"line": "1 Thistle Row, Fernbridge", "postcode": "ZZ99 3AA"}}}]}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "A01, I, Send[HLT-ATT-01]",
    "A04, O, Send[HLT-ATT-01]",
    "A04, P, NoEvent[CODE_WITHOUT_EVENT]",
    "A04, '', NoEvent[CODE_WITHOUT_EVENT]",
    "A03, I, NoEvent[CODE_WITHOUT_EVENT]",
    "A08, E, NoEvent[CODE_WITHOUT_EVENT]",
    "A11, I, Send[ADM-COR-01]",
    "A28, N, NoEvent[CODE_WITHOUT_EVENT]",
    "A31, N, NoEvent[CODE_WITHOUT_EVENT]",
    "A40, N, NoEvent[CODE_WITHOUT_EVENT]",
    "A99, N, 'Refused[CATALOGUE, MESSAGE_UNSUPPORTED]'"
  })
  void triggerAndClassDecide(String trigger, String patientClass, String fate) {
    assertThat(shown(adt(trigger, "", PID + pv1(patientClass)))).containsExactly(fate);
  }

  @Test
  void aCancelledAdmissionWithdrawsWhatTheAdmissionTold() throws IOException {
    String told =
        message(fates(adt("A01", "", PID + pv1("I"))).getFirst()).path("sourceRecordId").asText();
    JsonNode cancelled = message(fates(adt("A11", "", PID + pv1("I"))).getFirst());
    assertThat(cancelled.path("supersedes").asText()).isEqualTo(told);
  }

  @Test
  void codedDiagnosesAreTheirOwnEvents() {
    String diagnosis =
        "DG1|1||276853009^Self inflicted injury^SCT\rDG1|2||N39.3^Other^ICD10\rDG1|3||59274003^x^ICD10\r";
    assertThat(shown(adt("A03", "", PID + pv1("E") + diagnosis)))
        .containsExactly("NoEvent[CODE_WITHOUT_EVENT]", "Send[ED-MH-01]");
  }

  @Test
  void aChildWhoWasNotBroughtIsTold() throws IOException {
    String schedule = "SCH|P-1|F-1|||||||||^^^20260302091500\r" + PID + "AIS|1||711^CAMHS\r";
    Fate fate = fates(head("SIU^S26", "", "P") + schedule).getFirst();
    assertThat(shown(head("SIU^S26", "", "P") + schedule)).containsExactly("Send[CAM-MH-02]");
    assertThat(message(fate).path("occurredAt").asText()).isEqualTo("2026-03-02T09:15:00");
    assertThat(message(fate).path("sourceRecordId").asText()).isEqualTo("appointment/F-1");
  }

  @Test
  void escapesAndEmptyValuesAreUnderstood() throws IOException {
    String pid = "PID|1||FN-1^^^FERN||O\\S\\Thistle^Tan\\T\\sy||\"\"|\"\"\r";
    JsonNode claims =
        message(fates(adt("A04", "", pid + pv1("O"))).getFirst()).at("/subjects/0/claims");
    assertThat(claims.path("familyName").asText()).isEqualTo("O^Thistle");
    assertThat(claims.path("givenNames").asText()).isEqualTo("Tan&sy");
    assertThat(claims.has("dateOfBirth")).isFalse();
    assertThat(claims.has("sex")).isFalse();
  }

  @Test
  void separatorsAreThoseOfTheMessage() throws IOException {
    String other =
        adt("A04", "", PID + pv1("E"))
            .replace("^~\\&", "@~\\&")
            .replace('^', '@')
            .replace('|', '!');
    assertThat(message(fates(other).getFirst()))
        .isEqualTo(message(fates(adt("A04", "", PID + pv1("E"))).getFirst()));
  }

  @Test
  void lineEndsAndAMarkMakeNoDifference() throws IOException {
    String text = adt("A04", "", PID + pv1("E"));
    JsonNode expected = message(fates(text).getFirst());
    assertThat(message(fates("\uFEFF" + text.replace("\r", "\r\n")).getFirst()))
        .isEqualTo(expected);
    assertThat(message(fates(text.replace('\r', '\n')).getFirst())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"8859/1, ISO-8859-1", "UNICODE UTF-8, UTF-8", "8859/15, ISO-8859-15", "'', UTF-8"})
  void charactersAreThoseOfTheDeclaredSet(String declared, String charset) throws Exception {
    String text = adt("A04", declared, PID.replace("Tansy", "Zoë") + pv1("E"));
    assertThat(
            message(read(text.getBytes(Charset.forName(charset))).getFirst())
                .at("/subjects/0/claims/givenNames")
                .asText())
        .isEqualTo("Zoë Fern");
  }

  @Test
  void charactersThatAreNotOfTheSetAreRefused() {
    byte[] latin =
        adt("A04", "UNICODE", PID.replace("Tansy", "Zoë") + pv1("E")).getBytes(ISO_8859_1);
    assertThat(read(latin).getFirst()).hasToString("Refused[SHAPE, WRONG_CHARACTERS]");
    byte[] ascii = adt("A04", "ASCII", PID.replace("Tansy", "Zoë") + pv1("E")).getBytes(UTF_8);
    assertThat(read(ascii).getFirst()).hasToString("Refused[SHAPE, WRONG_CHARACTERS]");
    assertThat(shown(adt("A04", "BIG-5", PID))).containsExactly("Refused[SHAPE, CHARSET_UNKNOWN]");
  }

  @Test
  void testAndTrainingMessagesAreNotTaken() {
    assertThat(shown(head("ADT^A04", "", "T") + PID + pv1("E")))
        .containsExactly("Refused[SHAPE, NOT_PRODUCTION]");
  }

  @Test
  void severalMessagesOfAFileHaveTheirFates() {
    String one = adt("A04", "", PID + pv1("E"));
    String two = adt("A28", "", PID);
    assertThat(FORM.recognises(Received.of("", "FHS|^~\\&|x\r".getBytes(UTF_8)))).isTrue();
    assertThat(shown("FHS|^~\\&|x\rBHS|^~\\&|x\r" + one + two + "BTS|2\r"))
        .containsExactly("Send[ED-ATT-01]", "NoEvent[CODE_WITHOUT_EVENT]");
  }

  @Test
  void theXmlEncodingSaysTheSame() throws IOException {
    String xml =
        """
        <ADT_A01 xmlns="urn:hl7-org:v2xml"><MSH><MSH.1>|</MSH.1><MSH.2>^~\\&amp;</MSH.2>
          <MSH.7><TS.1>202603022242</TS.1></MSH.7><MSH.9><MSG.1>ADT</MSG.1><MSG.2>A04</MSG.2></MSH.9>
          <MSH.10>C-1</MSH.10><MSH.11><PT.1>P</PT.1></MSH.11><MSH.12><VID.1>2.4</VID.1></MSH.12></MSH>
          <ADT_A01.PATIENT><PID><PID.3><CX.1>9990000018</CX.1><CX.4><HD.1>NHS</HD.1></CX.4></PID.3>
          <PID.5><XPN.1><FN.1>Quibble|wort</FN.1></XPN.1><XPN.2>Zo\u00eb</XPN.2></PID.5></PID>
          <PV1><PV1.2>E</PV1.2><PV1.19><CX.1>V-1</CX.1></PV1.19></PV1></ADT_A01.PATIENT></ADT_A01>
        """;
    assertThat(FORM.recognises(Received.of("", xml.getBytes(UTF_8)))).isTrue();
    String usual =
        "MSH|^~\\&|||||202603022242||ADT^A04|C-1|P|2.4||||||UNICODE UTF-8\r"
            + "PID|||9990000018^^^NHS||Quibble\\F\\wort^Zo\u00eb\rPV1||E|||||||||||||||||V-1\r";
    assertThat(message(fates(xml).getFirst())).isEqualTo(message(fates(usual).getFirst()));
    assertThat(shown(xml)).containsExactly("Send[ED-ATT-01]");
    assertThat(shown("<ADT_A01 xmlns=\"urn:hl7-org:v2xml\"><MSH>"))
        .containsExactly("Refused[SHAPE, NOT_HL7]");
  }

  @Test
  void impossibleDaysAreKeptAsText() throws IOException {
    JsonNode claims =
        message(fates(adt("A04", "", PID.replace("20160504", "20161504") + pv1("E"))).getFirst())
            .at("/subjects/0/claims");
    assertThat(claims.has("dateOfBirth")).isFalse();
    assertThat(claims.path("dateOfBirthText").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MSH",
        "MSH|",
        "MSH|^~\\&",
        "MSH|||||||||||",
        "MSHX^~\\&|a",
        "PID|1",
        "MSH|^~\\&|\r\r\r",
        "MSH|^~\\&|a|b|c|d|e||ADT^A04|1|P|2.4\rPID\rPV1|",
        "MSH|^~\\&|a|b|c|d|e||ADT^A04|1|P|9.9\r\u0001|x\r"
      })
  void anyTextHasAFate(String text) {
    assertThat(fates(text)).isNotEmpty();
  }

  @Test
  void aFloodOfSeparatorsIsRefused() {
    assertThat(shown(adt("A04", "", "PID|" + "~".repeat(60_000))))
        .containsExactly("Refused[SHAPE, TOO_DEEP_OR_LONG]");
    assertThat(shown(adt("A04", "", "NTE|1\r".repeat(3_000))))
        .containsExactly("Refused[SHAPE, TOO_DEEP_OR_LONG]");
  }

  private static String pv1(String patientClass) {
    return "PV1|1|" + patientClass + "|||||||||||||||||V-1" + "|".repeat(25) + "202603022240\r";
  }

  static String adt(String trigger, String charset, String segments) {
    return head("ADT^" + trigger, charset, "P") + "EVN||202603022241\r" + segments;
  }

  private static String head(String event, String charset, String processing) {
    return "MSH|^~\\&|PAS|FERN|HUB|HUB|202603022242||%s|C-1|%s|2.4||||||%s\r"
        .formatted(event, processing, charset);
  }

  private static List<String> shown(String text) {
    return fates(text).stream()
        .map(f -> f instanceof Fate.Send send ? "Send[" + send.eventType() + "]" : f.toString())
        .toList();
  }

  private static List<Fate> fates(String text) {
    return read(text.getBytes(UTF_8));
  }

  private static List<Fate> read(byte[] bytes) {
    List<Fate> fates = new ArrayList<>();
    FORM.read(Received.of("", bytes)).forEach(item -> fates.add(item.fate()));
    return fates;
  }

  private static JsonNode message(Fate fate) throws IOException {
    return JSON.readTree(((Fate.Send) fate).submission().body().reveal());
  }
}
