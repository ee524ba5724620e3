package org.safeguardinghub.notifier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.notifier.delivery.RetrySchedule;
import org.safeguardinghub.notifier.dispatch.DispatchSettings;
import org.safeguardinghub.notifier.notify.NotifySettings;
import org.safeguardinghub.notifier.smtp.SmtpSettings;
import org.safeguardinghub.notifier.smtp.SmtpSettings.StartTls;

final class NotifierSettingsTest {
  private static final String LEAST =
      "console.url=https://hub.fablewick.example/\nsmtp.host=127.0.0.1\n";

  @TempDir private Path folder;

  @Test
  void defaults() throws IOException {
    assertThat(read(LEAST))
        .isEqualTo(
            new NotifierSettings(
                URI.create("https://hub.fablewick.example/"),
                Optional.of(
                    new SmtpSettings(
                        "127.0.0.1",
                        25,
                        "no-reply@safeguardinghub.example",
                        StartTls.NEVER,
                        Optional.empty(),
                        Sensitive.of(""),
                        Duration.ofSeconds(10))),
                Optional.empty(),
                Duration.ofSeconds(10),
                new DispatchSettings(
                    64,
                    2,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(5), 15, 5))));
  }

  @Test
  void everySetting() throws IOException {
    String all =
        """
        console.url=http://127.0.0.1:8080
        smtp.host=192.0.2.7
        smtp.port=587
        smtp.from=hub@fablewick.example
        smtp.starttls=required
        smtp.user=relay
        smtp.password=not-a-real-one
        notifier.timeout.ms=1
        notifier.per.channel=2
        notifier.per.receiver=3
        notifier.deadline.ms=4
        notifier.idle.ms=5
        notifier.retry.first.ms=6
        notifier.retry.cap.ms=7
        notifier.retry.attempts=8
        notifier.retry.before.next=6
        """;
    assertThat(read(all))
        .isEqualTo(
            new NotifierSettings(
                URI.create("http://127.0.0.1:8080"),
                Optional.of(
                    new SmtpSettings(
                        "192.0.2.7",
                        587,
                        "hub@fablewick.example",
                        StartTls.REQUIRED,
                        Optional.of("relay"),
                        Sensitive.of("not-a-real-one"),
                        Duration.ofMillis(1))),
                Optional.empty(),
                Duration.ofMillis(1),
                new DispatchSettings(
                    2,
                    3,
                    Duration.ofMillis(4),
                    Duration.ofMillis(5),
                    new RetrySchedule(Duration.ofMillis(6), Duration.ofMillis(7), 8, 6))));
    assertThat(read(all).toString()).doesNotContain("not-a-real-one");
  }

  @Test
  void anAccountAtNotifyForTextMessagesBesideAMailServerOrForBoth() throws IOException {
    String id = "10101010-0000-4000-8000-000000000001";
    String key = "hub-" + id + "-" + id;
    Path file = folder.resolve("notify.key");
    Files.writeString(file, key + "\n");
    String account = "notify.key.file=" + file + "\nnotify.text.template=" + id + "\n";

    NotifySettings beside = read(LEAST + account).notifyAccount().orElseThrow();
    NotifierSettings alone =
        read(
            "console.url=https://hub.fablewick.example/\nnotify.email.template="
                + id
                + "\n"
                + account);

    assertThat(beside)
        .isEqualTo(
            new NotifySettings(
                URI.create("https://api.notifications.service.gov.uk"),
                Sensitive.of(key),
                Optional.of(id),
                Optional.empty()));
    assertThat(alone.smtp()).isEmpty();
    assertThat(alone.notifyAccount().orElseThrow().emailTemplate()).contains(id);
    assertThat(beside.toString()).doesNotContain(key);
    for (String fault :
        List.of(
            "notify.email.template=" + id,
            "notify.url=http://notify.example",
            "notify.text.template=no-id")) {
      assertThatThrownBy(() -> read(LEAST + account + fault))
          .isInstanceOf(AppSettings.SettingsFault.class);
    }
    Files.writeString(file, "no key");
    assertThatThrownBy(() -> read(LEAST + account))
        .isInstanceOf(AppSettings.SettingsFault.class)
        .hasMessageNotContaining("no key");
  }

  @Test
  void anotherMachineNeedsEncryptionUnlessSaidOtherwise() throws IOException {
    String elsewhere = "console.url=https://hub.fablewick.example/\nsmtp.host=192.0.2.7\n";

    assertThat(read(elsewhere).smtp().orElseThrow().startTls()).isEqualTo(StartTls.REQUIRED);
    assertThat(read(elsewhere + "smtp.starttls=never").smtp().orElseThrow().startTls())
        .isEqualTo(StartTls.NEVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp.host=",
        "console.url=/alerts",
        "console.url=https://me@hub.example/",
        "console.url=a b",
        "smtp.from=nobody",
        "smtp.starttls=maybe",
        "smtp.port=x",
        "notify.text.template=10101010-0000-4000-8000-000000000001",
        "notify.key.file=nowhere",
        "notifier.per.channel=0",
        "notifier.retry.attempts=0",
        "notifier.retry.before.next=16",
        "notifier.retry.cap.ms=1"
      })
  void faultsAreNamed(String line) {
    assertThatThrownBy(() -> read(LEAST + line))
        .isInstanceOf(AppSettings.SettingsFault.class)
        .hasMessageContaining(line.startsWith("notifier") ? "notifier." : line.split("=", 2)[0]);
  }

  private NotifierSettings read(String text) throws IOException {
    Path file = folder.resolve("notifier.properties");
    Files.writeString(file, text);
    return NotifierSettings.of(AppSettings.load(file));
  }
}
