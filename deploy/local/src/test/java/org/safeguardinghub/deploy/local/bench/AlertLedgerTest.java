package org.safeguardinghub.deploy.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.bench.AlertLedger.Ladder;
import org.safeguardinghub.deploy.local.bench.AlertLedger.Receiver;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.NotificationTemplate;
import org.safeguardinghub.schemas.Scope;
import org.safeguardinghub.schemas.SeverityCode;
import org.safeguardinghub.schemas.SubjectRefRecord;

/** What the books of a fault run call sound, and what they do not. */
final class AlertLedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  @Test
  void whatCameOverTheNextChannelIsNotMissingAndACopyUnderOneKeyIsARepeat() {
    AlertLedger ledger =
        books(
            List.of(
                notification("n1", Channel.EMAIL),
                notification("n2", Channel.WEBHOOK, Channel.EMAIL),
                notification("n2", Channel.WEBHOOK, Channel.EMAIL),
                notification("n3", Channel.TEXT)),
            Map.of(
                Channel.EMAIL, Map.of("n1-email", 1, "n2-email", 3),
                Channel.TEXT, Map.of("n3-text", 1)));

    assertThat(ledger.receivers())
        .containsExactly(
            new Receiver("mail server", 1, 1, 0, 0, 1, 0, 2),
            new Receiver("webhook receiver", 1, 0, 1, 0, 0, 0, 0),
            new Receiver("GOV.UK Notify", 1, 1, 0, 0, 1, 0, 0));
    assertThat(ledger.sound()).isTrue();
  }

  @Test
  void whatCameNowhereAndWhatNobodyAskedForAreNotSound() {
    AlertLedger missing = books(List.of(notification("n1", Channel.EMAIL, Channel.TEXT)), Map.of());
    AlertLedger astray =
        books(
            List.of(notification("n1", Channel.EMAIL)),
            Map.of(Channel.EMAIL, Map.of("n1-email", 1, "n1-email-again", 1)));

    assertThat(missing.receivers().getFirst().missing()).isEqualTo(1);
    assertThat(missing.sound()).isFalse();
    assertThat(astray.receivers().getFirst().astray()).isEqualTo(1);
    assertThat(astray.sound()).isFalse();
  }

  @Test
  void aDueTimeThatIsReachedTwiceOrWithoutAStepIsNotSound() {
    AlertLedger ledger =
        AlertLedger.of(
            List.of(), Map.of(), List.of(), List.of(reached("a/due/1"), reached("a/due/1")), NOW);

    assertThat(ledger.ladder()).isEqualTo(new Ladder(0, 1, 1, 0, 0, 0));
    assertThat(ledger.sound()).isFalse();
  }

  private static AlertLedger books(
      List<NotificationRecord> notifications, Map<Channel, Map<String, Integer>> seen) {
    return AlertLedger.of(notifications, seen, List.of(), List.of(), NOW);
  }

  private static NotificationRecord notification(String id, Channel first, Channel... others) {
    return NotificationRecord.newBuilder()
        .setNotificationId(id)
        .setAlertId("a")
        .setPersonId("p")
        .setRole("edt")
        .setChannel(first)
        .setOtherChannels(List.of(others))
        .setTemplate(NotificationTemplate.NEW_ALERT)
        .setSeverity(SeverityCode.S1)
        .setReference("R")
        .setCreatedAt(NOW)
        .build();
  }

  private static AlertActionRecord reached(String id) {
    return AlertActionRecord.newBuilder()
        .setActionId(id)
        .setAlertId("a")
        .setSubject(SubjectRefRecord.newBuilder().setScope(Scope.CHILD).setRef("c-1").build())
        .setKind(AlertActionKind.DEADLINE_REACHED)
        .setAt(NOW)
        .build();
  }
}
