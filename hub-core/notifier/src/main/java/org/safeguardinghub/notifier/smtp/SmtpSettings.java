package org.safeguardinghub.notifier.smtp;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * The mail server.
 *
 * @param from sender address of every notice
 * @param user with {@code password}; empty: no sign-in
 * @param timeout of connecting, and of each answer
 */
public record SmtpSettings(
    String host,
    int port,
    String from,
    StartTls startTls,
    Optional<String> user,
    Sensitive<String> password,
    Duration timeout) {
  /** Whether the connection is encrypted before anything is said. */
  public enum StartTls {
    NEVER,
    REQUIRED
  }

  /** Of the mail library. */
  Properties properties() {
    String millis = Long.toString(timeout.toMillis());
    Properties mail = new Properties();
    mail.setProperty("mail.smtp.host", host);
    mail.setProperty("mail.smtp.port", Integer.toString(port));
    mail.setProperty("mail.smtp.connectiontimeout", millis);
    mail.setProperty("mail.smtp.timeout", millis);
    mail.setProperty("mail.smtp.writetimeout", millis);
    mail.setProperty("mail.smtp.from", from);
    mail.setProperty("mail.smtp.quitwait", "false");
    mail.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    boolean encrypted = startTls == StartTls.REQUIRED;
    mail.setProperty("mail.smtp.starttls.enable", Boolean.toString(encrypted));
    mail.setProperty("mail.smtp.starttls.required", Boolean.toString(encrypted));
    mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    // The name of this machine is nobody's business, and looking it up can take seconds.
    mail.setProperty("mail.smtp.localhost", "safeguardinghub.invalid");
    return mail;
  }
}
