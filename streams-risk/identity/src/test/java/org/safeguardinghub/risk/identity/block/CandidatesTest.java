package org.safeguardinghub.risk.identity.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.identity.compare.NameClasses;
import org.safeguardinghub.risk.identity.model.Field;
import org.safeguardinghub.risk.identity.model.Kind;
import org.safeguardinghub.risk.identity.model.PersonTable;

final class CandidatesTest {
  private static PersonTable people(String... rows) {
    PersonTable table =
        new PersonTable(
            List.of(
                Field.of("given", Kind.GIVEN_NAME),
                Field.of("surname", Kind.SURNAME),
                Field.of("born", Kind.BIRTH_DATE)),
            NameClasses.none());
    for (String row : rows) {
      table.add(List.of(row.split(",", -1)));
    }
    return table;
  }

  private static final String[] ROWS = {
    "rue,larkspindle,2020-03-04", "tansy,thimblewick,2019-07-21", "rue,larkspindel,2020-03-04",
  };

  /** What learning looked at must still be found when everything is compared. */
  @Test
  void theSameIsFoundEachTime() {
    Candidates candidates = new Candidates(people(ROWS), new int[3], false);
    assertThat(candidates.find(2)).isEqualTo(1);
    assertThat(candidates.find(2)).isEqualTo(1);
    assertThat(candidates.row(0)).isZero();
    assertThat(candidates.find(1)).isZero();
  }

  @Test
  void withinOneSourceNobodyIsFoundWhereLinksBetweenAreWanted() {
    assertThat(new Candidates(people(ROWS), new int[3], true).find(2)).isZero();
    assertThat(new Candidates(people(ROWS), new int[] {0, 0, 1}, true).find(2)).isEqualTo(1);
  }

  /** By chance alone somebody shares one number and nothing else. */
  @Test
  void inALargeTableOneSharedKeyIsNotEnough() {
    PersonTable table =
        new PersonTable(
            List.of(
                Field.of("locker", Kind.IDENTIFIER), Field.of("school number", Kind.IDENTIFIER)),
            NameClasses.none());
    int large = 1 << 16;
    for (int row = 0; row < large; row++) {
      table.add(List.of("%05d".formatted(row), ""));
    }
    int one = table.add(List.of("99999", "abcde"));
    int stranger = table.add(List.of("99999", "zyxwv"));
    int same = table.add(List.of("99999", "abcde"));
    Candidates candidates = new Candidates(table, new int[large + 3], false);
    assertThat(candidates.find(stranger)).isZero();
    assertThat(candidates.meet(one, stranger)).isFalse();
    assertThat(candidates.find(same)).isEqualTo(1);
    assertThat(candidates.row(0)).isEqualTo(one);
    assertThat(candidates.meet(one, same)).isTrue();
  }
}
