package org.safeguardinghub.risk.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of values and how they compare; each both ways round. */
final class ComparatorsTest {
  private static void compares(
      FieldComparator comparator, String one, String other, Agreement agreement) {
    Form left = Objects.requireNonNull(comparator.read(one));
    Form right = Objects.requireNonNull(comparator.read(other));
    assertThat(comparator.compare(left, right)).isEqualTo(agreement);
    assertThat(comparator.compare(right, left)).isEqualTo(agreement);
    assertThat(comparator.scale()).contains(agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë-Anne, zoe anne, EXACT",
    "ŁUKASZ, lukasz, EXACT",
    "O’Brien, OBRIEN, EXACT",
    "Dr Tansy, tansy, EXACT",
    "Anne Zoe, Zoe Anne, SAME_LETTERS",
    "Zoeanne, Zoe-Anne, SAME_LETTERS",
    "Brambel, Bramble, SLIP",
    "Thimblwick, Thimblewikc, SLIP",
    "Bess, Elizabeth, ONE_NAME",
    "Wm, William, ONE_NAME",
    "Mohammed, Muhammad, ONE_NAME",
    "Sandy, Alexander, ONE_NAME",
    "Thimblewick, Thimlewikk, SLIP",
    "Applecrumb-Dray, Applecrumb, PART",
    "Rowan Mary, Rowan, PART",
    "Fre, Frederick, SHORTENED",
    "Larch, Larchmont, CLOSE",
    "R, Rowan, INITIAL",
    "Fiske, Phisk, SOUND",
    "Rowan, Jax, DIFFERENT",
    "R, Jax, DIFFERENT"
  })
  void names(String one, String other, Agreement agreement) {
    compares(WordsComparator.names(NameClasses.shipped()), one, other, agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "14 Caley Crescent, 14 caleycrescent, SAME_LETTERS",
    "Caley Crescent, Caley Crefcent, SLIP",
    "Hollow Lane Dunwick, Dunwick, PART",
    "Caley Crescent, Marsh View, DIFFERENT",
    "Rowan, R, DIFFERENT"
  })
  void texts(String one, String other, Agreement agreement) {
    compares(WordsComparator.texts(), one, other, agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03-07, 20190307, EXACT",
    "2019-03-07, 7 March 2019, EXACT",
    "2019-03-07, 07/03/2019, EXACT",
    "2019-03-07T10:15, 2019-03-07, EXACT",
    "2019-03-07, 2019-07-03, SWAPPED",
    "2019-03-07, 2019-03-01, DIGIT",
    "1985-11-18, 1985-16-18, DIGIT",
    "2019-03-12, 2019-03-21, DIGIT",
    "2019-03-07, 2019-03-28, TWO_PARTS",
    "2019-03-07, 1987-03-07, TWO_PARTS",
    "2019-03-07, 2019-01-01, SAME_YEAR",
    "2019-03-07, about 2019, SAME_YEAR",
    "2019-03-07, 2019-11-28, NEAR",
    "1851, 1852, NEAR",
    "1851, 1860, DIFFERENT",
    "2019-03-07, 1987-11-28, DIFFERENT"
  })
  void datesOfBirth(String one, String other, Agreement agreement) {
    compares(new DayComparator(List.of()), one, other, agreement);
  }

  @Test
  void formatsSayWhichNumberIsTheMonth() {
    DayComparator american = new DayComparator(List.of("MM/dd/yyyy"));
    assertThat(american.read("03/07/2019"))
        .isEqualTo(new DayComparator(List.of()).read("2019-03-07"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "unknown", "n/a", "ZZ99 3VZ"})
  void whatSaysNothingIsMissing(String sent) {
    assertThat(WordsComparator.names(NameClasses.shipped()).read(sent.replace("ZZ99 3VZ", "")))
        .isNull();
    assertThat(CodeComparator.postcodes().read(sent.replaceAll("unknown|n/a", ""))).isNull();
    assertThat(new DayComparator(List.of()).read(sent)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "999 000 0018, 9990000018, EXACT",
    "999 000 0017, 9990000017, SAME_LETTERS",
    "999 000 0018, 999 000 0081, DIGIT",
    "999 000 0018, 999 000 0107, DIFFERENT"
  })
  void nhsNumbers(String one, String other, Agreement agreement) {
    compares(CodeComparator.nhsNumbers(), one, other, agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "B801200005001, b801200005001, EXACT",
    "D99940012600A, D99940012600A, SAME_LETTERS",
    "B801200005001, B801200005007, DIGIT"
  })
  void pupilNumbers(String one, String other, Agreement agreement) {
    compares(CodeComparator.pupilNumbers(), one, other, agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "XA1 2BC, xa12bc, EXACT",
    "XA1 2BC, XA1 2BD, DIGIT",
    "XA1 2BC, XA1 7QR, AREA",
    "4550, 4505, DIGIT",
    "4550, 4519, AREA",
    "XA1 2BC, XB7 9QR, DIFFERENT"
  })
  void postcodes(String one, String other, Agreement agreement) {
    compares(CodeComparator.postcodes(), one, other, agreement);
  }

  @Test
  void phonesMailsAndSexes() {
    compares(CodeComparator.phones(), "+44 1632 960001", "01632 960001", Agreement.EXACT);
    compares(CodeComparator.mails(), "rue@a.example", "rue@b.example", Agreement.DIGIT);
    compares(CodeComparator.mails(), "rue@here.example", "rue@there.example", Agreement.DIGIT);
    compares(CodeComparator.mails(), "rue@a.example", "rue@far.example", Agreement.AREA);
    compares(CodeComparator.sexes(), "Female", "2", Agreement.EXACT);
    compares(CodeComparator.sexes(), "girl", "M", Agreement.DIFFERENT);
  }

  /** A slip fails the check: two sound numbers are two, however near (twins have such). */
  @Test
  void twoSoundNumbersAreNoSlip() {
    CodeComparator comparator = CodeComparator.nhsNumbers();
    compares(comparator, "999 000 0018", "999 000 0026", Agreement.DIFFERENT);
    compares(comparator, "999 000 0018", "999 000 0017", Agreement.DIGIT);
  }

  /** What signatures rule out must be what comparing finds. */
  @Test
  void signaturesSayNothingElseThanComparing() {
    List<String> values =
        List.of(
            "9990000018",
            "9990000017",
            "8990000018",
            "9990000081",
            "999000018",
            "99900000180",
            "XA1 2BC",
            "XA1 2BD",
            "XB1 2BC",
            "XA12BC",
            "XA1 3BC",
            "XA11 2BC",
            "a",
            "b",
            "",
            "7");
    for (CodeComparator comparator :
        List.of(
            CodeComparator.identifiers(), CodeComparator.postcodes(), CodeComparator.phones())) {
      for (String one : values) {
        for (String other : values) {
          Form left = comparator.read(one);
          Form right = comparator.read(other);
          if (left == null || right == null || left.key().equals(right.key())) {
            continue;
          }
          Agreement said = comparator.bySignatures(left.signature(), right.signature());
          assertThat(said == null || said == comparator.compare(left, right))
              .as(one + " " + other)
              .isTrue();
        }
      }
    }
  }
}
