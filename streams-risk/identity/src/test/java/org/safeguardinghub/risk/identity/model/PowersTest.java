package org.safeguardinghub.risk.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

final class PowersTest {
  @Test
  void theyAreThoseOfTheStandardLibrary() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    for (int i = 0; i < 20_000; i++) {
      double power = random.nextDouble(-999, 999);
      double ratio = Powers.ofTwo(power) / StrictMath.pow(2, power);
      assertThat(ratio).as("2^%s", power).isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void wholePowersAreExact() {
    for (int power = -999; power <= 999; power++) {
      assertThat(Powers.ofTwo(power)).isEqualTo(StrictMath.scalb(1.0, power));
    }
    assertThat(Powers.ofTwo(5000)).isEqualTo(StrictMath.scalb(1.0, 1000));
  }
}
