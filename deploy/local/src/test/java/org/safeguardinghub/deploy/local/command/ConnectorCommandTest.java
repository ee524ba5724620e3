package org.safeguardinghub.deploy.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorCommandTest {
  private static final String MAPPING =
      """
      id: quay
      version: 1
      effectiveFrom: 2026-01-01
      title: Quay Housing, cases
      families: [HSG]
      legalGateway: CA2004-S10
      csv: {columns: [No, Opened, Kind]}
      people: [{ref: Child, claims: {familyName: Name}}]
      events:
        - event: case
          recordId: No
          occurredAt: Opened
          becomesBy: {code: Kind, table: kinds}
      otherwise: {reason: NONE, why: nothing}
      tables:
        - table: kinds
          title: Kind of case
          codes:
            - {code: DAMP, becomes: HSG-DIS-01, level: 3, why: a hazard}
            - {code: REPAIR, becomes: no event, why: ordinary}
      """;
  private static final String HEADINGS = "No,Opened,Kind,Child,Name\n";

  @TempDir Path folder;

  @Test
  void checkTellsWhatEachRecordBecomesAndWhyNot() throws IOException {
    Typed typed =
        check(
            MAPPING,
            HEADINGS
                + "1,02/03/2025,DAMP,c1,Quibblewort\n2,02/03/2025,REPAIR,c1,\n"
                + "3,02/03/2125,DAMP,c1,\n4,02/03/2025,FIRE,c1,\n");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out())
        .contains(
            "mapping.yaml is sound: Quay Housing, cases",
            "HSG-DIS-01 on 2025-03-02, level 3, persons: 1 (reference familyName), with words (record 1)",
            "no event CODE_WITHOUT_EVENT: ordinary",
            "REFUSED  TIME IN_FUTURE at /occurredAt",
            "REFUSED  FORM UNKNOWN_CODE: the mapping knows no such code of 'Kind of case'",
            "1 events, 1 records without an event, 2 refused")
        .doesNotContain("Quibblewort");
  }

  @Test
  void checkTellsOfEachRecordWhatIsLeftOutOfIt() throws IOException {
    String coded =
        MAPPING.replace(
            "otherwise:",
            "    attributes: [{attribute: childImpact, from: Name, codes: {Y: true}}]\notherwise:");
    Typed typed =
        check(coded, HEADINGS + "1,02/03/2025,DAMP,c1,Quibblewort\n2,02/03/2025,DAMP,c1,Y\n");
    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains(
            "(record 1); LEFT OUT: the mapping knows no such code of 'childImpact' in column Name; it knows Y",
            "2 events, 0 records without an event, 0 refused")
        .doesNotContain("Quibblewort", "(record 2);");
  }

  @Test
  void checkShowsWhereNothingIsSaidOfWhomItIs() throws IOException {
    String misspelt = MAPPING.replace("ref: Child", "ref: Chld").replace(": Name}", ": Nme}");
    assertThat(check(misspelt, HEADINGS + "1,02/03/2025,DAMP,c1,x\n").out())
        .contains("persons: 1 (NOTHING SAID OF WHO IT IS), with words (record 1)");
    assertThat(Typed.hub("connector", "check", folder.resolve("none.yaml").toString()).err())
        .contains("there is no file");
  }

  @Test
  void checkNamesColumnsThatTheSampleLacks() throws IOException {
    Typed typed =
        check(
            MAPPING.replace(": Name}", ": Nme}"), HEADINGS + "1,02/03/2025,DAMP,c1,Quibblewort\n");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out())
        .contains(
            "columns that the first row does not have: Nme (people/claims/familyName at line 8)")
        .doesNotContain("Quibblewort");
  }

  @Test
  void checkWarnsOfPlacesThatNoRecordHas() throws IOException {
    String json =
        MAPPING
            .replace("csv: {columns: [No, Opened, Kind]}", "json: {keys: [list], records: list}")
            .replace(": Name}", ": name/lst}");
    Typed typed =
        check(
            json,
            """
            {"list": [{"No": 1, "Opened": "2025-03-02", "Kind": "DAMP", "Child": "c", "name": {"last": "Quibblewort"}},
                      {"No": 2, "Opened": "2025-03-02", "Kind": "DAMP", "Child": "c"}]}
            """);
    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .contains("none of the 2 records has: name/lst (people/claims/familyName at line 8)")
        .doesNotContain("Quibblewort");
  }

  @Test
  void checkOfASoundSampleEndsWithZero() throws IOException {
    assertThat(check(MAPPING, HEADINGS + "1,02/03/2025,DAMP,c1,x\n").code()).isZero();
  }

  @Test
  void checkNamesEveryFaultOfTheMapping() throws IOException {
    Typed typed = check(MAPPING.replace("[HSG]", "[HGS]").replace("level: 3", "level: 9"), "");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out())
        .contains("mapping.yaml:5", "mapping.yaml:19", "nothing is read with this mapping");
  }

  @Test
  void checkSaysThatASampleIsAnother() throws IOException {
    Typed typed = check(MAPPING, "a,b\n1,2\n");
    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out()).contains("not recognised", "COLUMN_MISSING");
  }

  @Test
  void conformGivesEveryFileEventsOrAReason() throws IOException {
    Files.createDirectories(folder.resolve("files/deep"));
    Files.writeString(
        folder.resolve("files/deep/missing.csv"),
        "CHILD,DOB,MISSING,MIS_START,MIS_END\n7,05/05/2012,M,01/01/2025,\n");
    Files.writeString(folder.resolve("files/LICENCE.txt"), "Licence: do as you like\n");
    Files.writeString(folder.resolve("files/broken.json"), "{");
    Typed table = Typed.hub("connector", "conform", folder.resolve("files").toString());
    assertThat(table.code()).isZero();
    assertThat(table.out())
        .contains(
            "deep/missing.csv",
            "ssda903-missing",
            "events: HOM-MIS-01",
            "NO_FORM: a licence",
            "refused: SHAPE MALFORMED_JSON",
            "3 files, 1 read by a form: 1 events, 1 without an event, 0 repeated, 1 refused; 0 files without a fate");
    Typed json = Typed.hub("connector", "conform", "--json", folder.resolve("files").toString());
    JsonNode report = new ObjectMapper().readTree(json.out());
    assertThat(report.path("files")).hasSize(3);
    assertThat(report.at("/totals/HOM-MIS-01").asInt()).isEqualTo(1);
    assertThat(report.path("withoutFate").asInt()).isZero();
  }

  @Test
  void conformAsksAConnectorEveryCaseAndTellsWhatFails() throws IOException {
    HttpServer yes =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    yes.createContext("/", ConnectorCommandTest::saysYes);
    yes.start();
    try {
      Path token = Files.writeString(folder.resolve("token"), "t\n");
      String url = "http://127.0.0.1:" + yes.getAddress().getPort();
      Typed table = Typed.hub("connector", "conform", url, "--token", token.toString());
      assertThat(table.code()).isEqualTo(1);
      assertThat(table.out())
          .contains(
              "ok     a sound concern is taken",
              "FAILED malformed JSON",
              "400 SHAPE, but was 201",
              "FAILED a wrong token",
              "FAILED deep nesting",
              " cases, ")
          .doesNotContain("Quibblewort");
      Typed json = Typed.hub("connector", "conform", url, "--token", token.toString(), "--json");
      assertThat(new ObjectMapper().readTree(json.out()).path("failed").asInt()).isPositive();
      assertThat(Typed.hub("connector", "conform", url).err()).contains("--token FILE");
      assertThat(
              Typed.hub("connector", "conform", "http://192.0.2.1", "--token", token.toString())
                  .err())
          .contains("by https only");
      yes.stop(0);
      assertThat(Typed.hub("connector", "conform", url, "--token", token.toString()).err())
          .contains("no answer from " + url);
    } finally {
      yes.stop(0);
    }
  }

  /** A connector that takes whatever it is given. */
  private static void saysYes(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] answer = "{\"receiptId\": \"r-1\"}".getBytes(UTF_8);
    exchange.sendResponseHeaders(201, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private Typed check(String mapping, String sample) throws IOException {
    Path file = Files.writeString(folder.resolve("mapping.yaml"), mapping);
    Path records = Files.writeString(folder.resolve("sample.csv"), sample);
    return Typed.hub("connector", "check", file.toString(), records.toString());
  }
}
