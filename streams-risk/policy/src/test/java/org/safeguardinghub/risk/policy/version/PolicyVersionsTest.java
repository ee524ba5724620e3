package org.safeguardinghub.risk.policy.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.version.PolicyVersions.Publication;

final class PolicyVersionsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(7));
  private static final PolicyVersion FIRST = version(1, NOW.minus(Duration.ofDays(60)), "a");

  @Test
  void theLatestOfThoseWhoseDateHasComeHolds() {
    PolicyVersion second = version(2, NOW, "b");
    PolicyVersion third = version(3, LATER, "c");
    PolicyVersions versions = new PolicyVersions(List.of(third, second, FIRST));

    assertThat(versions.inForce(NOW.minusMillis(1))).contains(FIRST);
    assertThat(versions.inForce(NOW)).contains(second);
    assertThat(versions.inForce(LATER)).contains(third);
    assertThat(versions.inForce(FIRST.effectiveFrom().minusMillis(1))).isEmpty();
  }

  @Test
  void aNewVersionIsAcceptedWithItsDate() {
    PolicyVersion next = version(2, LATER, "b");

    assertThat(new PolicyVersions(List.of(FIRST)).publish(next))
        .isEqualTo(new Publication.Accepted(next));
  }

  @Test
  void aDateThatHasPassedMeansNow() {
    PolicyVersions versions =
        new PolicyVersions(List.of(version(2, NOW.minus(Duration.ofDays(1)), "b")));

    assertThat(versions.publish(version(3, FIRST.effectiveFrom(), "c")))
        .isEqualTo(new Publication.Accepted(version(3, NOW, "c")));
  }

  @Test
  void theSameVersionWithOtherContentIsRefusedWithWhatToDo() {
    assertThat(new PolicyVersions(List.of(FIRST)).publish(version(1, LATER, "other")))
        .isEqualTo(
            new Publication.Refused(
                FIRST,
                "partnership/1 is published already, with other content.",
                "Give the file a new version number: a published version never changes."));
  }

  @Test
  void theSameTextAgainChangesAtMostADateThatHasNotCome() {
    PolicyVersion planned = version(2, LATER, "b");
    PolicyVersions versions = new PolicyVersions(List.of(FIRST, planned));
    PolicyVersion sooner = version(2, LATER.minus(Duration.ofDays(1)), "b");

    assertThat(versions.publish(version(1, LATER, "a")))
        .isEqualTo(new Publication.ThereAlready(FIRST));
    assertThat(versions.publish(planned)).isEqualTo(new Publication.ThereAlready(planned));
    assertThat(versions.publish(sooner)).isEqualTo(new Publication.Accepted(sooner));
  }

  private static PolicyVersion version(int number, Instant from, String sha) {
    return new PolicyVersion("partnership", number, from, sha, NOW, "p-administrator");
  }
}
