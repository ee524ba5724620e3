package org.safeguardinghub.risk.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.NameClasses;

/** Pairs and groups with parameters that are as learning expects them. */
final class GroupScorerTest {
  private static final List<Field> FIELDS =
      List.of(
          Field.of("given", Kind.GIVEN_NAME),
          Field.of("surname", Kind.SURNAME),
          Field.of("born", Kind.BIRTH_DATE),
          Field.of("place", Kind.PLACE));

  private final PersonTable table = new PersonTable(FIELDS, NameClasses.shipped());

  private int row(String... values) {
    return table.add(List.of(values));
  }

  private void strangers(int many) {
    for (int i = 0; i < many; i++) {
      row(word(i), word(i + 3), (1930 + i % 70) + "-0" + (1 + i % 9) + "-1" + i % 7, word(i % 30));
    }
  }

  /** Words that are not alike. */
  private static String word(int number) {
    String[] parts = {"bel", "cor", "dun", "fax", "gim", "hov", "jul", "kep", "lyt", "moz"};
    return parts[number % 10] + parts[number * 7 / 10 % 10] + parts[(number / 100 + number) % 10];
  }

  private PairScorer pairs(PairComparator comparator) {
    Frequencies frequencies = Frequencies.ofRecords(table);
    PairSample sample = new PairSample(table, comparator, frequencies);
    for (int i = 0; i + 1 < table.rows(); i++) {
      sample.addStrangers(i, i + 1, 1000);
    }
    Parameters learnt = Learning.from(comparator.features(), sample, 1e-4);
    return new PairScorer(table, comparator, frequencies, learnt);
  }

  @Test
  void aRareNameSaysMoreThanAFrequentOne() {
    int frequent = row("Mary", "Ashford", "", "");
    int again = row("Mary", "Ashford", "", "");
    int rare = row("Quillon", "Vexcombe", "", "");
    int rareAgain = row("Quillon", "Vexcombe", "", "");
    for (int i = 0; i < 20; i++) {
      row("Mary", "Ashford", "", "");
    }
    strangers(100);
    PairScorer scorer = pairs(new PairComparator(table));
    assertThat(scorer.score(rare, rareAgain)).isGreaterThan(scorer.score(frequent, again) + 4);
  }

  @Test
  void anExplanationAddsUpToTheScore() {
    int one = row("Tansy", "Thimblewick", "2015-04-02", "Dunwick");
    int other = row("Thimblewick", "Tansey", "2015-02-04", "");
    strangers(100);
    PairScorer scorer = pairs(new PairComparator(table));
    Explanation explanation = scorer.explain(one, other);
    double sum = explanation.lines().stream().mapToDouble(Explanation.Line::bits).sum();
    assertThat(explanation.score()).isEqualTo(scorer.score(one, other));
    assertThat(explanation.prior() + sum - explanation.household())
        .isCloseTo(explanation.score(), within(1e-4));
    assertThat(explanation.lines())
        .extracting(Explanation.Line::feature, Explanation.Line::agreement)
        .containsExactly(
            tuple("given", Agreement.SLIP),
            tuple("surname", Agreement.EXACT),
            tuple("born", Agreement.SWAPPED),
            tuple("order of name", Agreement.CROSSED));
  }

  @Test
  void whatIsMissingWeighsNothing() {
    int one = row("Tansy", "Thimblewick", "", "");
    int other = row("Tansy", "Thimblewick", "2015-04-02", "Dunwick");
    strangers(100);
    assertThat(pairs(new PairComparator(table)).explain(one, other).lines())
        .extracting(Explanation.Line::feature)
        .containsExactly("given", "surname", "order of name");
  }

  @Test
  void twinsAreToldApartByWhatEachOnesRecordsAgreeOn() {
    int[] tansy = {twin("Tansy"), twin("Tansy"), twin("Tansey")};
    int[] rowan = {twin("Rowan"), twin("Rowan"), twin("Rowen")};
    strangers(200);
    PairComparator comparator = new PairComparator(table);
    PairScorer pairs = pairs(comparator);
    GroupScorer groups = new GroupScorer(pairs, new Consensus(table, comparator, pairs.learnt()));
    double single = groups.score(some(tansy, 0, 1), some(rowan, 0, 1));
    assertThat(groups.score(tansy, rowan)).isLessThan(single - 5);
    assertThat(groups.score(some(tansy, 0, 2), some(tansy, 2, 3)))
        .isGreaterThan(groups.score(some(tansy, 0, 2), some(rowan, 2, 3)) + 5);
  }

  private static int[] some(int[] rows, int from, int to) {
    return Arrays.copyOfRange(rows, from, to);
  }

  private int twin(String given) {
    return row(given, "Thimblewick", "2015-04-02", "Dunwick");
  }

  @Test
  void aRecordNeedAgreeWithOneOfTheValuesThatAGroupHas() {
    int before = row("Tansy", "Thimblewick", "2015-04-02", "Dunwick");
    int after = row("Tansy", "Thimblewick", "2015-04-02", "Marsh End");
    int moved = row("Tansy", "Thimblewick", "", "Marsh End");
    int elsewhere = row("Tansy", "Thimblewick", "", "Upper Corve");
    strangers(200);
    PairComparator comparator = new PairComparator(table);
    PairScorer pairs = pairs(comparator);
    GroupScorer groups = new GroupScorer(pairs, new Consensus(table, comparator, pairs.learnt()));
    int[] person = {before, after};
    assertThat(groups.score(person, new int[] {moved}))
        .isGreaterThan(groups.score(person, new int[] {elsewhere}) + 1);
  }

  /** Giving up early must never lose what would have been wanted. */
  @Test
  void whatIsGivenUpEarlyIsWorthLess() {
    row("Mary", "Ashford", "1971-02-03", "Dunwick");
    row("Ashford", "Mary", "1971-03-02", "Dunwik");
    row("Mary Ann", "Ashfrod", "1971", "Upper Dunwick");
    row("M", "Ashforde", "1972-02-03", "");
    row("", "Ashford", "", "Dunwick");
    strangers(100);
    PairScorer scorer = pairs(new PairComparator(table));
    int kept = 0;
    for (int one = 0; one < table.rows(); one++) {
      for (int other = one + 1; other < table.rows(); other++) {
        double whole = scorer.score(one, other);
        double wanted = scorer.score(one, other, -6);
        assertThat(wanted == whole || (whole < -6 && wanted == Double.NEGATIVE_INFINITY)).isTrue();
        kept += wanted == whole ? 1 : 0;
      }
    }
    assertThat(kept).isBetween(4, 2000);
  }

  /** A twin's number on the other twin's record; the twins' own records are not in doubt. */
  @Test
  void twoGivenNamesAreNeverCertain() {
    PersonTable children =
        new PersonTable(
            List.of(
                Field.of("nhs", Kind.NHS_NUMBER),
                Field.of("given", Kind.GIVEN_NAME),
                Field.of("born", Kind.BIRTH_DATE)),
            NameClasses.none());
    int one = children.add(List.of("9990000018", "Mary", "2015-04-02"));
    int again = children.add(List.of("9990000018", "Mary", "2015-04-02"));
    int twin = children.add(List.of("9990000018", "Quillon", "2015-04-02"));
    PairComparator comparator = new PairComparator(children);
    Frequencies frequencies = Frequencies.ofRecords(children);
    PairSample sample = new PairSample(children, comparator, frequencies);
    sample.addStrangers(one, twin, 1000);
    Parameters learnt = Learning.from(comparator.features(), sample, 1e-4);
    PairScorer scorer = new PairScorer(children, comparator, frequencies, learnt);
    GroupScorer groups =
        new GroupScorer(scorer, new Consensus(children, comparator, scorer.learnt()));
    assertThat(groups.score(new int[] {one, again}, new int[] {twin})).isLessThanOrEqualTo(8);
    assertThat(groups.score(new int[] {one}, new int[] {again})).isGreaterThan(8);
  }
}
