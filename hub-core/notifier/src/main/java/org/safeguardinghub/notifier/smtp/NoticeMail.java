package org.safeguardinghub.notifier.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import org.safeguardinghub.notifier.text.NoticeText;
import org.safeguardinghub.notifier.text.WireId;

/** One mail. Its Message-ID is the channel's idempotency key: a repeat shows itself as one. */
final class NoticeMail extends MimeMessage {
  private final String key;

  @SuppressWarnings("JavaUtilDate") // The mail library knows no other type.
  NoticeMail(
      Session session,
      String key,
      NoticeText text,
      String from,
      InternetAddress to,
      Instant realTime)
      throws MessagingException {
    super(session);
    this.key = key;
    setFrom(new InternetAddress(from, true));
    setRecipient(Message.RecipientType.TO, to);
    setSubject(text.subject(), "UTF-8");
    setText(text.mail(), "UTF-8", "plain");
    setSentDate(Date.from(realTime));
    // No out-of-office answers to a notice.
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("X-Auto-Response-Suppress", "All");
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", WireId.messageId(key));
  }
}
