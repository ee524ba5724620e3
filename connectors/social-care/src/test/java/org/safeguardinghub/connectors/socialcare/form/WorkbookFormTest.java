package org.safeguardinghub.connectors.socialcare.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

class WorkbookFormTest {
  private static final WorkbookForm FORM =
      new WorkbookForm(SocialCareForms.mappings(EventCatalogue.load()));
  private static final String PLANS =
      row("s:Child  unique id", "s:Gender", "s:Date of Birth", "s:Child Protection Plan Start Date")
          + row("s:7", "s:b) Female", "n:41029", "n:45689");

  @Test
  void readsListsByTheirHeadingsAndDaysByTheirNumbers() throws IOException {
    byte[] file = workbook(PLANS + row("s:#N/A", "s:", "s:", "n:45690"), row("s:Colour"), "");
    assertThat(FORM.recognises(Received.of("", file))).isTrue();
    List<Item> items = FORM.read(Received.of("", file)).stream().toList();
    assertThat(items.stream().map(item -> item.place() + " " + item.fate()))
        .containsExactly(
            "sheet 1, row 2, protection plan Send",
            "sheet 1, row 3, protection plan Refused[SHAPE, NO_ID]",
            "sheet 2 Refused[SHAPE, UNKNOWN_SHEET]",
            "sheet 3 NoEvent[EMPTY_SHEET]");
    Fate.Send send = (Fate.Send) items.getFirst().fate();
    JsonNode message = new ObjectMapper().readTree(send.submission().body().reveal());
    assertThat(message.path("sourceRecordId").asText()).isEqualTo("7/2025-02-01/protection plan");
    assertThat(message.path("occurredAt").asText()).isEqualTo("2025-02-01");
    assertThat(message.at("/subjects/0/claims").toString())
        .isEqualTo("{\"dateOfBirth\":\"2012-04-30\",\"sex\":\"Female\"}");
  }

  @Test
  void aNumberThatIsNoDayStaysAsWords() throws IOException {
    byte[] file = workbook(PLANS.replace("41029", "17.5"));
    Fate.Send send = (Fate.Send) FORM.read(Received.of("", file)).iterator().next().fate();
    JsonNode message = new ObjectMapper().readTree(send.submission().body().reveal());
    assertThat(message.at("/subjects/0/claims/dateOfBirthText").asText()).isEqualTo("17.5");
  }

  @Test
  void opensNoArchiveThatUnfoldsToMoreThanItMay() throws IOException {
    byte[] bomb = archive("xl/media/big.bin", new byte[Archive.LARGEST + 1]);
    assertThat(bomb.length).isLessThan(200_000);
    assertRefused(bomb, "TOO_LARGE");
  }

  @Test
  void opensNoCellOutsideOfEverySheet() throws IOException {
    assertRefused(
        workbook("<row r=\"1\"><c r=\"ZZZZZZ1\" t=\"str\"><v>x</v></c></row>"), "CELL_OUTSIDE");
    assertRefused(workbook("<row r=\"999999999\"><c r='A1'/></row>"), "CELL_OUTSIDE");
  }

  @Test
  void readsNoDocumentTypeAndNoBrokenArchive() throws IOException {
    assertRefused(
        archive("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>".getBytes(UTF_8)),
        "DOCUMENT_TYPE");
    assertRefused(archive("xl/workbook.xml", "<a>".repeat(3000).getBytes(UTF_8)), "MALFORMED_XML");
    byte[] whole = workbook(PLANS);
    assertRefused(java.util.Arrays.copyOf(whole, whole.length / 2), "NOT_A_WORKBOOK");
  }

  @Test
  void leavesOtherArchivesAlone() throws IOException {
    assertThat(FORM.recognises(Received.of("", "a,b\n".getBytes(UTF_8)))).isFalse();
    assertThat(FORM.recognises(Received.of("", workbook(row("s:Colour"))))).isFalse();
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThat(FORM.recognises(Received.of("", file))).isTrue();
    assertThat(FORM.read(Received.of("", file)).stream().map(item -> item.fate().toString()))
        .containsExactly("Refused[SHAPE, " + reason + "]");
  }

  /** Cells that begin with s: are texts, with n: numbers. */
  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"@\">");
    for (int i = 0; i < cells.length; i++) {
      String type = cells[i].startsWith("s:") ? " t=\"str\"" : "";
      row.append("<c r=\"%c@\"%s><v>%s</v></c>".formatted('A' + i, type, cells[i].substring(2)));
    }
    return row.append("</row>").toString();
  }

  private static byte[] workbook(String... sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      StringBuilder list = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      for (int i = 1; i <= sheets.length; i++) {
        list.append("<sheet name=\"List %d\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(i, i, i));
        relations.append(
            ("<Relationship Id=\"r%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                    + " Target=\"worksheets/sheet%d.xml\"/>")
                .formatted(i, i));
        put(
            zip,
            "xl/worksheets/sheet" + i + ".xml",
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + numbered(sheets[i - 1])
                + "</sheetData></worksheet>");
      }
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
              + list
              + "</sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + relations
              + "</Relationships>");
    }
    return bytes.toByteArray();
  }

  private static String numbered(String rows) {
    String text = rows;
    for (int i = 1; text.contains("@"); i++) {
      int end = text.indexOf("</row>", text.indexOf('@'));
      text = text.substring(0, end).replace("@", Integer.toString(i)) + text.substring(end);
    }
    return text;
  }

  private static byte[] archive(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}
