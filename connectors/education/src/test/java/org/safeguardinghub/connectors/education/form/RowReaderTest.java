package org.safeguardinghub.connectors.education.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

class RowReaderTest {
  private static final SchoolCsv FORM = new SchoolCsv(EventCatalogue.load(), "CA2004-S16LA");
  private static final String LOG =
      "recordId,date,time,pupilId,upn,forenames,surname,dob,type,level,narrative\n";
  private static final String MARKS = "date,session,pupilId,upn,forenames,surname,dob,code\n";
  private static final String ROW =
      "r1,2026-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-NEG-01,2,hungry\n";

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("", "1:Refused[SHAPE, EMPTY_FILE]"),
        Arguments.of(LOG, "1:Refused[SHAPE, NO_ROWS]"),
        Arguments.of("a,b\n1,2\n", "1:Refused[SHAPE, UNKNOWN_HEADER]"),
        Arguments.of(ROW, "1:Refused[SHAPE, UNKNOWN_HEADER]"),
        Arguments.of(LOG.replace(",", ";") + ROW, "1:Refused[SHAPE, UNKNOWN_HEADER]"),
        Arguments.of("postcode," + LOG + ROW, "1:Refused[SHAPE, UNKNOWN_COLUMN]"),
        Arguments.of("upn," + LOG + ROW, "1:Refused[SHAPE, COLUMN_TWICE]"),
        Arguments.of(LOG.replace(",upn", "") + ROW, "1:Refused[SHAPE, COLUMN_MISSING]"),
        Arguments.of(LOG.strip(), "1:Refused[SHAPE, LINE_UNTERMINATED]"),
        Arguments.of(LOG + ROW, "2:Send"),
        Arguments.of(LOG + ROW + "\n,,,\n", "2:Send 3:NoEvent[EMPTY_ROW] 4:NoEvent[EMPTY_ROW]"),
        Arguments.of(LOG + "r0,a,b\n" + ROW, "2:Refused[SHAPE, CELL_COUNT] 3:Send"),
        Arguments.of(LOG + ROW + ROW, "2:Send 3:Repeated[row 2]"),
        Arguments.of(
            LOG + ROW + ROW.replace("hungry", "tired"),
            "2:Send 3:Refused[DUPLICATE, RECORD_ID_TWICE]"),
        Arguments.of(
            LOG + ROW + "r2,2026-03-02,09:0", "2:Send 3:Refused[SHAPE, LINE_UNTERMINATED]"),
        Arguments.of(LOG + ROW + "r2,\"2026\n" + ROW, "2:Send 3:Refused[SHAPE, QUOTE_UNCLOSED]"),
        Arguments.of(LOG + "\"r0\"x,a\n" + ROW, "2:Refused[SHAPE, QUOTES] 3:Send"),
        Arguments.of(MARKS + "2026-03-02,am,p1,,,,,N\n", "2:Send"),
        Arguments.of(MARKS + "2026-03-02,AM,p1,,,,,I\n", "2:NoEvent[CODE_WITHOUT_EVENT]"),
        Arguments.of(MARKS + "2026-03-02,AM,p1,,,,,H\n", "2:Refused[CATALOGUE, UNKNOWN_CODE]"),
        Arguments.of(MARKS + "2026-03-02,EVE,p1,,,,,N\n", "2:Refused[SHAPE, UNKNOWN_SESSION]"),
        Arguments.of(MARKS + "2026-03-02,AM,,,,,,N\n", "2:Refused[SHAPE, CELL_MISSING]"),
        Arguments.of(
            MARKS + "2026-03-02,AM,p1,,,,,N\n2026-03-02,PM,p1,,,,,N\n02/03/2026,AM,p1,,,,,I\n",
            "2:Send 3:Send 4:Refused[DUPLICATE, RECORD_ID_TWICE]"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesEveryRowItsFate(String file, String expected) {
    assertThat(read(file).stream().map(row -> row.place().number() + ":" + row.fate()))
        .containsExactlyElementsOf(Stream.of(expected.split(" (?=\\d+:)")).toList());
  }

  @Test
  void refusesAFileInAnotherEncodingWithTheRow() {
    List<Item> rows = read((LOG + ROW + ROW.replace("Tansy", "Zoë")).getBytes(ISO_8859_1));
    assertThat(rows.toString()).isEqualTo("[Item[place=row 3, fate=Refused[SHAPE, NOT_UTF8]]]");
  }

  @Test
  void aFileThatBreaksOffInsideACharacterKeepsItsWholeRows() {
    byte[] whole = (LOG + ROW + "Zoë").getBytes(UTF_8);
    List<Item> rows = read(java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(rows).extracting(row -> row.place().number()).containsExactly(2, 3);
    assertThat(rows.getLast().fate()).hasToString("Refused[SHAPE, LINE_UNTERMINATED]");
  }

  @Test
  void mapsAConcern() throws IOException {
    JsonNode message =
        message(
            "narrative,attributes,level,type,dob,surname,forenames,upn,pupilId,time,date,RECORDID,householdRef\n"
                + "\"said \"\"no\"\"\",nonMobile = yes; explanation=fell; x=1,3,EDU-PHY-01,4/5/2016,Quibblewort,Tansy,"
                + "A123,p1,9:05,2/3/2026,r1,h1\n");
    assertThat(message)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"type": "EDU-PHY-01", "sourceRecordId": "r1", "legalGateway": "CA2004-S16LA",
                     "subjects": [{"role": "HARMED", "personRef": "p1", "claims": {"givenNames": "Tansy",
                       "familyName": "Quibblewort", "dateOfBirth": "2016-05-04", "upn": "A123"}}],
                     "occurredAt": "2026-03-02T09:05", "householdRef": "h1", "narrative": "said \\"no\\"",
                     "level": {"proposed": 3}, "attributes": {"nonMobile": true, "explanation": "fell", "x": "1"}}
                    """));
  }

  @Test
  void mapsAMark() throws IOException {
    JsonNode message = message(MARKS + "2026-03-02,PM,p1,,Tansy,Quibblewort,2016-05-04,\\\n");
    assertThat(message.path("type").asText()).isEqualTo("EDU-ATT-01");
    assertThat(message.path("sourceRecordId").asText()).isEqualTo("2026-03-02/PM/p1");
    assertThat(message.path("occurredAt").asText()).isEqualTo("2026-03-02T12:00");
    assertThat(message.path("occurredPrecision").asText()).isEqualTo("APPROXIMATE");
    assertThat(message.has("level")).isFalse();
  }

  @Test
  void saysNothingOfTheCellsInRefusalsAndTexts() {
    String marker = "Quibblewort";
    List<String> files =
        List.of(
            ROW,
            marker + "," + LOG + ROW,
            LOG + marker + ",b\n",
            LOG + ROW.replace("r1", marker) + ROW.replace("r1", marker).replace("hungry", "x"),
            MARKS + "2026-03-02," + marker + ",p1,,,,,N\n",
            MARKS + "2026-03-02,AM,p1,,,,," + marker + "\n");
    for (String file : files) {
      for (Item row : read(file)) {
        assertThat(row.toString()).doesNotContain(marker);
        if (row.fate() instanceof Fate.Refused refused) {
          assertThat(refused.whatToDo() + refused.reasonCode()).doesNotContain(marker);
        }
      }
    }
  }

  private static JsonNode message(String file) throws IOException {
    Fate fate = read(file).getFirst().fate();
    return new ObjectMapper().readTree(((Fate.Send) fate).submission().body().reveal());
  }

  private static List<Item> read(String file) {
    return read(file.getBytes(UTF_8));
  }

  private static List<Item> read(byte[] file) {
    List<Item> rows = new ArrayList<>();
    FORM.read(Received.of("", file)).forEach(rows::add);
    return rows;
  }
}
