package org.safeguardinghub.risk.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.NameClasses;
import org.safeguardinghub.risk.identity.file.Quality;
import org.safeguardinghub.risk.identity.model.Feature;
import org.safeguardinghub.risk.identity.model.Field;
import org.safeguardinghub.risk.identity.model.Kind;
import org.safeguardinghub.risk.identity.model.Parameters;
import org.safeguardinghub.risk.identity.model.PersonTable;

/** Whole runs over invented files: how good the groups are, and that they are always the same. */
final class MatchingTest {
  private static final List<Field> ADMINISTRATIVE =
      List.of(
          Field.of("given", Kind.GIVEN_NAME),
          Field.of("surname", Kind.SURNAME),
          Field.of("number", Kind.HOUSE_NUMBER),
          Field.of("street", Kind.ADDRESS),
          Field.of("suburb", Kind.PLACE),
          Field.of("postcode", Kind.POSTCODE),
          Field.of("state", Kind.CATEGORY),
          Field.of("born", Kind.BIRTH_DATE),
          Field.of("phone", Kind.PHONE));
  private static final List<Field> HISTORICAL =
      List.of(
          Field.of("given", Kind.GIVEN_NAME),
          Field.of("surname", Kind.SURNAME),
          Field.of("sex", Kind.SEX),
          Field.of("born", Kind.BIRTH_DATE),
          Field.of("place", Kind.PLACE),
          Field.of("postcode", Kind.POSTCODE),
          Field.of("calling", Kind.OCCUPATION));

  private static final String PACKAGE = "org/safeguardinghub/risk/identity/match";

  private static PersonTable table(List<Field> fields, List<List<String>> file) {
    PersonTable table = new PersonTable(fields, NameClasses.shipped());
    file.stream().skip(1).forEach(row -> table.add(row.subList(1, row.size())));
    return table;
  }

  /** The name in one piece becomes given names and a surname. */
  private static List<List<String>> cut(List<List<String>> file) {
    List<List<String>> cut = new ArrayList<>();
    for (List<String> row : file) {
      String name = row.get(1);
      int last = name.lastIndexOf(' ');
      List<String> values = new ArrayList<>(row);
      values.set(1, name.substring(last + 1));
      values.add(1, last < 0 ? "" : name.substring(0, last));
      cut.add(values);
    }
    return cut;
  }

  private static Matching.Result matched(PersonTable table) {
    return new Matching(table, new int[table.rows()], false, Optional.empty()).run(_ -> {});
  }

  private static Quality quality(List<Field> fields, List<List<String>> file) {
    Matching.Result result = matched(table(fields, file));
    List<String> truth = file.stream().skip(1).map(List::getFirst).toList();
    return Quality.of(result.people(), truth, (_, _) -> true, result.candidates()::meet);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void recordsWithSeveralErrorsEachFindTheirPerson(long seed) {
    Quality quality = quality(ADMINISTRATIVE, SpoiledRecords.administrative(seed, 400, 9, 3, 6));
    assertThat(quality.precision()).isGreaterThan(0.93);
    assertThat(quality.recall()).isGreaterThan(0.93);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void recordsOfPastCenturiesFindTheirPerson(long seed) {
    Quality quality = quality(HISTORICAL, cut(SpoiledRecords.historical(seed, 400, 10, 40)));
    assertThat(quality.precision()).isGreaterThan(0.93);
    assertThat(quality.recall()).isGreaterThan(0.88);
  }

  @Test
  void whereNobodyIsThereTwiceAlmostNobodyIsJoined() {
    List<List<String>> file = SpoiledRecords.administrative(41, 1500, 0, 0, 0);
    int[] people = matched(table(ADMINISTRATIVE, file)).people();
    long joined = 0;
    for (int row = 0; row < people.length; row++) {
      joined += people[row] == row ? 0 : 1;
    }
    assertThat(joined).isLessThan(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void aFewRecordsAreNoTrouble(int rows) {
    List<List<String>> file = SpoiledRecords.administrative(51, 40, 0, 0, 0);
    PersonTable table = table(ADMINISTRATIVE, file.subList(0, rows + 1));
    assertThat(matched(table).people()).hasSize(rows);
  }

  @Test
  void betweenSourcesOnlyPairsOfTwoAreCompared() {
    List<List<String>> file = SpoiledRecords.administrative(61, 200, 1, 1, 2);
    PersonTable table = table(ADMINISTRATIVE, file);
    int[] source = new int[table.rows()];
    for (int row = 0; row < source.length; row++) {
      source[row] = row % 2;
    }
    Matching.Result result = new Matching(table, source, true, Optional.empty()).run(_ -> {});
    assertThat(result.pairs().size()).isPositive();
    for (int pair = 0; pair < result.pairs().size(); pair++) {
      assertThat(source[result.pairs().one(pair)]).isNotEqualTo(source[result.pairs().other(pair)]);
    }
  }

  /** Every figure that was learnt and every group, bit by bit, as on any other machine. */
  @Test
  void aRunIsAlwaysTheSame() throws IOException {
    Matching.Result result =
        matched(table(ADMINISTRATIVE, SpoiledRecords.administrative(71, 60, 4, 2, 4)));
    Path golden = Path.of("src/test/resources", PACKAGE, "run.golden.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, told(result));
    }
    assertThat(told(result)).isEqualTo(Files.readString(golden));
  }

  private static String told(Matching.Result result) {
    StringBuilder told = new StringBuilder();
    Parameters learnt = result.learnt();
    told.append("prior ").append(Double.toHexString(learnt.prior())).append('\n');
    for (int f = 0; f < learnt.features().size(); f++) {
      Feature feature = learnt.features().get(f);
      for (Agreement agreement : feature.scale()) {
        told.append(feature.name())
            .append(' ')
            .append(agreement)
            .append(' ')
            .append(Double.toHexString(learnt.one(f, agreement)))
            .append(' ')
            .append(Double.toHexString(learnt.two(f, agreement)))
            .append('\n');
      }
    }
    return told.append("people ")
        .append(
            Arrays.stream(result.people())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" ")))
        .append('\n')
        .toString();
  }
}
