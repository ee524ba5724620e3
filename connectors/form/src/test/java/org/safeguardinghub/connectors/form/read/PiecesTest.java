package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.form.Content;

/** Read in pieces, wherever they end, a text says the same as read whole. */
class PiecesTest {
  private static final CsvText.Dialect OPEN = new CsvText.Dialect(';', true);

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theRowsAreTheSame(long seed) {
    Random random = new Random(seed);
    byte[] text = text(random, 1 + random.nextInt(60));
    for (CsvText.Dialect dialect : List.of(CsvText.Dialect.STRICT, OPEN)) {
      List<String> whole = shown(WholeText.of(text, dialect));
      for (int piece : new int[] {1, 2, 3, 7, 64, text.length + 1}) {
        assertThat(shown(CsvText.of(new InPieces(text, piece), dialect)))
            .as("seed %d, pieces of %d", seed, piece)
            .isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theRowOfAWrongCharacterIsTheSame(long seed) {
    Random random = new Random(seed);
    byte[] text = text(random, 20);
    text[random.nextInt(text.length)] = (byte) 0xFF;
    assertThat(CsvText.wrongEncoding(new InPieces(text, 1 + random.nextInt(9))))
        .as("seed %d", seed)
        .isEqualTo(WholeText.wrongEncoding(text));
  }

  /** Around the size of the window, and around the longest row. */
  @ParameterizedTest
  @ValueSource(ints = {65_533, 65_536, 131_071, 119_999, 120_000, 120_001, 120_002, 300_000})
  void aRowMayEndAnywhereInTheWindow(int length) {
    for (int shift = 0; shift < 4; shift++) {
      for (String end : List.of("\n", "\r\n", "\r", "\"\r\n", "")) {
        byte[] text =
            ("a,b\n".repeat(shift) + "x".repeat(length - shift) + end + "c,\"d\r\n\"\r\n")
                .getBytes(UTF_8);
        assertThat(shown(CsvText.of(new InPieces(text, 50_000), CsvText.Dialect.STRICT)))
            .as("%d bytes, shift %d", length, shift)
            .isEqualTo(shown(WholeText.of(text, CsvText.Dialect.STRICT)));
      }
    }
  }

  @Test
  void aTextThatIsOneOpenQuoteTakesNoMoreMemoryThanARow() {
    byte[] text = ("a\n\"" + "x".repeat(5_000_000)).getBytes(UTF_8);
    assertThat(shown(CsvText.of(new InPieces(text, 10_000), CsvText.Dialect.STRICT)))
        .containsExactly("1[a]", "unclosed 2");
  }

  @Test
  void anotherEncodingIsTheSame() {
    String letters = "Zoë;£3 – “quoted”\r\n".repeat(3000);
    byte[] text = letters.getBytes(Charset.forName("windows-1252"));
    Recoded recoded = new Recoded(new InPieces(text, 1000), Charset.forName("windows-1252"));
    assertThat(new String(recoded.bytes(), UTF_8)).isEqualTo(letters);
    assertThat(shown(CsvText.of(recoded, OPEN)))
        .isEqualTo(shown(WholeText.of(letters.getBytes(UTF_8), OPEN)));
  }

  /** Gives so many bytes at a time, as a slow disk may. */
  private static final class InPieces implements Content {
    private final byte[] text;
    private final int piece;

    private InPieces(byte[] text, int piece) {
      this.text = text;
      this.piece = piece;
    }

    @Override
    public long size() {
      return text.length;
    }

    @Override
    public InputStream stream() {
      return new ByteArrayInputStream(text) {
        @Override
        public int read(byte[] into, int from, int length) {
          return super.read(into, from, Math.min(length, piece));
        }
      };
    }
  }

  private static byte[] text(Random random, int parts) {
    List<String> alphabet =
        List.of(
            "a",
            "b,c",
            ",",
            ";",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\r",
            "Zoë",
            "€",
            "😀",
            " ",
            "\"x\"",
            "\"in\ntwo\"",
            "\",\"",
            "word");
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    IntStream.range(0, parts)
        .forEach(_ -> text.append(alphabet.get(random.nextInt(alphabet.size()))));
    byte[] bytes = text.toString().getBytes(UTF_8);
    // Some break off, even inside a character.
    return Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(3, bytes.length)));
  }

  private static List<String> shown(Iterator<CsvPiece> pieces) {
    List<String> rows = new ArrayList<>();
    pieces.forEachRemaining(
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
