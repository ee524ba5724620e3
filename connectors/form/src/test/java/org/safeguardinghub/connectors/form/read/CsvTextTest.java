package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.connectors.form.Content;

class CsvTextTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain", "a,b\nc,d\n", List.of("1[a, b]", "2[c, d]")),
        Arguments.of("Windows line ends", "a,b\r\nc,d\r\n", List.of("1[a, b]", "2[c, d]")),
        Arguments.of("old Mac line ends", "a\rb\r", List.of("1[a]", "2[b]")),
        Arguments.of("byte order mark", "\uFEFFa\nb\n", List.of("1[a]", "2[b]")),
        Arguments.of(
            "line end inside quotes", "\"a\nb\",c\nd,e\n", List.of("1[a\nb, c]", "2[d, e]")),
        Arguments.of("doubled quotes", "\"a\"\"b\",\"\"\nc,d\n", List.of("1[a\"b, ]", "2[c, d]")),
        Arguments.of(
            "quote inside a plain cell", "5'2\",b\nc,d\n", List.of("1[5'2\", b]", "2[c, d]")),
        Arguments.of(
            "two quotes inside a plain cell", "x\"\",b\nc,d\n", List.of("1[x\"\", b]", "2[c, d]")),
        Arguments.of("empty rows", "a\n\nb\n", List.of("1[a]", "2[]", "3[b]")),
        Arguments.of("accents", "Zoë,Łucja\n", List.of("1[Zoë, Łucja]")),
        Arguments.of(
            "text after a quoted cell", "\"a\"x,b\nc,d\n", List.of("malformed 1", "2[c, d]")),
        Arguments.of("no line end", "a\nb", List.of("1[a]", "unterminated 2")),
        Arguments.of("unclosed quote", "a\n\"b\nc,d\ne\n", List.of("1[a]", "unclosed 2")),
        Arguments.of("nothing", "", List.of()),
        Arguments.of(
            "too long",
            "x".repeat(CsvText.LONGEST_ROW + 1) + "\nb\n",
            List.of("too long 1", "2[b]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void cutsIntoRows(String what, String text, List<String> expected) {
    assertThat(cut(text.getBytes(UTF_8))).as(what).isEqualTo(expected);
  }

  @Test
  void breakingOffAnywhereNeverInventsARow() {
    byte[] whole = "a,\"b\r\n\"\"x\"\"\"\r\nZoë,d\r\ne,f\r\n".getBytes(UTF_8);
    List<String> all = cut(whole);
    for (int end = 0; end < whole.length; end++) {
      byte[] part = Arrays.copyOf(whole, end);
      List<String> rows = cut(part).stream().filter(row -> row.endsWith("]")).toList();
      assertThat(rows).as("broken off after %d bytes", end).isEqualTo(all.subList(0, rows.size()));
      assertThat(CsvText.wrongEncoding(Content.of(part))).isEmpty();
    }
  }

  @Test
  void namesTheRowOfWrongEncoding() {
    assertThat(CsvText.wrongEncoding(Content.of("a\n\"b\nc\",x\nZoë,d\n".getBytes(ISO_8859_1))))
        .hasValue(3);
    assertThat(CsvText.wrongEncoding(Content.of("\"Zo\në\"\n".getBytes(ISO_8859_1)))).hasValue(1);
    assertThat(CsvText.wrongEncoding(Content.of("\uFEFFa,b\n".getBytes(UTF_16LE)))).hasValue(1);
    assertThat(CsvText.wrongEncoding(Content.of("Zoë\n".getBytes(UTF_8)))).isEmpty();
  }

  private static List<String> cut(byte[] bytes) {
    List<String> rows = new ArrayList<>();
    CsvText.of(Content.of(bytes))
        .forEachRemaining(
            piece ->
                rows.add(
                    switch (piece) {
                      case CsvPiece.Cells(int row, var values) -> row + values.reveal().toString();
                      case CsvPiece.Malformed(int row) -> "malformed " + row;
                      case CsvPiece.TooLong(int row) -> "too long " + row;
                      case CsvPiece.Unterminated(int row) -> "unterminated " + row;
                      case CsvPiece.UnclosedQuote(int row) -> "unclosed " + row;
                    }));
    return rows;
  }
}
