package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.console.testing.Samples;

final class StepsTest {
  private static final Alert OPEN = Samples.neglect();
  private static final Alert ANSWERED =
      Samples.answered(
          OPEN,
          new Alert.Acknowledgement(
              Decision.ACT, Samples.sealed("visited"), "p-mash-manager", Samples.NOW));
  private static final Set<String> ROLES = Set.of("edt", "named-nurse");

  private static Steps.Outcome judge(
      Alert alert, String step, String role, String until, String reason) {
    return Steps.judge(alert, new Steps.Form(step, role, until, "1", reason), ROLES, Samples.NOW);
  }

  @Test
  void anAlertAllowsWhatItsStateAllows() {
    assertThat(Steps.of(OPEN))
        .containsExactly(Steps.Kind.NOT_MINE, Steps.Kind.REASSIGN, Steps.Kind.DISAGREE);
    assertThat(Steps.of(ANSWERED))
        .containsExactly(
            Steps.Kind.NOT_MINE,
            Steps.Kind.REASSIGN,
            Steps.Kind.PUT_ASIDE,
            Steps.Kind.CLOSE,
            Steps.Kind.DISAGREE);
    assertThat(Steps.of(Samples.withdrawn(OPEN))).containsExactly(Steps.Kind.DISAGREE);
    assertThat(Steps.of(disagreed(1)))
        .containsExactly(
            Steps.Kind.NOT_MINE, Steps.Kind.REASSIGN, Steps.Kind.TAKE_FURTHER, Steps.Kind.SETTLE);
    assertThat(Steps.of(disagreed(4)))
        .containsExactly(Steps.Kind.NOT_MINE, Steps.Kind.REASSIGN, Steps.Kind.SETTLE);
  }

  private static Alert disagreed(int stage) {
    return Samples.disagreed(
        OPEN,
        new Alert.Disagreement(
            stage,
            Samples.NOW,
            "p-dsl-tumbledown",
            Samples.sealed("Nobody has seen the child"),
            Optional.empty()));
  }

  @Test
  void aDisagreementGoesOneStageFurtherThanItsReaderSaw() {
    assertThat(
            Steps.judge(
                disagreed(1),
                new Steps.Form("further", "", "", "2", "still nothing"),
                ROLES,
                Samples.NOW))
        .isEqualTo(new Steps.Outcome.Sound(new Steps.Step.Disagree(2, "still nothing")));
    assertThat(
            Steps.judge(
                disagreed(2),
                new Steps.Form("further", "", "", "2", "still nothing"),
                ROLES,
                Samples.NOW))
        .isInstanceOfSatisfying(
            Steps.Outcome.Faulty.class,
            faulty -> assertThat(faulty.faults().getFirst().message()).contains("has moved on"));
  }

  @Test
  void aSoundStepIsTakenWithItsReason() {
    assertThat(judge(OPEN, "reassign", "edt", "", " tonight "))
        .isEqualTo(new Steps.Outcome.Sound(new Steps.Step.Reassign("edt", "tonight")));
    assertThat(judge(ANSWERED, "close", "", "", "done"))
        .isEqualTo(new Steps.Outcome.Sound(new Steps.Step.Close("done")));
  }

  @Test
  void whatIsPutAsideComesBackInTheMorningOfItsDayInEngland() {
    assertThat(judge(ANSWERED, "aside", "", "2026-03-30", "meeting"))
        .isEqualTo(
            new Steps.Outcome.Sound(
                new Steps.Step.PutAside(Instant.parse("2026-03-30T08:00:00Z"), "meeting")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', why, step",
    "fly, '', '', why, step",
    "aside, '', 2026-04-01, why, step",
    "reassign, analyst, '', why, toRole",
    "reassign, '', '', why, toRole",
    "not-mine, '', '', ' ', reason",
  })
  void aFaultIsSaidAtItsField(String step, String role, String until, String reason, String field) {
    assertThat(judge(OPEN, step, role, until, reason))
        .isInstanceOfSatisfying(
            Steps.Outcome.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(Answering.Fault::field)
                    .isEqualTo(List.of(field)));
  }

  @ParameterizedTest
  @CsvSource({"''", "tomorrow", "2026-03-24", "2020-01-01", "2026-02-30"})
  void nothingIsPutAsideWithoutADayToCome(String until) {
    assertThat(judge(ANSWERED, "aside", "", until, "why"))
        .isEqualTo(
            new Steps.Outcome.Faulty(
                List.of(new Answering.Fault("until", "Enter a day to come, such as 2026-03-27"))));
  }

  @Test
  void theLongestReasonIsThatOfAnAnswer() {
    String reason = "a".repeat(Answering.REASON_MAX);
    assertThat(judge(OPEN, "not-mine", "", "", reason)).isInstanceOf(Steps.Outcome.Sound.class);
    assertThat(Optional.of(judge(OPEN, "not-mine", "", "", reason + "a")))
        .get()
        .isInstanceOf(Steps.Outcome.Faulty.class);
  }
}
