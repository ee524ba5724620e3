package org.safeguardinghub.connectors.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LineReaderTest {
  @Test
  void cutsAtLineEndsAndKeepsTheLastWithoutOne() throws IOException {
    assertThat(lines("a\n\nbc\nd", 10)).containsExactly("a", "", "bc", "d");
    assertThat(lines("a\n", 10)).containsExactly("a");
    assertThat(lines("", 10)).isEmpty();
  }

  @Test
  void lineThatIsTooLongIsCutOneByteBeyondTheLimit() throws IOException {
    assertThat(lines("x".repeat(50_000) + "\nnext", 10)).containsExactly("x".repeat(11), "next");
  }

  @Test
  void keyIsQuotedOrBare() {
    assertThat(IdempotencyKey.parse("\"a-1\"").value()).hasValue("a-1");
    assertThat(IdempotencyKey.parse("a-1").value()).hasValue("a-1");
    assertThat(IdempotencyKey.parse(null)).isEqualTo(new IdempotencyKey.Absent());
    assertThat(IdempotencyKey.parse("\"\"")).isEqualTo(new IdempotencyKey.Unusable());
    assertThat(IdempotencyKey.parse("a b")).isEqualTo(new IdempotencyKey.Unusable());
    assertThat(IdempotencyKey.parse("x".repeat(129))).isEqualTo(new IdempotencyKey.Unusable());
  }

  private static List<String> lines(String text, int longest) throws IOException {
    LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), longest);
    List<String> lines = new ArrayList<>();
    Optional<byte[]> line = reader.next();
    while (line.isPresent()) {
      lines.add(new String(line.get(), UTF_8));
      line = reader.next();
    }
    return lines;
  }
}
