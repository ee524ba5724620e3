package org.safeguardinghub.deploy.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vignettes once more, with the hub finding out who is who from what senders claimed. */
final class HubIdentityTest {
  private static StoryReport played(Vignette vignette) {
    return StoryRun.playPure(List.of(vignette.story()), Vignette.POLICY, Identity.HUB).getFirst();
  }

  private static IdentityCount count(StoryReport report) {
    return Objects.requireNonNull(report.identity());
  }

  @ParameterizedTest
  @EnumSource
  void everyVignetteGoesAsToldAndNobodyIsTakenForSomebodyElse(Vignette vignette) {
    StoryReport report = played(vignette);
    assertThat(report.missing()).isEmpty();
    assertThat(report.unexpected()).isEmpty();
    assertThat(report.otherDate()).isEmpty();
    assertThat(count(report).wrong()).isEmpty();
    assertThat(report.asTold()).as(report.toString()).isTrue();
    assertThat(count(report).linked() + count(report).created()).isPositive();
    assertThat(count(report).asked()).isPositive();
  }

  @Test
  void whatFitsBothTwinsOrTellsAnAdoptedChildsOldNameStaysWithAPerson() {
    IdentityCount count = count(played(Vignette.TWINS_AND_NAMESAKE));
    assertThat(count.open()).isEqualTo(3);
  }
}
