package org.safeguardinghub.risk.policy.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The evaluator and the words of the catalogue, read independently, agree on generated histories. A
 * disagreement shrinks to a small one. {@code -Doracle.children=100000} tries more, {@code
 * -Doracle.from=20000} others, {@code -Doracle.pattern=P07} only those of one pattern.
 */
final class OracleTest {
  private static final int CHILDREN = Integer.getInteger("oracle.children", 10_000);
  private static final int FROM = Integer.getInteger("oracle.from", 0);
  private static final String PATTERN = System.getProperty("oracle.pattern", "P");

  // A pattern that hardly ever fires, or nearly always, proves nothing about its edges.
  private static final double SELDOM = 0.05;
  private static final int ENOUGH_FOR_A_SHARE = 100;

  static Stream<Tried> tried() {
    return Stream.of(FirstPatterns.ALL, SecondPatterns.ALL, ThirdPatterns.ALL)
        .flatMap(List::stream)
        .filter(tried -> tried.recipe().pattern().startsWith(PATTERN));
  }

  @ParameterizedTest
  @MethodSource("tried")
  void theEvaluatorAgreesWithTheWords(Tried tried) {
    int children = CHILDREN / (int) tried().count() + 1;
    Oracle oracle = new Oracle(tried.recipe().pattern(), tried.naive());
    int fired = 0;
    for (int seed = FROM; seed < FROM + children; seed++) {
      Generated child = Children.of(tried.recipe(), seed);
      if (oracle.disagree(child)) {
        fail(oracle.story(oracle.shrunk(child), seed));
      }
      fired += oracle.words(child).isEmpty() ? 0 : 1;
    }
    if (children >= ENOUGH_FOR_A_SHARE) {
      assertThat((double) fired / children).isBetween(SELDOM, 1 - SELDOM);
    }
  }
}
