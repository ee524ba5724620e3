package org.safeguardinghub.kernel.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.kernel.identifiers.Parsed.Reason;

final class UpnTest {
  @ParameterizedTest
  @CsvSource({
    "B801200005001,false",
    "P207000016049,false",
    "D99940012600A,true",
    "b801 2000-05001,false"
  })
  void publishedNumbersAreValid(String sent, boolean temporary) {
    assertThat(Upn.parse(sent).valid())
        .hasValueSatisfying(upn -> assertThat(upn.temporary()).isEqualTo(temporary));
  }

  /** A support page once printed this one as its worked example, by a slip in its sum. */
  @Test
  void theWrongWorkedExampleIsNotCopied() {
    assertThat(Upn.parse("Q207000016049")).isEqualTo(new Parsed.Invalid<Upn>(Reason.CHECK_FAILED));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null,MISSING",
        "' ',MISSING",
        "B80120000500,WRONG_LENGTH",
        "B8012000050011,WRONG_LENGTH",
        "I801200005001,WRONG_CHARACTER",
        "8801200005001,WRONG_CHARACTER",
        "B80120000S001,WRONG_CHARACTER",
        "B80120000500O,WRONG_CHARACTER",
        "B801A00005001,WRONG_CHARACTER",
        "C801200005001,CHECK_FAILED",
        "D99940012600B,CHECK_FAILED"
      })
  void othersSayWhyNot(String sent, Reason reason) {
    assertThat(Upn.parse(sent)).isEqualTo(new Parsed.Invalid<Upn>(reason));
  }

  @Test
  void theValueIsNeverPrinted() {
    Parsed<Upn> parsed = Upn.parse("B801200005001");
    Upn upn = parsed.valid().orElseThrow();

    assertThat(parsed.toString() + upn).doesNotContain("8012");
    assertThat(upn.value()).isEqualTo("B801200005001");
    assertThat(upn).isEqualTo(Upn.parse("b801200005001").valid().orElseThrow());
    assertThat(upn).isNotEqualTo(Upn.parse("P207000016049").valid().orElseThrow());
  }
}
