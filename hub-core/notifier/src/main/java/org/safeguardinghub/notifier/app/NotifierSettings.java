package org.safeguardinghub.notifier.app;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.AppSettings.SettingsFault;
import org.safeguardinghub.notifier.delivery.RetrySchedule;
import org.safeguardinghub.notifier.dispatch.DispatchSettings;
import org.safeguardinghub.notifier.notify.NotifySettings;
import org.safeguardinghub.notifier.smtp.SmtpSettings;

/**
 * The notifier's own settings, checked before anything starts.
 *
 * @param console where people sign in; stands in every notice
 * @param smtp empty: mail goes by Notify
 * @param notifyAccount empty: no account
 * @param webhookTimeout of connecting, and of the answer
 */
record NotifierSettings(
    URI console,
    Optional<SmtpSettings> smtp,
    Optional<NotifySettings> notifyAccount,
    Duration webhookTimeout,
    DispatchSettings dispatch) {
  private static final String FROM = "no-reply@safeguardinghub.example";

  static NotifierSettings of(AppSettings settings) {
    Duration timeout = millis(settings, "notifier.timeout.ms", 10_000);
    NotifierSettings own =
        new NotifierSettings(
            console(settings),
            settings.optional("smtp.host").map(host -> smtp(settings, host, timeout)),
            NotifyAccount.of(settings),
            timeout,
            dispatch(settings));
    boolean byNotify = own.notifyAccount.flatMap(NotifySettings::emailTemplate).isPresent();
    if (own.smtp.isPresent() == byNotify) {
      throw new SettingsFault(
          "mail goes one way: set smtp.host, or notify.email.template without it");
    }
    return own;
  }

  private static DispatchSettings dispatch(AppSettings settings) {
    int attempts = settings.number("notifier.retry.attempts", 15);
    try {
      return new DispatchSettings(
          settings.number("notifier.per.channel", 64),
          settings.number("notifier.per.receiver", 2),
          millis(settings, "notifier.deadline.ms", 20_000),
          millis(settings, "notifier.idle.ms", 1_000),
          new RetrySchedule(
              millis(settings, "notifier.retry.first.ms", 2_000),
              millis(settings, "notifier.retry.cap.ms", 300_000),
              attempts,
              settings.number("notifier.retry.before.next", Math.min(5, attempts))));
    } catch (IllegalArgumentException e) {
      throw new SettingsFault("the settings notifier.*: " + e.getMessage());
    }
  }

  private static SmtpSettings smtp(AppSettings settings, String host, Duration timeout) {
    return new SmtpSettings(
        host,
        settings.number("smtp.port", 25),
        from(settings.text("smtp.from", FROM)),
        startTls(settings, host),
        settings.optional("smtp.user"),
        Sensitive.of(settings.text("smtp.password", "")),
        timeout);
  }

  private static SmtpSettings.StartTls startTls(AppSettings settings, String host) {
    return switch (settings.text("smtp.starttls", isThisMachine(host) ? "never" : "required")) {
      case "never" -> SmtpSettings.StartTls.NEVER;
      case "required" -> SmtpSettings.StartTls.REQUIRED;
      case String _ -> throw new SettingsFault("the setting smtp.starttls is never or required");
    };
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static String from(String address) {
    try {
      return new InternetAddress(address, true).getAddress();
    } catch (AddressException _) {
      throw new SettingsFault("the setting smtp.from is not a mail address");
    }
  }

  private static URI console(AppSettings settings) {
    URI console;
    try {
      console = URI.create(settings.text("console.url"));
    } catch (IllegalArgumentException _) {
      throw new SettingsFault("the setting console.url is not an address");
    }
    if (console.getHost() == null || console.getUserInfo() != null) {
      throw new SettingsFault("the setting console.url needs a host and must not hold a user");
    }
    return console;
  }

  private static Duration millis(AppSettings settings, String name, int fallback) {
    return Duration.ofMillis(settings.number(name, fallback));
  }
}
