package org.safeguardinghub.deploy.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.identity.file.PersonFiles;

final class MatchBenchTest {
  private static PersonFiles.RecordOrigin record(String child, String birth) {
    return new PersonFiles.RecordOrigin("p.csv", 2, "1", "school", child, birth);
  }

  @Test
  void twinsAreMergedWhereRecordsOfBothStandInOneGroup() {
    List<PersonFiles.RecordOrigin> records =
        List.of(
            record("tansy", "b1"),
            record("rowan", "b1"),
            record("tansy", "b1"),
            record("rue", "b2"),
            record("wren", "b2"),
            record("linnet", "b3"));
    MatchBench.Twins apart = MatchBench.Twins.of(records, new int[] {0, 1, 0, 3, 4, 5});
    assertThat(apart).isEqualTo(new MatchBench.Twins(2, 0));
    // A stranger's record in a twin's group is another fault than a twin's.
    MatchBench.Twins merged = MatchBench.Twins.of(records, new int[] {0, 1, 1, 3, 4, 4});
    assertThat(merged).isEqualTo(new MatchBench.Twins(2, 1));
  }
}
