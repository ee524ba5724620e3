package org.safeguardinghub.connectors.form.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.message.Step;

class MappingFormTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final String HEAD =
      """
      id: t
      version: 1
      effectiveFrom: 2026-01-01
      title: Test
      families: [HSG]
      legalGateway: CA2004-S10
      stableIds: true
      otherwise: {reason: NONE, why: nothing}
      """;
  private static final String CSV =
      HEAD
          + """
          csv: {columns: [No, Opened, Kind], separator: ';', encoding: windows-1252}
          people:
            - ref: Child
              claims: {givenNames: Name, dateOfBirth: Born}
          events:
            - event: case
              when: [{at: State, isNot: [void]}]
              recordId: [No]
              occurredAt: {at: Opened, formats: [dd/MM/yyyy HH:mm, dd/MM/yyyy]}
              becomesBy: {code: {part: '^([A-Z])', of: Kind}, table: kinds}
              levelBy: {code: Grade, scale: grade, levels: {red: 3, green: 1}}
              narrative: [Notes, More]
              references: {householdRef: Home}
              attributes:
                - {attribute: childImpact, from: Impact, codes: {Y: true, N: false}}
          tables:
            - table: kinds
              title: Kind
              codes:
                - {code: D, title: Damp, becomes: HSG-DIS-01, why: x}
                - {code: R, title: Repair, becomes: no event, why: ordinary}
          """;
  private static final String COLUMNS =
      "NO;Opened;Kind;Child;Name;Born;Grade;Notes;More;Home;Impact;State\n";

  @Test
  void aRefusedRecordIsKnownAgainByWhatItSaysAndNamesItsField() {
    String wrong = "7;31/02/2026;Damp;c1;;;;;;;;\n";
    String good = "8;02/03/2026;Damp;c1;;;;;;;;\n";
    List<Item> once =
        form(CSV).read(Received.of("", (COLUMNS + wrong).getBytes(UTF_8))).stream().toList();
    List<Item> later =
        form(CSV).read(Received.of("", (COLUMNS + good + wrong).getBytes(UTF_8))).stream().toList();
    assertThat(once.getFirst().fate())
        .isInstanceOfSatisfying(
            Fate.Refused.class, refused -> assertThat(refused.field()).isEqualTo("column Opened"));
    assertThat(later.getFirst().mark()).isEmpty();
    assertThat(later.get(1).mark().orElseThrow().reveal())
        .isEqualTo(once.getFirst().mark().orElseThrow().reveal());
  }

  @Test
  void aCodeOfAnAttributeThatIsNotKnownIsToldAndTheEventTaken() throws IOException {
    String row = "7;02/03/2026;Damp;c1;;;;;;;Perhaps;\n";
    Fate.Send send = (Fate.Send) fate(CSV, row);
    assertThat(message(send).path("attributes")).isEmpty();
    assertThat(send.leftOut())
        .singleElement()
        .asString()
        .contains("'childImpact' in column Impact; it knows Y, N", "taken without it")
        .doesNotContain("Perhaps", "PERHAPS");
    assertThat(((Fate.Send) fate(CSV, row.replace("Perhaps", "y"))).leftOut()).isEmpty();
    assertThat(((Fate.Send) fate(CSV, row.replace("Perhaps", ""))).leftOut()).isEmpty();
  }

  @Test
  void aRecordWithoutARequiredPlaceIsRefusedWithThatPlace() {
    String strict =
        CSV.replace("dateOfBirth: Born", "dateOfBirth: {at: Born, required: true}")
            .replace("from: Impact,", "from: Impact, required: true,");
    String row = "7;02/03/2026;Damp;c1;Zoe;04/05/2016;;;;;y;\n";
    assertThat(fate(strict, row)).isInstanceOf(Fate.Send.class);
    assertThat(fate(strict, row.replace("04/05/2016", "")))
        .isEqualTo(
            new Fate.Refused(
                "7",
                Step.SHAPE,
                "REQUIRED_MISSING",
                "fill in column Born: a record without it is not taken",
                "column Born"));
    assertThat(fate(strict, row.replace("y;", ";")))
        .isInstanceOfSatisfying(
            Fate.Refused.class, refused -> assertThat(refused.field()).isEqualTo("column Impact"));
    assertThat(fate(strict, row.replace("y;", "maybe;")))
        .isInstanceOfSatisfying(
            Fate.Refused.class,
            refused -> {
              assertThat(refused.reasonCode()).isEqualTo("UNKNOWN_CODE");
              assertThat(refused.field()).isEqualTo("column Impact");
            });
  }

  private static Fate fate(String mapping, String row) {
    return form(mapping).read(Received.of("", (COLUMNS + row).getBytes(UTF_8))).stream()
        .findFirst()
        .orElseThrow()
        .fate();
  }

  @Test
  void mapsARow() throws IOException {
    String row = "7;02/03/2026 09:30;Damp;c1;Zo\u00eb;04/05/2016;Red;mould;black;h1;y;\n";
    byte[] file = (COLUMNS + row).getBytes(Charset.forName("windows-1252"));
    List<Item> items = form(CSV).read(Received.of("", file)).stream().toList();
    assertThat(items).hasToString("[Item[place=row 2, fate=Send]]");
    Fate.Send send = (Fate.Send) items.getFirst().fate();
    assertThat(send.submission().stableRecord()).isTrue();
    assertThat(message(send))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"type": "HSG-DIS-01", "sourceRecordId": "7", "legalGateway": "CA2004-S10",
                     "occurredAt": "2026-03-02T09:30", "level": {"sourceValue": "Red", "proposed": 3, "scale": "grade"},
                     "attributes": {"childImpact": true}, "householdRef": "h1", "narrative": "Damp. mould. black",
                     "subjects": [{"role": "HARMED", "personRef": "c1",
                       "claims": {"givenNames": "Zo\u00eb", "dateOfBirth": "2016-05-04"}}]}
                    """));
  }

  @Test
  void saysWhyARowIsNone() {
    assertThat(
            fates(
                CSV,
                COLUMNS
                    + "1;02/03/2026;Repair;c;;;;;;;;\n"
                    + "2;02/03/2026;Damp;c;;;;;;;;VOID\n"
                    + "3;31/02/2026;Damp;c;;;;;;;;\n"
                    + "4;;Damp;c;;;;;;;;\n"
                    + ";02/03/2026;Damp;c;;;;;;;;\n"
                    + "6;02/03/2026;X;c;;;;;;;;\n"
                    + "7;02/03/2026;;c;;;;;;;;\n"
                    + "8;02/03/2026;Damp;c;;;amber;;;;;\n"
                    + "9;02/03/2026\n"
                    + "10;02/03/2026;Damp;c;;;;;;;;\n"
                    + "10;02/03/2026;Damp;c;;;;;;;;\n"
                    + "10;03/03/2026;Damp;c;;;;;;;;"))
        .containsExactly(
            "row 2 NoEvent[CODE_WITHOUT_EVENT]",
            "row 3 NoEvent[NONE]",
            "row 4 Refused[SHAPE, IMPOSSIBLE_DATE]",
            "row 5 Refused[SHAPE, DATE_MISSING]",
            "row 6 Refused[SHAPE, NO_ID]",
            "row 7 Refused[CATALOGUE, UNKNOWN_CODE]",
            "row 8 Refused[SHAPE, CODE_MISSING]",
            "row 9 Refused[CATALOGUE, UNKNOWN_LEVEL]",
            "row 10 Refused[SHAPE, CELL_COUNT]",
            "row 11 Send",
            "row 12 Repeated[row 11]",
            "row 13 Refused[DUPLICATE, RECORD_ID_TWICE]");
    assertThat(fates(CSV, "No;Opened\n1;2\n"))
        .containsExactly("row 1 Refused[SHAPE, COLUMN_MISSING]");
    assertThat(fates(CSV, "")).containsExactly("row 1 Refused[SHAPE, EMPTY_FILE]");
  }

  @Test
  void namesTheColumnAndHowADayIsWritten() {
    byte[] rows =
        (COLUMNS + "3;31/02/2026;Damp;c;;;;;;;;\n;02/03/2026;Damp;c;;;;;;;;\n4;;Damp;c;;;;;;;;\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(
            form(CSV).read(Received.of("", rows)).stream()
                .map(item -> ((Fate.Refused) item.fate()).whatToDo()))
        .containsExactly(
            "column Opened: write when it happened as a day that exists, as 02/03/2026 14:30 or 02/03/2026",
            "this record lacks what its id is made of: fill in column No",
            "say when it happened: fill in column Opened with a day that exists, as 02/03/2026 14:30 or 02/03/2026");
  }

  @Test
  void namesWhereACodeStandsAndWhichAreKnown() {
    assertThat(advice(CSV, COLUMNS + "1;02/03/2026;X;c;;;;;;;;\n2;02/03/2026;D;c;;;blue;;;;;\n"))
        .containsExactly(
            "the mapping knows no such code of 'Kind' in column Kind; it knows D, R:"
                + " correct it, or have it added after review",
            "the mapping knows no such code of 'grade' in column Grade; it knows RED, GREEN:"
                + " correct it, or have it added after review");
    StringBuilder many = new StringBuilder(CSV);
    for (char code = 'E'; code <= 'Q'; code++) {
      many.append("      - {code: " + code + ", becomes: no event, why: x}\n");
    }
    assertThat(advice(many.toString(), COLUMNS + "1;02/03/2026;X;c;;;;;;;;\n"))
        .singleElement()
        .asString()
        .contains("it knows D, R, E, F, G, H, I, J, K, L and 5 more:")
        .doesNotContain("X");
  }

  @Test
  void namesTheSeparatorAndTheColumnsThatAreMissing() {
    assertThat(advice(CSV, COLUMNS + "9;02/03/2026\n"))
        .containsExactly(
            "this row has 2 cells and the header 12: put cells that hold a semicolon into double quotes");
    assertThat(advice(CSV, "No;Quibblewort\n1;2\n"))
        .containsExactly("add to the first row the columns Opened, Kind");
    assertThat(advice(CSV, "No,Opened,Kind,Child\n1,2,3,4\n"))
        .containsExactly(
            "add to the first row the columns No, Opened, Kind; it has one cell only, so the file may have another"
                + " separator than was agreed, which is a semicolon");
    assertThat(advice(CSV.replace("Kind],", "Kind], without: [Foo],"), "No;Opened;Kind;foo\n1\n"))
        .containsExactly(
            "the first row has the columns Foo, which this list does not have: send the list that was agreed");
  }

  @Test
  void namesTheWayOnWhichThereIsNoRecord() {
    assertThat(advice(JSON, "{\"org\":\"h\"}"))
        .containsExactly(
            "there is no record in this file, looked for at 'list': nothing was taken");
    assertThat(advice(XML.replace("unwrap: Body, ", ""), "<Env/>"))
        .containsExactly(
            "there is no record in this file, looked for at 'Cases/Case': nothing was taken");
  }

  private static List<String> advice(String mapping, String file) {
    return form(mapping).read(json(file)).stream()
        .map(item -> ((Fate.Refused) item.fate()).whatToDo())
        .toList();
  }

  private static final String JSON =
      HEAD
          + """
          json: {keys: [org], anyOf: [list, other], where: [{at: org, is: [H]}], records: list}
          people:
            - ref: person/id
              claims: {fullName: person/name}
          events:
            - event: case
              each: cases
              when:
                - {at: open, is: ['true']}
                - {at: rooms, atLeast: 2}
                - {at: closed, present: false}
              recordId: [../id, n]
              occurredAt: day
              becomes: HSG-OVC-01
              level: 3
              narrative: {all: words, with: ' / '}
            - event: move
              when: [{at: moved, present: true}]
              recordId: [id, {text: moved}]
              occurredAt: {at: moved, approximate: true}
              becomes: HSG-MOV-01
              people:
                - role: SIBLING
                  each: others
                  ref: id
          """;

  @Test
  void mapsAListInsideOfARecordWithWhatItStandsIn() throws IOException {
    String file =
        """
        {"org": "h", "list": [
          {"id": 5, "person": {"id": "p5", "name": "Tansy Quibblewort"}, "moved": "2026-01-09", "others": [{"id": "o1"}],
           "cases": [{"n": 1, "open": true, "rooms": 2, "day": "2026-03-02T00:00:00", "words": ["a", "b"]},
                     {"n": 2, "open": false, "rooms": 2, "day": "2026-03-03"},
                     {"n": 3, "open": true, "rooms": 1.5, "day": "2026-03-03"},
                     {"n": 4, "open": true, "rooms": 2, "day": "2026-03-03", "closed": "2026-03-04"}]},
          {"id": 6},
          {"cases": [{"n": 5, "open": true, "rooms": 2, "day": "2026-03-03"}]}]}
        """;
    MappingForm form = form(JSON);
    Received received = Received.of("", file.getBytes(UTF_8));
    assertThat(form.recognises(received)).isTrue();
    List<Item> items = form.read(received).stream().toList();
    assertThat(items.stream().map(item -> item.place() + " " + item.fate()))
        .containsExactly(
            "entry 1, case 1 Send",
            "entry 1, move Send",
            "entry 2 NoEvent[NONE]",
            "entry 3, case 1 Refused[SHAPE, NO_ID]");
    JsonNode first = message(items.getFirst().fate());
    assertThat(first.path("sourceRecordId").asText()).isEqualTo("5/1");
    assertThat(first.path("occurredAt").asText()).isEqualTo("2026-03-02");
    assertThat(first.at("/level/proposed").asInt()).isEqualTo(3);
    assertThat(first.path("narrative").asText()).isEqualTo("a / b");
    assertThat(first.at("/subjects/0/claims/fullName").asText()).isEqualTo("Tansy Quibblewort");
    JsonNode second = message(items.get(1).fate());
    assertThat(second.path("occurredPrecision").asText()).isEqualTo("APPROXIMATE");
    assertThat(second.at("/subjects/0").toString())
        .isEqualTo("{\"role\":\"SIBLING\",\"personRef\":\"o1\",\"claims\":{}}");
  }

  @Test
  void recognisesJsonByKeysAndValues() {
    assertThat(form(JSON).recognises(json("{\"org\":\"x\",\"list\":[]}"))).isFalse();
    assertThat(form(JSON).recognises(json("{\"org\":\"h\"}"))).isFalse();
    assertThat(form(JSON).recognises(json("{\"org\":\"h\",\"org\":\"h\",\"list\":[]}"))).isFalse();
    assertThat(form(JSON).recognises(json("org,list\n"))).isFalse();
    assertThat(fates(JSON, "{\"org\":\"h\",\"list\":[]}"))
        .containsExactly("file 1 Refused[SHAPE, NO_RECORDS]");
    assertThat(fates(JSON, "{")).containsExactly("file 1 Refused[SHAPE, MALFORMED_JSON]");
  }

  private static final String XML =
      HEAD
          + """
          xml: {root: Env, unwrap: Body, records: Cases/Case}
          people:
            - ref: '@who'
          events:
            - event: case
              when: [{youngerThan: 18, born: Born, on: On}]
              recordId: ['@id']
              occurredAt: On
              becomes: HSG-HML-01
          """;

  @Test
  void readsXmlThatStandsInsideOfXml() {
    String inner =
        "<Cases><Case id='1' who='a'><Born>2010-05-04</Born><On>2026-03-02</On></Case>"
            + "<Case id='2' who='b'><Born>2008-03-02</Born><On>2026-03-02</On></Case>"
            + "<Case id='3'>";
    String file = "<Env><Body>" + inner.replace("<", "&lt;") + "</Body></Env>";
    assertThat(fates(XML, file))
        .containsExactly(
            "entry 1 Send", "entry 2 NoEvent[NONE]", "file 1 Refused[SHAPE, MALFORMED_XML]");
    assertThat(fates(XML, "<Env/>")).containsExactly("file 1 Refused[SHAPE, NO_RECORDS]");
    assertThat(form(XML).recognises(json("<Env/>"))).isTrue();
    assertThat(form(XML).recognises(json("<Other/>"))).isFalse();
  }

  @Test
  void neverRepeatsContentInAFate() {
    String marker = "Quibblewort";
    String row = marker + ";" + marker + ";Damp;" + marker + ";;;;;;;;\n";
    for (String file : List.of(COLUMNS + row, COLUMNS + row.replace("Damp", marker), marker)) {
      for (Item item : form(CSV).read(json(file))) {
        assertThat(item.toString()).doesNotContain(marker);
        if (item.fate() instanceof Fate.Refused refused) {
          assertThat(refused.whatToDo()).doesNotContain(marker);
        }
      }
    }
  }

  private static Received json(String text) {
    return Received.of("", text.getBytes(UTF_8));
  }

  private static List<String> fates(String mapping, String file) {
    return form(mapping).read(json(file)).stream()
        .map(item -> item.place() + " " + item.fate())
        .toList();
  }

  private static JsonNode message(Fate fate) throws IOException {
    return new ObjectMapper().readTree(((Fate.Send) fate).submission().body().reveal());
  }

  private static MappingForm form(String yaml) {
    return MappingReader.shipped("t.yaml", yaml, CATALOGUE);
  }
}
