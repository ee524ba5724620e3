package org.safeguardinghub.notifier.notify;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.contact.Reach;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Sender;
import org.safeguardinghub.notifier.text.NoticeText;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientApi;
import uk.gov.service.notify.NotificationClientException;

/**
 * Sends by GOV.UK Notify. Notify takes a message over at once and learns later whether it arrived;
 * it does not know repeats. So the first attempt sends, under the channel's key as Notify's
 * reference, and each later one asks by that key first: what arrived is delivered, what is under
 * way is waited for, and only what is not there or has failed for the time being is sent again.
 */
public final class NotifySender implements Sender {
  private final NotificationClientApi notify;
  private final Kind kind;
  private final String template;
  private final URI console;
  private final ContactBook contacts;

  /** Text message or mail. */
  private enum Kind {
    TEXT("sms"),
    MAIL("email");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  private NotifySender(
      NotifySettings settings, Kind kind, String template, URI console, ContactBook contacts) {
    this.notify = new NotificationClient(settings.key().reveal(), settings.url().toString());
    this.kind = kind;
    this.template = template;
    this.console = console;
    this.contacts = contacts;
  }

  /** For text messages; empty where they are not set up. */
  public static Optional<Sender> texts(NotifySettings settings, URI console, ContactBook contacts) {
    return settings
        .textTemplate()
        .map(template -> new NotifySender(settings, Kind.TEXT, template, console, contacts));
  }

  /** For mail; empty where it goes another way. */
  public static Optional<Sender> mails(NotifySettings settings, URI console, ContactBook contacts) {
    return settings
        .emailTemplate()
        .map(template -> new NotifySender(settings, Kind.MAIL, template, console, contacts));
  }

  @Override
  public Answer send(Notification notification) {
    return switch (address(notification)) {
      case Reach.Nowhere<Sensitive<String>>(Answer answer) -> answer;
      case Reach.At<Sensitive<String>>(Sensitive<String> to) -> {
        try {
          yield hand(notification, to);
        } catch (NotificationClientException e) {
          yield NotifyAnswers.failed(e);
        }
      }
    };
  }

  @Override
  public Answer again(Notification notification) {
    try {
      return earlier(notification.key()).orElseGet(() -> send(notification));
    } catch (NotificationClientException e) {
      return NotifyAnswers.failed(e);
    }
  }

  /** What became of the newest message under this key, if that is an answer. */
  private Optional<Answer> earlier(String key) throws NotificationClientException {
    List<uk.gov.service.notify.Notification> sent =
        notify.getNotifications("", kind.word, key, "").getNotifications();
    return sent.stream()
        .max(Comparator.comparing(uk.gov.service.notify.Notification::getCreatedAt))
        .flatMap(newest -> NotifyAnswers.ofStatus(newest.getStatus()));
  }

  private Reach<Sensitive<String>> address(Notification notification) {
    return switch (kind) {
      case TEXT -> contacts.phone(notification.personId());
      case MAIL -> contacts.email(notification.personId());
    };
  }

  private Answer hand(Notification notification, Sensitive<String> to)
      throws NotificationClientException {
    NoticeText text = NoticeText.of(notification, console);
    switch (kind) {
      case TEXT ->
          notify.sendSms(
              template, to.reveal(), Map.of("notice", text.shortMessage()), notification.key());
      case MAIL ->
          notify.sendEmail(
              template, to.reveal(), Map.of("notice", text.mail()), notification.key());
    }
    return new Answer.HandedOver("notify-201");
  }
}
