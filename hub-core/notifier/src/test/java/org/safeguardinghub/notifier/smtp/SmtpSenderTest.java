package org.safeguardinghub.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.notifier.contact.Contact;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Fixtures;

final class SmtpSenderTest {
  private static final HubKeys KEYS = HubKeys.generate();
  private static final URI CONSOLE = URI.create("https://hub.fablewick.example/");

  @Test
  void aRealServerReceivesNeutralPlainTextWithTheIdempotencyKeyAsMessageId() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Answer answer =
          sender(server.getSmtp().getPort(), "lead@tumbledown.example")
              .send(Fixtures.mail("n1", "p1"));

      assertThat(answer).isEqualTo(new Answer.Accepted("smtp-250"));
      assertThat(server.getReceivedMessages()).hasSize(1);
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getHeader("Message-ID"))
          .containsExactly("<n1-email@safeguardinghub.invalid>");
      assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
      assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("hub@hub.example");
      assertThat(mail.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("lead@tumbledown.example");
      assertThat(mail.getSubject()).isEqualTo("Safeguarding Hub: a notice for you");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getSentDate()).isEqualTo(NOON);
      assertThat(mail.getContent().toString())
          .contains("You have an urgent alert", "Reference: R-n1", "call 999")
          .doesNotContain("alert-of-n1", "p1");
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({"550 no such user,smtp-550", "553 bad name,smtp-553"})
  void aRefusedAddressIsFinal(String line, String code) throws IOException {
    assertThat(sendTo(Map.of("RCPT", line))).isEqualTo(new Answer.Refused(code));
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT,450 greylisted,smtp-450",
    "MAIL,530 encryption needed,smtp-530",
    "DATA,451 later,smtp-451",
    ".,554 not now,smtp-554",
    "greeting,554 closed,smtp-unreachable",
    "greeting,close,smtp-unreachable",
    ".,close,smtp-unreachable"
  })
  void whatPeopleCanRepairIsTriedAgain(String word, String line, String code) throws IOException {
    assertThat(sendTo(Map.of(word, line))).isEqualTo(new Answer.TryAgain(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "RCPT", "."})
  void aServerThatFallsSilentIsGivenUpInTime(String word) throws IOException {
    assertThat(sendTo(Map.of(word, ""))).isEqualTo(new Answer.TryAgain("timeout"));
  }

  @Test
  void afterAcceptanceASilentGoodbyeChangesNothing() throws IOException {
    assertThat(sendTo(Map.of("QUIT", ""))).isEqualTo(new Answer.Accepted("smtp-250"));
    assertThat(sendTo(Map.of("QUIT", "close"))).isEqualTo(new Answer.Accepted("smtp-250"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "a", "@"})
  void whatIsNotExactlyOneAddressIsRefused(String address) {
    assertThat(sender(1, address).send(Fixtures.mail("n1", "p1")))
        .isEqualTo(new Answer.Refused("contact-unusable"));
  }

  @Test
  void nobodyListening() {
    assertThat(sender(1, "a@b.example").send(Fixtures.mail("n1", "p1")))
        .isEqualTo(new Answer.TryAgain("smtp-unreachable"));
  }

  @Test
  void withoutEncryptionNothingIsSentWhereItIsRequired() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      assertThat(
              sender(server.port(), "a@b.example", SmtpSettings.StartTls.REQUIRED)
                  .send(Fixtures.mail("n1", "p1")))
          .isInstanceOf(Answer.TryAgain.class);
    }
  }

  private static Answer sendTo(Map<String, String> unusual) throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(unusual)) {
      return sender(server.port(), "a@b.example").send(Fixtures.mail("n1", "p1"));
    }
  }

  private static SmtpSender sender(int port, String address) {
    return sender(port, address, SmtpSettings.StartTls.NEVER);
  }

  private static SmtpSender sender(int port, String address, SmtpSettings.StartTls startTls) {
    ContactBook book = new ContactBook(KEYS, InstantSource.fixed(NOON));
    book.put(
        new Contact(
            "p1",
            Optional.of(KEYS.sealText(HubKeys.DIRECTORY, "p1", address)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return new SmtpSender(
        new SmtpSettings(
            "127.0.0.1",
            port,
            "hub@hub.example",
            startTls,
            Optional.empty(),
            Sensitive.of(""),
            Duration.ofMillis(700)),
        CONSOLE,
        book,
        InstantSource.fixed(NOON));
  }
}
