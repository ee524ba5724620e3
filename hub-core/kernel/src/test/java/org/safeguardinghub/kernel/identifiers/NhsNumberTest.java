package org.safeguardinghub.kernel.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.identifiers.Parsed.Reason;

final class NhsNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "943 476 5919",
        "999 000 0018",
        "401 023 2137",
        "9434765919",
        "943-476-5919",
        " 943\u00a0476\u20135919\t"
      })
  void publishedNumbersAreValidHoweverTheyAreSpaced(String sent) {
    assertThat(NhsNumber.parse(sent).valid()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null,MISSING",
        "'',MISSING",
        "' ',MISSING",
        "943 476 591,WRONG_LENGTH",
        "943 476 59190,WRONG_LENGTH",
        "---,WRONG_LENGTH",
        "943 476 591X,WRONG_CHARACTER",
        "٩٤٣٤٧٦٥٩١٩,WRONG_CHARACTER",
        "943 476 5918,CHECK_FAILED",
        "0000000000,ALL_SAME_DIGIT",
        "9999999999,ALL_SAME_DIGIT"
      })
  void othersSayWhyNot(String sent, Reason reason) {
    assertThat(NhsNumber.parse(sent)).isEqualTo(new Parsed.Invalid<NhsNumber>(reason));
  }

  @Test
  void aHeadWhoseCheckWouldBeTenHasNoNumber() {
    int without = 0;
    for (int last = 0; last < 10; last++) {
      String head = "99900000" + last;
      long valid = 0;
      for (int check = 0; check < 10; check++) {
        valid += NhsNumber.parse(head + check).valid().stream().count();
      }
      assertThat(valid).isLessThanOrEqualTo(1);
      without += valid == 0 ? 1 : 0;
    }
    assertThat(without).isLessThanOrEqualTo(1);
  }

  @Test
  void anyOneWrongDigitAndAnySwapOfNeighboursIsFound() {
    String number = "9434765919";
    for (int i = 0; i < 10; i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = number.substring(0, i) + digit + number.substring(i + 1);
        assertThat(NhsNumber.parse(changed).valid().isPresent()).isEqualTo(changed.equals(number));
      }
      if (i < 9) {
        String swapped =
            number.substring(0, i)
                + number.charAt(i + 1)
                + number.charAt(i)
                + number.substring(i + 2);
        assertThat(NhsNumber.parse(swapped).valid().isPresent()).isEqualTo(swapped.equals(number));
      }
    }
  }

  @Test
  void hugeInputIsJustTooLong() {
    assertThat(NhsNumber.parse("9".repeat(1_000_000)))
        .isEqualTo(new Parsed.Invalid<NhsNumber>(Reason.WRONG_LENGTH));
  }

  @Test
  void theValueIsNeverPrinted() {
    Parsed<NhsNumber> parsed = NhsNumber.parse("999 000 0018");
    NhsNumber number = parsed.valid().orElseThrow();

    assertThat(parsed.toString() + number).doesNotContain("0018");
    assertThat(number.value()).isEqualTo("9990000018");
    assertThat(number.spaced()).isEqualTo("999 000 0018");
    assertThat(number.testRange()).isTrue();
    assertThat(number)
        .isEqualTo(NhsNumber.parse("9990000018").valid().orElseThrow())
        .hasSameHashCodeAs(NhsNumber.parse("9990000018").valid().orElseThrow())
        .isNotEqualTo(NhsNumber.parse("9434765919").valid().orElseThrow());
  }
}
