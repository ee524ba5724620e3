package org.safeguardinghub.notifier.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.notifier.delivery.Fixtures.STORY;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Template;

final class NoticeTextTest {
  private static final URI CONSOLE = URI.create("https://hub.fablewick.example/");
  private static final Instant SUMMER = Instant.parse("2026-06-30T13:30:00Z");

  @Test
  void theMailSaysThatSomethingWaitsAndNothingElse() {
    NoticeText text = NoticeText.of(notification(Template.NEW_ALERT, "R-42"), CONSOLE);

    assertThat(text.mail())
        .isEqualTo(
            """
            You have an urgent alert on the Safeguarding Hub.

            Sign in to see it: https://hub.fablewick.example/
            Reference: R-42
            Answer due by 14:30 on Tuesday 30 June 2026

            This notice leaves out all details on purpose. Please do not reply to it: nobody reads the replies.

            This is not an emergency service. If someone is in immediate danger, call 999.
            """);
  }

  @ParameterizedTest
  @EnumSource
  void noTextNamesThePersonTheAlertOrTheRole(Template template) {
    Notification notification = notification(template, "R-42");

    assertThat(NoticeText.of(notification, CONSOLE).mail() + WebhookBody.of(notification, CONSOLE))
        .contains("R-42")
        .doesNotContain("MARKER");
  }

  @Test
  void whatIsToBeDoneIsNoAnswer() {
    assertThat(NoticeText.of(notification(Template.ACTION_OVERDUE, "R-7"), CONSOLE).mail())
        .contains("To be done by 14:30 on Tuesday 30 June 2026")
        .doesNotContain("Answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wren Ashdown", "r\r\nBcc: x@y.example", "", "child/c-1", "<b>"})
  void whatIsNoReferenceIsWithheldAndTheNoticeStillGoesOut(String reference) {
    Notification notification = notification(Template.REROUTED, reference);

    assertThat(NoticeText.of(notification, CONSOLE).mail())
        .doesNotContain("Reference")
        .contains("Sign in");
    assertThat(WebhookBody.of(notification, CONSOLE)).doesNotContain("reference");
  }

  @Test
  void aWebhookBodyIsTheSameBytesEveryTime() {
    assertThat(WebhookBody.of(notification(Template.WITHDRAWN, "R-9"), CONSOLE))
        .isEqualTo(
            "{\"type\":\"alert.withdrawn\",\"timestamp\":\"2026-02-10T09:30:00Z\","
                + "\"data\":{\"notice\":\"An alert on the Safeguarding Hub that you know of has been withdrawn. Please confirm that you have read why.\","
                + "\"signInAt\":\"https://hub.fablewick.example/\",\"reference\":\"R-9\","
                + "\"dueAt\":\"2026-06-30T13:30:00Z\"}}");
  }

  @Test
  void anIdOnTheWireCannotEndAHeaderOrBlurASignature() {
    assertThat(WireId.messageId("n_1-aB")).isEqualTo("<n_1-aB@safeguardinghub.invalid>");
    assertThat(WireId.of("a.b@c>\r\n|é")).isEqualTo("a%2eb%40c%3e%0d%0a%7c%c3%a9");
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void aTextMessageIsOneFragmentTheSameForEveryNotice(Template template) {
    NoticeText text = NoticeText.of(notification(template, "AB12-CD34"), CONSOLE);
    NoticeText far =
        NoticeText.of(
            notification(template, "AB12-CD34"),
            URI.create("https://hub.fablewick.example/" + "x".repeat(80)));

    assertThat(text.shortMessage())
        .isEqualTo(
            "Safeguarding Hub: a notice waits for you. Ref AB12-CD34."
                + (text.answered() ? " Answer by " + text.due().orElseThrow() + "." : "")
                + " Sign in: "
                + CONSOLE)
        .hasSizeLessThanOrEqualTo(160);
    assertThat(far.shortMessage())
        .doesNotContain("Sign in")
        .contains("AB12-CD34")
        .hasSizeLessThanOrEqualTo(160);
  }

  private static Notification notification(Template template, String reference) {
    return new Notification(
        "id-MARKER",
        "alert-MARKER",
        "person-MARKER",
        Channel.EMAIL,
        List.of(),
        template,
        reference,
        Optional.of(SUMMER),
        STORY);
  }
}
