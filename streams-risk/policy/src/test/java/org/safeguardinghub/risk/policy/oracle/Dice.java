package org.safeguardinghub.risk.policy.oracle;

import java.util.List;
import java.util.Random;

/** Chance with a seed: the same seed always throws the same. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long below(long bound) {
    return random.nextLong(bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  boolean chance(int ofHundred) {
    return random.nextInt(100) < ofHundred;
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
