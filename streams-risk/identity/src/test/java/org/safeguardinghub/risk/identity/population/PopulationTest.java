package org.safeguardinghub.risk.identity.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.identifiers.NhsNumber;
import org.safeguardinghub.kernel.identifiers.Parsed;

/** That invented children have what the README says, within wide bounds. */
final class PopulationTest {
  private static final int CHILDREN = 3000;

  private static List<Told> told(long seed) {
    List<Told> all = new ArrayList<>();
    Population.tell(seed, CHILDREN, all::add);
    return all;
  }

  private static Map<String, Set<String>> byTruth(List<Told> all, int key, int value) {
    Map<String, Set<String>> sets = new HashMap<>();
    for (Told each : all) {
      sets.computeIfAbsent(each.truth().get(key), _ -> new HashSet<>())
          .add(each.truth().get(value));
    }
    return sets;
  }

  @Test
  void theSameSeedTellsTheSame() {
    assertThat(told(3)).isEqualTo(told(3)).isNotEqualTo(told(4));
  }

  @Test
  void thereAreAboutThreeRecordsOfEachChild() {
    List<Told> all = told(3);
    assertThat(all.size()).isBetween(CHILDREN * 28 / 10, CHILDREN * 33 / 10);
    assertThat(all).extracting(Told::record).doesNotHaveDuplicates();
    long children =
        byTruth(all, 0, 1).keySet().stream().filter(child -> !child.endsWith("-adopted")).count();
    assertThat(children).isEqualTo(CHILDREN);
  }

  @Test
  void thereAreTwinsAndAdoptedAndUnbornChildren() {
    List<Told> all = told(3);
    assertThat(byTruth(all, 1, 0).values().stream().filter(twins -> twins.size() > 1).count())
        .isBetween(20L, 80L);
    assertThat(byTruth(all, 0, 1).keySet().stream().filter(c -> c.endsWith("-adopted")).count())
        .isBetween(2L, 25L);
    assertThat(all.stream().filter(Told::unborn).count()).isBetween(15L, 80L);
  }

  /** Reading: of all records after birth; never of the range that people have. */
  @Test
  void aboutOneNhsNumberInFiveIsMissingOrWrong() {
    List<Told> born = told(3).stream().filter(each -> !each.unborn()).toList();
    long sound =
        born.stream()
            .filter(
                each ->
                    NhsNumber.parse(each.claim("nhs")) instanceof Parsed.Valid<NhsNumber>(var nhs)
                        && nhs.testRange())
            .count();
    assertThat(1 - (double) sound / born.size()).isBetween(0.15, 0.25);
  }

  @Test
  void pupilNumbersComeWithSchoolAge() {
    for (Told each : told(3)) {
      boolean day = each.claim("born").matches("\\d{4}-.*");
      if (day && !each.claim("upn").isEmpty() && !each.truth().getFirst().endsWith("-adopted")) {
        int age = year(each.told()) - year(each.claim("born"));
        // A slip in the day of birth may say any year.
        assertThat(age < 3 && age > -1 && !each.claim("born").endsWith("-01-01"))
            .as(each.toString())
            .isFalse();
      }
    }
  }

  private static int year(String day) {
    return Integer.parseInt(day.substring(0, 4));
  }

  @Test
  void groupsAreAllThere() {
    Set<String> origins = new TreeSet<>();
    Set<String> deprivation = new TreeSet<>();
    Set<String> lookedAfter = new TreeSet<>();
    for (Told each : told(3)) {
      origins.add(each.truth().get(2));
      deprivation.add(each.truth().get(3));
      lookedAfter.add(each.truth().get(4));
    }
    assertThat(origins)
        .containsExactly(
            "arabic", "east-asian", "east-european", "english", "south-asian", "west-african");
    assertThat(deprivation).containsExactly("1", "2", "3", "4", "5");
    assertThat(lookedAfter).containsExactly("no", "yes");
  }
}
