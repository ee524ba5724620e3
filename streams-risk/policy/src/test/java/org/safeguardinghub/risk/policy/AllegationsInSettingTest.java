package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.finding.Notice;

/** P28's notice to the LADO, on the log that a setting has in the adult lane. */
final class AllegationsInSettingTest {
  private static final String HOME = "s-home";
  private static final String TOLD = "2026-04-30 P28 notice to designated officer (LADO)";

  private static Told about(String code, String at, String adult) {
    return told(code, at).setting(HOME).adult(adult);
  }

  private static Story lane() {
    return Story.of(new SubjectRef(Scope.ADULT, HOME));
  }

  private static Story two() {
    return lane()
        .given(
            about("LAD-LOW-01", "2026-03-01T10:00", "a-1"),
            about("LAD-LOW-01", "2026-04-30T10:00", "a-2"));
  }

  @Test
  void twoAboutDifferentAdultsWithinNinetyDays() {
    lane().given(about("LAD-LOW-01", "2026-03-01T10:00", "a-1")).thenNothing();
    Notice notice = two().then(TOLD).findings().notices().getFirst();
    assertThat(notice.because())
        .isEqualTo(
            "2 allegations or concerns about adults who work in one setting, within 90 days, the first on 1 March"
                + " 2026 and the last on 30 April 2026. Nobody but the designated officer is told of them here.");
    assertThat(notice.children()).isEmpty();
    assertThat(notice.to()).isEqualTo(Notice.To.LADO);
  }

  @Test
  void theWindowIsNinetyDaysWithoutItsFirstMoment() {
    Told first = about("LAD-LOW-01", "2026-03-01T10:00", "a-1");
    // The clocks have gone forward in between.
    lane().given(first, about("LAD-LOW-01", "2026-05-30T11:00", "a-2")).thenNothing();
    lane()
        .given(first, about("LAD-LOW-01", "2026-05-30T10:59", "a-2"))
        .then("2026-05-30 P28 notice to designated officer (LADO)");
  }

  @Test
  void severalAboutOneAdultAreTheAdultsOwnFindingOnlyOnTheAdultsLog() {
    Told first = about("LAD-LOW-01", "2026-03-01T10:00", "a-17");
    Told second = about("LAD-LOW-01", "2026-04-30T10:00", "a-17");
    lane().given(first, second).then(TOLD);
    Story.adult().given(first, second).then("2026-04-30 P27 raised S2");
  }

  @Test
  void anAllegationOfAnUnknownAdultHasItsClockHereAndOneOfAKnownAdultThere() {
    Told unknown = told("HOM-ALG-01", "2026-05-22T10:00").setting(HOME);
    lane().given(unknown).until("2026-05-27").then("2026-05-26 P29/CLK-19 raised S3");
    lane().given(about("HOM-ALG-01", "2026-05-22T10:00", "a-1")).until("2026-06-01").thenNothing();
  }

  @Test
  void outcomesAndRepeatsAreNoFurtherOnes() {
    lane()
        .given(
            about("LAD-LOW-01", "2026-03-01T10:00", "a-1").incident("i-1"),
            about("LAD-ALG-01", "2026-03-02T10:00", "a-1").incident("i-1"),
            about("LAD-OUT-01", "2026-03-20T10:00", "a-1"))
        .thenNothing();
  }

  @Test
  void nothingOfItReachesTheSettingsTimeline() {
    Story.setting()
        .given(
            about("LAD-LOW-01", "2026-03-01T10:00", "a-1"),
            about("LAD-LOW-01", "2026-04-30T10:00", "a-2"))
        .until("2026-09-01")
        .thenNothing();
  }
}
