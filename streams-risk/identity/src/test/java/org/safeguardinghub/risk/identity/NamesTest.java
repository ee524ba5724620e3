package org.safeguardinghub.risk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "Tansy T., Tansy Thimblewick, AGREE",
    "THIMBLEWICK Tansy, tansy thimblewick, AGREE",
    "Rowan M APPLECRUMB-DRAY, Rowan Applecrumb, AGREE",
    "Brambel Thimblewick, Bramble THIMBLEWICK, AGREE",
    "J Marlinspike, Jax Marlinspike, AGREE",
    "Mohamed Starlantern, Mohammed Starlantern, AGREE",
    "Yunus Starlantern, Yusuf Starlantern, DISAGREE",
    "Rowan Applecrumb, Jax Marlinspike, DISAGREE",
    "J, Jax Marlinspike, MISSING",
    "Baby, Jax Marlinspike, MISSING",
    "'', Jax Marlinspike, MISSING"
  })
  void namesCompareWithoutOrderMarksAndSlips(String one, String other, FieldOutcome outcome) {
    assertThat(Names.compare(Names.tokens(one), Names.tokens(other))).isEqualTo(outcome);
    assertThat(Names.compare(Names.tokens(other), Names.tokens(one))).isEqualTo(outcome);
  }

  @Test
  void marksCaseApostrophesAndHyphensDoNotMatter() {
    assertThat(Names.tokens("Zoë-Anne", "O’Brien", "ŁUKASZ"))
        .containsExactly("anne", "lukasz", "obrien", "zoe");
  }

  @ParameterizedTest
  @CsvSource({
    "brambel, bramble, true",
    "tanzy, tansy, true",
    "plumb, plum, true",
    "yusuf, yunus, false",
    "amy, any, false",
    "rowan, rowan, true",
    "moss, mosses, false"
  })
  void oneSlipIsForgivenInLongerNames(String one, String other, boolean slip) {
    assertThat(Names.slip(one, other)).isEqualTo(slip);
  }
}
