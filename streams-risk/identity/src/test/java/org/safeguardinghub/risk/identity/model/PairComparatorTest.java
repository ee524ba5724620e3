package org.safeguardinghub.risk.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.risk.identity.compare.NameClasses;

final class PairComparatorTest {
  private static final List<Field> FIELDS =
      List.of(
          new Field("surname", Kind.SURNAME, List.of()),
          new Field("home", Kind.ADDRESS, List.of()));

  /** Measures of likeness are not quite symmetric, and answers are remembered for both orders. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoIsAskedFirstDoesNotMatter(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    PersonTable table = new PersonTable(FIELDS, NameClasses.shipped());
    for (int i = 0; i < 1_500; i++) {
      List<String> one = List.of(word(random), word(random) + " " + word(random));
      List<String> other = List.of(word(random), word(random) + " " + word(random));
      table.add(one);
      table.add(other);
      table.add(other);
      table.add(one);
    }
    PairComparator comparator = new PairComparator(table);
    PairComparator anew = new PairComparator(table);
    byte[] answers = new byte[comparator.features().size()];
    byte[] turned = answers.clone();
    for (int row = 0; row < table.rows(); row += 4) {
      comparator.compare(row, row + 1, answers, 0);
      anew.compare(row + 2, row + 3, turned, 0);
      assertThat(turned).isEqualTo(answers);
    }
  }

  private static String word(RandomGenerator random) {
    StringBuilder word = new StringBuilder();
    int letters = 3 + random.nextInt(6);
    for (int i = 0; i < letters; i++) {
      word.append((char) ('a' + random.nextInt(5)));
    }
    return word.toString();
  }
}
