package org.safeguardinghub.risk.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sets of letters spare comparisons; they never change an answer. */
final class SlipsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ruledOutByLettersIsRuledOutByDistance(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int close = 0;
    for (int i = 0; i < 20_000; i++) {
      String one = word(random);
      String other = random.nextBoolean() ? word(random) : changed(one, random);
      Letters left = new Form.Word(one, "", NameForms.NONE);
      Letters right = new Form.Word(other, "", NameForms.NONE);
      boolean plainly = plainlyClose(one, other);
      close += plainly ? 1 : 0;
      assertThat(Slips.close(left, right)).as("%s %s", one, other).isEqualTo(plainly);
      assertThat(Slips.close(right, left)).as("%s %s", other, one).isEqualTo(plainly);
    }
    assertThat(close).isBetween(2_000, 18_000);
  }

  private static boolean plainlyClose(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (Math.min(one.length(), other.length()) < 3) {
      return false;
    }
    int most = Math.max(2, longer / 4);
    return new JaroWinklerSimilarity().apply(one, other) >= 0.88
        || (longer >= 6 && new DamerauLevenshteinDistance(most).apply(one, other) >= 0);
  }

  private static String word(RandomGenerator random) {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(10); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(6)));
    }
    return word.toString();
  }

  private static String changed(String word, RandomGenerator random) {
    StringBuilder changed = new StringBuilder(word);
    for (int i = random.nextInt(5); i > 0 && changed.length() > 1; i--) {
      int at = random.nextInt(changed.length());
      if (random.nextBoolean()) {
        changed.deleteCharAt(at);
      } else {
        changed.insert(at, (char) ('a' + random.nextInt(26)));
      }
    }
    return changed.toString();
  }
}
