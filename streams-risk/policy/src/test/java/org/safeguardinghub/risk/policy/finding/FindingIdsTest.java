package org.safeguardinghub.risk.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** Ids are stored and sent to others: the same parts give the same id in every release. */
final class FindingIdsTest {
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");

  @Test
  void theSamePartsGiveTheSameIdInEveryRelease() {
    assertThat(FindingIds.finding("P03", "", CHILD, "e-1"))
        .isEqualTo("41556cc6-ee96-823d-a8af-c296ccd12a53");
    assertThat(FindingIds.notice("P03", CHILD, "e-1"))
        .isEqualTo("df292e2e-375f-86c9-ba7d-5a765177e6c8");
    assertThat(FindingIds.deadline("P11", CHILD, "e-1"))
        .isEqualTo("4155b644-46fb-8196-8ecb-77551799bd4d");
  }

  @Test
  void everyIdIsAUuidOfVersionEight() {
    for (int i = 0; i < 100; i++) {
      UUID id = UUID.fromString(FindingIds.of("part", Integer.toString(i)));
      assertThat(id.version()).isEqualTo(8);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void whereOnePartEndsShows() {
    assertThat(FindingIds.of("ab", "c")).isNotEqualTo(FindingIds.of("a", "bc"));
    assertThat(FindingIds.of("ab")).isNotEqualTo(FindingIds.of("ab", ""));
  }
}
