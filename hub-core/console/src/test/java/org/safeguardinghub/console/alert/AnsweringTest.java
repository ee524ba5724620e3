package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.testing.Samples;

final class AnsweringTest {
  private static Answering.Form form(String decision, String reason, long version) {
    return new Answering.Form("action-1", decision, reason, version);
  }

  @Test
  void aDecisionWithItsReasonIsSound() {
    assertThat(Answering.judge(Samples.neglect(), form("ACT", "  Visit today.  ", 1)))
        .isEqualTo(new Answering.Outcome.Sound(Decision.ACT, "Visit today."));
  }

  @Test
  void bothFieldsAreNeeded() {
    assertThat(Answering.judge(Samples.neglect(), form("MAYBE", " ", 1)))
        .isEqualTo(
            new Answering.Outcome.Faulty(
                List.of(
                    new Answering.Fault("decision", "Select what you have decided"),
                    new Answering.Fault("reason", "Enter the reason for your decision"))));
  }

  @Test
  void aReasonThatNobodyWouldReadIsRefused() {
    assertThat(Answering.judge(Samples.neglect(), form("ACT", "x".repeat(2001), 1)))
        .isInstanceOf(Answering.Outcome.Faulty.class);
    assertThat(Answering.judge(Samples.neglect(), form("ACT", "x".repeat(2000), 1)))
        .isInstanceOf(Answering.Outcome.Sound.class);
  }

  @Test
  void aChangedAlertMustBeReadAgain() {
    assertThat(Answering.judge(Samples.withVersion(Samples.neglect(), 2), form("ACT", "Visit", 1)))
        .isEqualTo(new Answering.Outcome.Changed("a new finding"));
  }

  @Test
  void anAnsweredAlertCannotBeAnsweredAgain() {
    Alert answered =
        Samples.answered(
            Samples.neglect(),
            new Alert.Acknowledgement(
                Decision.ACT, Samples.sealed("r"), "p-mash-deputy", Samples.NOW));
    assertThat(Answering.judge(answered, form("ACT", "Visit", 1)))
        .isEqualTo(new Answering.Outcome.AlreadyAnswered("p-mash-deputy"));
  }
}
