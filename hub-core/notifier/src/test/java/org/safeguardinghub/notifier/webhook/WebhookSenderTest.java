package org.safeguardinghub.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.notifier.contact.Contact;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Fixtures;

final class WebhookSenderTest {
  private static final HubKeys KEYS = HubKeys.generate();
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
  private static final String OTHER_SECRET = "whsec_OTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(700);

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

  @Test
  void theReceiverCanVerifyTheSignatureWithItsSecretOnly() throws Exception {
    Answer answer = sendTo(exchange -> take(exchange, 204), InstantSource.system());

    assertThat(answer).isEqualTo(new Answer.Accepted("http-204"));
    Received request = received.remove();
    new Webhook(SECRET).verify(request.body(), request.headers());
    assertThatThrownBy(() -> new Webhook(OTHER_SECRET).verify(request.body(), request.headers()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> new Webhook(SECRET).verify(request.body() + " ", request.headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void aRepeatHasTheSameIdAndBodyAndAFreshTimestamp() throws Exception {
    sendTo(exchange -> take(exchange, 500), InstantSource.fixed(NOON));
    sendTo(exchange -> take(exchange, 200), InstantSource.fixed(NOON.plusSeconds(60)));

    Received first = received.remove();
    Received second = received.remove();
    assertThat(second.body()).isEqualTo(first.body()).doesNotContain("alert-of-n1", "\"p1\"");
    assertThat(first.headers().get("Webhook-id")).containsExactly("n1-webhook");
    assertThat(second.headers().get("Webhook-id")).containsExactly("n1-webhook");
    assertThat(first.headers().get("Webhook-timestamp"))
        .containsExactly(Long.toString(NOON.getEpochSecond()));
    assertThat(second.headers().get("Webhook-timestamp"))
        .containsExactly(Long.toString(NOON.getEpochSecond() + 60));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void whatTheReceiverMayRepairIsTriedAgain(int status) throws Exception {
    assertThat(sendTo(exchange -> take(exchange, status), InstantSource.system()))
        .isEqualTo(new Answer.TryAgain("http-" + status));
  }

  @Test
  void goneIsFinal() throws Exception {
    assertThat(sendTo(exchange -> take(exchange, 410), InstantSource.system()))
        .isEqualTo(new Answer.Refused("http-410"));
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    Answer answer =
        sendTo(
            exchange -> {
              exchange.getResponseHeaders().add("Location", "/elsewhere");
              take(exchange, 307);
            },
            InstantSource.system());

    assertThat(answer).isEqualTo(new Answer.TryAgain("http-307"));
    assertThat(received).hasSize(1);
  }

  @Test
  void aReceiverThatNeverAnswersIsGivenUpInTime() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Answer answer =
        sendTo(
            _ -> {
              try {
                ended.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            },
            InstantSource.system(),
            SHORT);
    ended.countDown();

    assertThat(answer).isEqualTo(new Answer.TryAgain("timeout"));
  }

  @Test
  void anEndlessAnswerIsNotRead() throws Exception {
    Answer answer =
        sendTo(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] block = new byte[8192];
              while (true) {
                exchange.getResponseBody().write(block);
              }
            },
            InstantSource.system());

    assertThat(answer).isEqualTo(new Answer.Accepted("http-200"));
  }

  @Test
  void nobodyListening() throws Exception {
    try (WebhookSender sender =
        sender(URI.create("http://127.0.0.1:1/in"), InstantSource.system(), AMPLE)) {
      assertThat(sender.send(Fixtures.webhook("n1", "p1")))
          .isEqualTo(new Answer.TryAgain("http-unreachable"));
    }
  }

  private void take(HttpExchange exchange, int status) throws IOException {
    received.add(
        new Received(
            new String(exchange.getRequestBody().readAllBytes(), UTF_8),
            Map.copyOf(exchange.getRequestHeaders())));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static Answer sendTo(HttpHandler handler, InstantSource clock) throws Exception {
    return sendTo(handler, clock, AMPLE);
  }

  private static Answer sendTo(HttpHandler handler, InstantSource clock, Duration timeout)
      throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in");
    try (WebhookSender sender = sender(url, clock, timeout)) {
      return sender.send(Fixtures.webhook("n1", "p1"));
    } finally {
      server.stop(0);
    }
  }

  private static WebhookSender sender(URI url, InstantSource clock, Duration timeout) {
    ContactBook book = new ContactBook(KEYS, InstantSource.fixed(NOON));
    String json = "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, SECRET);
    book.put(
        new Contact(
            "p1",
            Optional.empty(),
            Optional.of(KEYS.sealText(HubKeys.DIRECTORY, "p1", json)),
            Optional.empty(),
            Optional.empty()));
    return new WebhookSender(URI.create("https://hub.fablewick.example/"), book, timeout, clock);
  }

  private record Received(String body, Map<String, List<String>> headers) {}
}
