package org.safeguardinghub.notifier.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.InstantSource;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.contact.Reach;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Sender;
import org.safeguardinghub.notifier.text.NoticeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends plain text mail; accepted is what the mail server has taken over. */
public final class SmtpSender implements Sender {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);
  private static final int PERMANENT = 500;

  private final SmtpSettings settings;
  private final URI console;
  private final ContactBook contacts;
  private final InstantSource realTime;
  private final Session session;

  /**
   * @param realTime for the date line: a mail that is dated by a story would be taken for spam
   */
  public SmtpSender(
      SmtpSettings settings, URI console, ContactBook contacts, InstantSource realTime) {
    this.settings = settings;
    this.console = console;
    this.contacts = contacts;
    this.realTime = realTime;
    this.session = Session.getInstance(settings.properties());
  }

  @Override
  public Answer send(Notification notification) {
    return switch (contacts.email(notification.personId())) {
      case Reach.Nowhere<Sensitive<String>>(Answer answer) -> answer;
      case Reach.At<Sensitive<String>>(Sensitive<String> address) -> send(notification, address);
    };
  }

  private Answer send(Notification notification, Sensitive<String> address) {
    InternetAddress to;
    try {
      // Strict, and exactly one: a list or a line break in the directory must not become a header.
      to = new InternetAddress(address.reveal(), true);
    } catch (AddressException _) {
      return new Answer.Refused("contact-unusable");
    }
    try {
      Transport transport = session.getTransport("smtp");
      try {
        hand(transport, notification, to);
        return new Answer.Accepted("smtp-250");
      } finally {
        close(transport);
      }
    } catch (MessagingException e) {
      return failed(e);
    }
  }

  private void hand(Transport transport, Notification notification, InternetAddress to)
      throws MessagingException {
    transport.connect(
        settings.user().orElse(null),
        settings.user().isPresent() ? settings.password().reveal() : null);
    NoticeText text = NoticeText.of(notification, console);
    Message mail =
        new NoticeMail(session, notification.key(), text, settings.from(), to, realTime.instant());
    mail.saveChanges();
    transport.sendMessage(mail, mail.getAllRecipients());
  }

  /** A goodbye that fails changes nothing: with acceptance the mail is the server's. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException _) {
      LOG.debug("the mail server did not say goodbye");
    }
  }

  /**
   * Only a refusal of this very address is final; a server that is wrongly set up is for people to
   * repair, and the notice must still arrive then.
   */
  private static Answer failed(MessagingException failure) {
    Exception cause = failure;
    int lastReturnCode = 0;
    while (cause != null) {
      switch (cause) {
        case SMTPAddressFailedException refused -> {
          return ofAddress(refused.getReturnCode());
        }
        case AuthenticationFailedException _ -> {
          return new Answer.TryAgain("smtp-sign-in");
        }
        case SocketTimeoutException _ -> {
          return new Answer.TryAgain("timeout");
        }
        case SMTPSendFailedException refused -> lastReturnCode = refused.getReturnCode();
        default -> {
          // The reason may be further down the chain.
        }
      }
      cause = cause instanceof MessagingException chain ? chain.getNextException() : null;
    }
    return new Answer.TryAgain(lastReturnCode > 0 ? "smtp-" + lastReturnCode : "smtp-unreachable");
  }

  private static Answer ofAddress(int returnCode) {
    String code = "smtp-" + returnCode;
    return returnCode >= PERMANENT ? new Answer.Refused(code) : new Answer.TryAgain(code);
  }
}
