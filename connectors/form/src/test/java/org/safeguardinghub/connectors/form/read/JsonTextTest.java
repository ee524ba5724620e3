package org.safeguardinghub.connectors.form.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("{\"a\":1.5e3}", "read"),
        Arguments.of("\uFEFF[1,2]", "read"),
        Arguments.of("{\"a\":1,\"a\":2}", "DUPLICATE_KEY"),
        Arguments.of("{\"a\":1E+999999999}", "NUMBER_TOO_LARGE"),
        Arguments.of("{\"a\":1e-21}", "NUMBER_TOO_LARGE"),
        Arguments.of("{\"a\":1e0000020}", "read"),
        Arguments.of("[".repeat(65) + "]".repeat(65), "TOO_DEEP_OR_LONG"),
        Arguments.of("[" + "9".repeat(101) + "]", "TOO_DEEP_OR_LONG"),
        Arguments.of("[{}" + ",{}".repeat(JsonText.MAX_VALUES) + "]", "TOO_MANY_VALUES"),
        Arguments.of("[\"" + "x".repeat(JsonText.MAX_TEXT + 1) + "\"]", "TOO_DEEP_OR_LONG"),
        Arguments.of("{\"a\":", "MALFORMED_JSON"),
        Arguments.of("{} {}", "NOT_ONE_VALUE"),
        Arguments.of("", "NOT_ONE_VALUE"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsOrSaysWhy(String text, String expected) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(
            switch (JsonText.read(bytes)) {
              case JsonText.Outcome.Read _ -> "read";
              case JsonText.Outcome.Refused(Unreadable fault) -> fault.reasonCode();
            })
        .isEqualTo(expected);
    assertThat(JsonText.check(bytes).map(Unreadable::reasonCode).orElse("read"))
        .isEqualTo(expected);
  }

  @Test
  void refusesAnotherEncoding() {
    assertThat(JsonText.check("[\"Zoë\"]".getBytes(ISO_8859_1)).map(Unreadable::reasonCode))
        .hasValue("NOT_UTF8");
  }

  @Test
  void saysNothingOfTheText() {
    String marker = "Quibblewort";
    for (String text : new String[] {"{\"a\":\"" + marker, "{\"" + marker + "\":1}", marker}) {
      assertThat(JsonText.read(text.getBytes(UTF_8)).toString()).doesNotContain(marker);
    }
  }
}
