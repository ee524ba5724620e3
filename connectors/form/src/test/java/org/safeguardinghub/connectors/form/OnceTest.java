package org.safeguardinghub.connectors.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnceTest {
  private static final Fate.NoEvent FATE = new Fate.NoEvent("", "X", "nothing");

  /** More than its table has room for in memory. */
  private static final int MANY = 60_000;

  @Test
  void namesTheFirstPlaceWithAllThatStandsInIt() {
    Once once = new Once();
    Place visit = new Place("child", 7, "visit 2");
    assertThat(once.check(visit, of("v-1"), 5)).isEqualTo(of("v-1"));
    assertThat(once.check(Place.row(9), of("v-1"), 5)).isEqualTo(new Fate.Repeated("v-1", visit));
    assertThat(once.check(Place.row(10), of("v-1"), 6))
        .isInstanceOfSatisfying(
            Fate.Refused.class,
            refused -> {
              assertThat(refused.reasonCode()).isEqualTo("RECORD_ID_TWICE");
              assertThat(refused.whatToDo()).startsWith("child 7, visit 2 has the same record");
            });
  }

  @Test
  void whatHasNoIdIsNeverARepeat() {
    Once once = new Once();
    assertThat(once.check(Place.row(2), FATE, 1)).isEqualTo(FATE);
    assertThat(once.check(Place.row(3), FATE, 1)).isEqualTo(FATE);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void ofManyItSaysTheSameAsAMapOfAll(long seed) {
    Random random = new Random(seed);
    Once once = new Once();
    Map<String, Place> first = new HashMap<>();
    for (int row = 2; row < MANY; row++) {
      String id = "record-" + random.nextInt(2 * MANY);
      Place place = row % 3 == 0 ? Place.row(row) : Place.row(row).within("part " + row % 5);
      Place before = first.putIfAbsent(id, place);
      assertThat(once.check(place, of(id), 1))
          .as("seed %d, row %d", seed, row)
          .isEqualTo(before == null ? of(id) : new Fate.Repeated(id, before));
    }
  }

  private static Fate of(String id) {
    return new Fate.NoEvent(id, "X", "nothing");
  }
}
