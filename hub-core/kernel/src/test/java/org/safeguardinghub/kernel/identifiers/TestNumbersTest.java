package org.safeguardinghub.kernel.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TestNumbersTest {
  @Test
  void everyNhsNumberIsValidDifferentAndOfTheTestRange() {
    Set<NhsNumber> seen = new HashSet<>();
    for (int index = 0; index < TestNumbers.NHS_NUMBERS; index += 7) {
      NhsNumber number = TestNumbers.nhsNumber(index);
      assertThat(seen.add(number) && number.testRange()).isTrue();
    }
    assertThat(TestNumbers.nhsNumber(TestNumbers.NHS_NUMBERS - 1).testRange()).isTrue();
    assertThat(TestNumbers.nhsNumber(12)).isEqualTo(TestNumbers.nhsNumber(12));
  }

  @Test
  void everyPupilNumberIsPermanentDifferentAndOfNoAuthority() {
    Set<Upn> seen = new HashSet<>();
    for (int index = 0; index < TestNumbers.UPNS; index += 9_973) {
      Upn upn = TestNumbers.upn(index);
      assertThat(seen.add(upn) && !upn.temporary() && upn.value().startsWith("999", 1)).isTrue();
    }
    assertThat(TestNumbers.upn(TestNumbers.UPNS - 1).temporary()).isFalse();
  }

  @Test
  void anIndexOutsideIsAFaultOfTheCaller() {
    assertThatIllegalArgumentException().isThrownBy(() -> TestNumbers.nhsNumber(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestNumbers.nhsNumber(TestNumbers.NHS_NUMBERS));
    assertThatIllegalArgumentException().isThrownBy(() -> TestNumbers.upn(TestNumbers.UPNS));
  }
}
