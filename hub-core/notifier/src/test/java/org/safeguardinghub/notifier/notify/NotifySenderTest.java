package org.safeguardinghub.notifier.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.notifier.contact.Contact;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Fixtures;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Sender;

/** Through Notify's own client, against a service that checks its tokens. */
final class NotifySenderTest {
  private static final HubKeys KEYS = HubKeys.generate();
  private static final URI CONSOLE = URI.create("https://hub.fablewick.example/");
  private static final String TEXT_TEMPLATE = "10101010-0000-4000-8000-000000000001";
  private static final String MAIL_TEMPLATE = "10101010-0000-4000-8000-000000000002";
  private static final Notification TEXT = Fixtures.over("n1", "p1", Channel.TEXT);
  private static final Notification MAIL = Fixtures.mail("n2", "p1");

  private final NotifyStub service = stub();
  private final Sender texts = texts(service.url(), NotifyStub.KEY);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void aTextMessageIsHandedOverUnderItsKeyAndSaysNothingOfAnybody() throws Exception {
    assertThat(texts.send(TEXT)).isEqualTo(new Answer.HandedOver("notify-201"));

    assertThat(service.sent()).hasSize(1);
    ObjectNode message = service.sent().getFirst();
    assertThat(message.path("reference").asText()).isEqualTo("n1-text");
    assertThat(message.path("phone_number").asText()).isEqualTo("+447700900001");
    assertThat(message.path("template").path("id").asText()).isEqualTo(TEXT_TEMPLATE);
    assertThat(message.path("body").asText())
        .isEqualTo(
            "Safeguarding Hub: a notice waits for you. Ref R-n1. Answer by 14:30 on Tuesday 30 June"
                + " 2026. Sign in: https://hub.fablewick.example/");
  }

  @Test
  void aMailIsHandedOverWithTheTextOfEveryMail() throws Exception {
    Sender mails =
        NotifySender.mails(settings(service.url(), NotifyStub.KEY), CONSOLE, book()).orElseThrow();

    assertThat(mails.send(MAIL)).isEqualTo(new Answer.HandedOver("notify-201"));
    service.status("delivered");
    assertThat(mails.again(MAIL)).isEqualTo(new Answer.Accepted("notify-delivered"));

    ObjectNode message = service.sent().getFirst();
    assertThat(message.path("type").asText()).isEqualTo("email");
    assertThat(message.path("reference").asText()).isEqualTo("n2-email");
    assertThat(message.path("email_address").asText()).isEqualTo("lead@tumbledown.example");
    assertThat(message.path("body").asText()).startsWith("You have an urgent alert");
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, Accepted, notify-delivered",
    "sent, Accepted, notify-sent",
    "created, HandedOver, notify-created",
    "sending, HandedOver, notify-sending",
    "pending, HandedOver, notify-pending",
    "permanent-failure, Refused, notify-permanent-failure",
    "something-new, HandedOver, notify-other"
  })
  void askedAgainItSaysWhatBecameOfItAndSendsNothing(String status, String answer, String code)
      throws Exception {
    texts.send(TEXT);
    service.status(status);

    Answer again = texts.again(TEXT);

    assertThat(again.getClass().getSimpleName()).isEqualTo(answer);
    assertThat(again.code()).isEqualTo(code);
    assertThat(service.sent()).hasSize(1);
  }

  @Test
  void whatFailedForTheTimeBeingIsSentAgainUnderTheSameKeyAndTheNewestCounts() throws Exception {
    texts.send(TEXT);
    service.status("temporary-failure");

    assertThat(texts.again(TEXT)).isEqualTo(new Answer.HandedOver("notify-201"));
    service.status("delivered");
    assertThat(texts.again(TEXT)).isEqualTo(new Answer.Accepted("notify-delivered"));
    assertThat(service.sent())
        .extracting(message -> message.path("reference").asText())
        .containsExactly("n1-text", "n1-text");
  }

  @Test
  void whatNeverCameToTheServiceIsSentNow() throws Exception {
    assertThat(texts.again(TEXT)).isEqualTo(new Answer.HandedOver("notify-201"));
    assertThat(service.sent()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationError, phone_number Not a UK mobile number, Refused",
    "400, ValidationError, email_address Not a valid email address, Refused",
    "400, ValidationError, template_id is not a valid UUID, TryAgain",
    "400, BadRequestError, Can't send to this recipient using a team-only API key, TryAgain",
    "403, AuthError, Invalid token: API key not found, TryAgain",
    "429, RateLimitError, Exceeded rate limit, TryAgain",
    "429, TooManyRequestsError, Exceeded send limits for today, TryAgain",
    "500, Exception, Internal server error, TryAgain"
  })
  void onlyARecipientThatIsNoneIsFinal(int status, String error, String message, String answer)
      throws Exception {
    service.refuses(status, error, message);
    service.refuses(status, error, message);

    for (Answer given : new Answer[] {texts.send(TEXT), texts.again(TEXT)}) {
      assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
      assertThat(given.code()).isEqualTo("notify-" + status);
    }
    assertThat(service.sent()).isEmpty();
  }

  @Test
  void anotherKeyIsAFaultOfTheSetUpAndAServiceThatIsAwayIsWaitedFor() throws Exception {
    String other = NotifyStub.KEY.replace("aaaaaaaa", "abababab");
    assertThat(texts(service.url(), other).send(TEXT)).isEqualTo(new Answer.TryAgain("notify-403"));

    service.close();
    assertThat(texts.send(TEXT)).isEqualTo(new Answer.TryAgain("notify-unreachable"));
  }

  @Test
  void whoeverHasNoNumberIsNotAskedFor() throws Exception {
    assertThat(texts.send(Fixtures.over("n3", "p2", Channel.TEXT)))
        .isEqualTo(new Answer.Refused("no-contact"));
    assertThat(service.sent()).isEmpty();
  }

  private static NotifyStub stub() {
    try {
      return new NotifyStub();
    } catch (IOException e) {
      throw new IllegalStateException("no port is free", e);
    }
  }

  private static Sender texts(URI url, String key) {
    return NotifySender.texts(settings(url, key), CONSOLE, book()).orElseThrow();
  }

  private static NotifySettings settings(URI url, String key) {
    return new NotifySettings(
        url, Sensitive.of(key), Optional.of(TEXT_TEMPLATE), Optional.of(MAIL_TEMPLATE));
  }

  private static ContactBook book() {
    ContactBook book = new ContactBook(KEYS, InstantSource.fixed(NOON));
    book.put(
        new Contact(
            "p1",
            seal("p1", "lead@tumbledown.example"),
            Optional.empty(),
            seal("p1", "+447700900001"),
            Optional.empty()));
    book.put(
        new Contact(
            "p2", seal("p2", "a@b.example"), Optional.empty(), Optional.empty(), Optional.empty()));
    return book;
  }

  private static Optional<Sealed> seal(String person, String contact) {
    return Optional.of(KEYS.sealText(HubKeys.DIRECTORY, person, contact));
  }
}
