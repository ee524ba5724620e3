package org.safeguardinghub.kernel.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrictJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1,}              | MALFORMED_JSON",
        "{\"a\": \"Quibblewort}   | MALFORMED_JSON",
        "{\"a\": 1                | MALFORMED_JSON",
        "{} {}                    | MALFORMED_JSON",
        "{\"a\": 1, \"a\": 2}     | DUPLICATE_KEY",
        "[]                       | NOT_AN_OBJECT",
        "{\"a\": NaN}             | MALFORMED_JSON",
        "{\"a\": 123456789012345678901} | TOO_DEEP_OR_LONG",
        "{'a': 1}                 | MALFORMED_JSON"
      })
  void refusesWithoutRepeatingTheText(String text, String reason) {
    Refusal refusal = refusal(text.strip().getBytes(UTF_8));
    assertThat(refusal.reasonCode()).isEqualTo(reason);
    assertThat(refusal.step()).isEqualTo(Step.SHAPE);
    assertThat(refusal.toString()).doesNotContain("Quibblewort");
  }

  @Test
  void emptyTextIsRefused() {
    assertThat(refusal(new byte[0]).reasonCode()).isEqualTo("NOT_AN_OBJECT");
  }

  @Test
  void tenThousandLevelsAreRefusedAtTheThirtyThird() {
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertThat(refusal(deep.getBytes(UTF_8)).reasonCode()).isEqualTo("TOO_DEEP_OR_LONG");
    String allowed = "{\"a\":".repeat(32) + "1" + "}".repeat(32);
    assertThat(StrictJson.read(allowed.getBytes(UTF_8)))
        .isInstanceOf(StrictJson.Reading.Read.class);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThat(refusal("{\"a\": \"Zoë\"}".getBytes(ISO_8859_1)).reasonCode()).isEqualTo("NOT_UTF8");
  }

  @Test
  void moreThanTheLimitIsRefused() {
    byte[] large = ("{\"a\": \"" + "x".repeat(StrictJson.MAX_BYTES) + "\"}").getBytes(UTF_8);
    assertThat(refusal(large).reasonCode()).isEqualTo("TOO_LARGE");
  }

  @Test
  void byteOrderMarkIsPassedOver() {
    assertThat(StrictJson.read("\uFEFF{}".getBytes(UTF_8)))
        .isInstanceOf(StrictJson.Reading.Read.class);
  }

  private static Refusal refusal(byte[] text) {
    return switch (StrictJson.read(text)) {
      case StrictJson.Reading.Unreadable(Refusal refusal) -> refusal;
      case StrictJson.Reading.Read _ -> throw new AssertionError("it was read");
    };
  }
}
