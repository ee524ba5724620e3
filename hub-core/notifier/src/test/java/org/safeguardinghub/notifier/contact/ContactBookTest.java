package org.safeguardinghub.notifier.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;

import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.notifier.delivery.Answer;

final class ContactBookTest {
  private static final HubKeys KEYS = HubKeys.generate();
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

  private final ContactBook book = new ContactBook(KEYS, InstantSource.fixed(NOON));

  @Test
  void aSealedAddressOpensForSending() {
    book.put(
        new Contact(
            "p1",
            seal("lead@tumbledown.example"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));

    assertThat(book.email("p1")).isEqualTo(new Reach.At<>(Sensitive.of("lead@tumbledown.example")));
    assertThat(book.email("p1").toString()).doesNotContain("tumbledown");
  }

  @Test
  void aPersonWithoutThisChannelIsUndeliverable() {
    book.put(
        new Contact(
            "p1",
            seal("lead@tumbledown.example"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));

    assertThat(book.webhook("p1")).isEqualTo(nowhere(new Answer.Refused("no-contact")));
  }

  @Test
  void anUnknownOrRemovedPersonIsTriedAgain() {
    book.put(
        new Contact(
            "p1",
            seal("lead@tumbledown.example"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    book.remove("p1");

    assertThat(book.email("p1")).isEqualTo(nowhere(new Answer.TryAgain("person-unknown")));
  }

  @Test
  void whoHasLeftIsNotReachedFromThatInstantOn() {
    book.put(
        new Contact(
            "p1", seal("a@b.example"), Optional.empty(), Optional.empty(), Optional.of(NOON)));
    book.put(
        new Contact(
            "p2",
            seal("a@b.example"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOON.plusMillis(1))));

    assertThat(book.email("p1")).isEqualTo(nowhere(new Answer.Refused("person-has-left")));
    assertThat(book.email("p2")).isInstanceOf(Reach.At.class);
  }

  @Test
  void whatWasSealedUnderOtherKeysIsUndeliverable() {
    Sealed other = HubKeys.generate().sealText(HubKeys.DIRECTORY, "p1", "a@b.example");
    book.put(
        new Contact(
            "p1", Optional.of(other), Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(book.email("p1")).isEqualTo(nowhere(new Answer.Refused("contact-sealed")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://receiver.example/hub?x=1",
        "http://127.0.0.1:8123/in",
        "http://localhost/in",
        "http://[::1]:9/in"
      })
  void httpsAnywhereAndHttpToThisMachine(String url) {
    assertThat(parse(url, SECRET)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://receiver.example/hub",
        "http://127.0.0.1.example/",
        "https://user@receiver.example/",
        "https://receiver.example/#part",
        "https:///nothing",
        "file:///etc/passwd",
        "not an address",
        ""
      })
  void otherAddressesAreRefused(String url) {
    assertThat(parse(url, SECRET)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI="})
  void emptyShortAndMalformedSecretsAreRefused(String secret) {
    assertThat(parse("https://receiver.example/", secret)).isEmpty();
  }

  @Test
  void anUnusableReceiverIsUndeliverable() {
    book.put(new Contact("p1", Optional.empty(), seal("[]"), Optional.empty(), Optional.empty()));

    assertThat(book.webhook("p1")).isEqualTo(nowhere(new Answer.Refused("contact-unusable")));
  }

  private static Optional<WebhookReceiver> parse(String url, String secret) {
    return WebhookReceiver.parse(
        Sensitive.of("{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, secret)));
  }

  private static Optional<Sealed> seal(String text) {
    return Optional.of(KEYS.sealText(HubKeys.DIRECTORY, "p1", text));
  }

  private static Reach.Nowhere<Object> nowhere(Answer answer) {
    return new Reach.Nowhere<>(answer);
  }
}
