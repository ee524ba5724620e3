package org.safeguardinghub.deploy.local.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds that are cut, doubled or have a byte exchanged keep every parser to its rules. */
final class ParserFuzzTest {
  private static final int PLACES = 40;
  private static final byte[] BYTES = {0, '"', '<', '\n', '\\', (byte) 0xFF};

  static List<String> names() {
    return Seeds.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void noBytesMakeAParserThrowOrSayTwoThings(String name) {
    ParserRules rules = ParserRules.named(name);
    for (String seed : Seeds.of(name)) {
      byte[] whole = seed.getBytes(StandardCharsets.UTF_8);
      assertThatCode(() -> rules.check(whole)).as("seed of " + name).doesNotThrowAnyException();
      for (int i = 0; i < PLACES; i++) {
        int at = whole.length * i / PLACES;
        byte[] changed = whole.clone();
        changed[at] = BYTES[i % BYTES.length];
        assertThatCode(
                () -> {
                  rules.check(Arrays.copyOf(whole, at));
                  rules.check(changed);
                })
            .as("a seed of %s, at %d", name, at)
            .doesNotThrowAnyException();
      }
    }
  }
}
