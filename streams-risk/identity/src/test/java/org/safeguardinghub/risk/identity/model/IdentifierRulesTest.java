package org.safeguardinghub.risk.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.identity.compare.NameClasses;

final class IdentifierRulesTest {
  private final PersonTable table =
      new PersonTable(
          List.of(
              Field.of("nhs", Kind.NHS_NUMBER),
              Field.of("given", Kind.GIVEN_NAME),
              Field.of("born", Kind.BIRTH_DATE)),
          NameClasses.shipped());

  private double ruled(double weighed, List<String> one, List<String> other) {
    return ruled(table, weighed, one, other);
  }

  private static double ruled(
      PersonTable table, double weighed, List<String> one, List<String> other) {
    PairComparator comparator = new PairComparator(table);
    byte[] answers = new byte[comparator.features().size()];
    int left = table.add(one);
    int right = table.add(other);
    comparator.compare(left, right, answers, 0);
    return new IdentifierRules(table, comparator, Frequencies.ofRecords(table))
        .ruled(weighed, answers, left, right);
  }

  @Test
  void aSoundNumberWithOneAgreementIsEnough() {
    List<String> tansy = List.of("9990000018", "Tansy", "2015-04-02");
    assertThat(ruled(-3, tansy, List.of("999 000 0018", "Tansey", ""))).isEqualTo(20);
    assertThat(ruled(-3, tansy, List.of("999 000 0018", "", "2015-04-02"))).isEqualTo(20);
    assertThat(ruled(31, tansy, tansy)).isEqualTo(31);
  }

  /** A twin's number on the other twin's record. */
  @Test
  void twoGivenNamesAreAQuestionWhateverElseAgrees() {
    List<String> tansy = List.of("9990000018", "Tansy", "2015-04-02");
    assertThat(ruled(31, tansy, List.of("9990000018", "Rowan", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(-3, tansy, List.of("9990000018", "Rowan", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(31, tansy, List.of("", "Rowan", "2015-04-02"))).isEqualTo(8);
  }

  @Test
  void aSecondNameAloneIsATwins() {
    List<String> tansy = List.of("", "Tansy", "2015-04-02");
    assertThat(ruled(31, tansy, List.of("", "Rowan Tansy", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(31, tansy, List.of("", "Tansy Rowan", "2015-04-02"))).isEqualTo(31);
  }

  @Test
  void aNameWithoutADayOfBirthIsAQuestion() {
    List<String> tansy = List.of("9990000018", "Tansy", "2015-04-02");
    assertThat(ruled(31, tansy, List.of("", "Tansy", ""))).isEqualTo(8);
    assertThat(ruled(3, tansy, List.of("9990000018", "Tansy", ""))).isEqualTo(20);
  }

  @Test
  void oneSoundIsNoSecondWitness() {
    List<String> fiske = List.of("9990000018", "Fiske", "2015-04-02");
    assertThat(ruled(3, fiske, List.of("9990000018", "Phisk", "2011-09-28"))).isEqualTo(3);
  }

  @Test
  void aNumberAloneIsNeverEnoughAgainstBoth() {
    List<String> mother = List.of("9990000018", "Tansy", "1990-04-02");
    assertThat(ruled(9, mother, List.of("9990000018", "Rowan", "2021-11-28"))).isEqualTo(-1);
    assertThat(ruled(-7, mother, List.of("9990000018", "Rowan", "2021-11-28"))).isEqualTo(-7);
    assertThat(ruled(7, mother, List.of("9990000018", "Rowan", ""))).isEqualTo(7);
  }

  @Test
  void aNumberThatFailsItsCheckOrDiffersRulesNothing() {
    List<String> tansy = List.of("9990000017", "Tansy", "2015-04-02");
    assertThat(ruled(-3, tansy, tansy)).isEqualTo(-3);
    assertThat(ruled(-3, tansy, List.of("9990000107", "Tansy", "2015-04-02"))).isEqualTo(-3);
  }

  /** Somebody else's number, typed by mistake, and a given name that many have. */
  @Test
  void aNumberWithAGivenNameAloneIsAQuestionWhereTheDayOfBirthDiffers() {
    PersonTable full = named();
    List<String> tansy = List.of("9990000018", "Tansy", "Thimblewick", "2015-04-02");
    assertThat(ruled(full, 31, tansy, List.of("9990000018", "Tansy", "Ashlow", "2011-09-28")))
        .isEqualTo(8);
    assertThat(ruled(full, 3, tansy, List.of("9990000018", "Tansy", "Thimblewik", "2011-09-28")))
        .isEqualTo(20);
    assertThat(ruled(full, 31, tansy, List.of("9990000018", "Rose", "Thimblewick", "2011-09-28")))
        .isEqualTo(-1);
  }

  @Test
  void namesASlipApartOfABoyAndAGirlAreAQuestion() {
    PersonTable twins =
        new PersonTable(
            List.of(
                Field.of("given", Kind.GIVEN_NAME),
                Field.of("sex", Kind.SEX),
                Field.of("born", Kind.BIRTH_DATE)),
            NameClasses.shipped());
    List<String> tansy = List.of("Tansyn", "F", "2015-04-02");
    assertThat(ruled(twins, 31, tansy, List.of("Tansy", "M", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(twins, 31, tansy, List.of("Tansy", "F", "2015-04-02"))).isEqualTo(31);
    assertThat(ruled(twins, 31, tansy, List.of("Tansyn", "M", "2015-04-02"))).isEqualTo(31);
  }

  /** In three or four letters another first one mostly makes another name. */
  @Test
  void shortNamesThatBeginDifferentlyAreAQuestionWithoutANumber() {
    List<String> wren = List.of("", "Wren", "2015-04-02");
    assertThat(ruled(31, wren, List.of("", "Bren", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(31, wren, List.of("", "Wrem", "2015-04-02"))).isEqualTo(31);
    List<String> numbered = List.of("9990000018", "Wren", "2015-04-02");
    assertThat(ruled(3, numbered, List.of("9990000018", "Bren", "2015-04-02"))).isEqualTo(20);
  }

  /** Daisy and Peggy are both short for Margaret, and neither for the other. */
  @Test
  void twoShortFormsOfOneNameAreAQuestionWithoutANumber() {
    List<String> daisy = List.of("", "Daisy", "2015-04-02");
    assertThat(ruled(31, daisy, List.of("", "Peggy", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(31, daisy, List.of("", "Margaret", "2015-04-02"))).isEqualTo(31);
  }

  /** Twins' names are often a slip apart; each has a number of its own. */
  @Test
  void anotherSoundNumberIsAQuestionUnlessTheNameIsTheSame() {
    List<String> minho = List.of("9990000018", "Minho", "2015-04-02");
    assertThat(ruled(31, minho, List.of("9990000107", "Minhi", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(31, minho, List.of("9990000107", "Minho", "2015-04-02"))).isEqualTo(31);
    assertThat(ruled(31, minho, List.of("9990000108", "Minhi", "2015-04-02"))).isEqualTo(31);
  }

  @Test
  void ofSeveralNamesTheFirstIsJudgedAsOneAloneIs() {
    List<String> wren = List.of("", "Wren", "2015-04-02");
    assertThat(ruled(31, wren, List.of("", "Bren Iris", "2015-04-02"))).isEqualTo(8);
    assertThat(ruled(31, wren, List.of("", "Wrenn Iris", "2015-04-02"))).isEqualTo(31);
    List<String> yusuf = List.of("9990000018", "Yusuf", "2015-04-02");
    assertThat(ruled(31, yusuf, List.of("9990000018", "Bilal Yousef", "2015-04-02"))).isEqualTo(8);
  }

  /** Both records have the surname where the given name belongs. */
  @Test
  void whoAgreesInTheWrongColumnAndHasAnotherNumberIsAQuestion() {
    PersonTable full = named();
    List<String> rowan = List.of("9990000018", "Thimblewick", "Rowan", "2015-04-02");
    assertThat(ruled(full, 31, rowan, List.of("9990000107", "Thimblewick", "Fern", "2015-04-02")))
        .isEqualTo(8);
    assertThat(ruled(full, 31, rowan, List.of("", "Thimblewick", "Rowan", "2015-04-02")))
        .isEqualTo(31);
  }

  @Test
  void namesInEachOthersColumnsHaveToBeTheSame() {
    PersonTable full = named();
    List<String> tansy = List.of("", "Tansy", "Thimblewick", "2015-04-02");
    assertThat(ruled(full, 31, tansy, List.of("", "Thimblewick", "Tamsy", "2015-04-02")))
        .isEqualTo(8);
    assertThat(ruled(full, 31, tansy, List.of("", "Thimblewick", "Tansy", "2015-04-02")))
        .isEqualTo(31);
  }

  private static PersonTable named() {
    return new PersonTable(
        List.of(
            Field.of("nhs", Kind.NHS_NUMBER),
            Field.of("given", Kind.GIVEN_NAME),
            Field.of("surname", Kind.SURNAME),
            Field.of("born", Kind.BIRTH_DATE)),
        NameClasses.shipped());
  }
}
