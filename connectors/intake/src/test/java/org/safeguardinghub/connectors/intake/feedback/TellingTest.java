package org.safeguardinghub.connectors.intake.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agencies are told by real HTTP; nothing here waits for a time, but for what must happen. */
final class TellingTest {
  private static final String ONE = "lantern-trust";
  private static final String OTHER = "heron-house";
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OTHER_SECRET = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";
  private static final Duration LONG = Duration.ofMinutes(10);

  /** Every request that came in: path, id, signature's headers and body. */
  private record Came(String path, HttpHeaders headers, String body) {
    String id() {
      return headers.firstValue("webhook-id").orElse("");
    }
  }

  /** What a receiver does with its n-th request, from 1. */
  private interface Receiving {
    int status(int number) throws InterruptedException;
  }

  private final List<Came> came = new CopyOnWriteArrayList<>();
  private final MemoryFeedback store = new MemoryFeedback();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private void receiver(String path, Receiving receiving) {
    AtomicInteger number = new AtomicInteger();
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            came.add(new Came(path, headers(exchange), body));
            int status = receiving.status(number.incrementAndGet());
            if (status == 302) {
              exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static HttpHeaders headers(HttpExchange exchange) {
    return HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
  }

  private Telling telling(Duration timeout) {
    return new Telling(
        Receivers.of(
            List.of(
                Receiver.of(ONE, address("/one?a=b"), SECRET),
                Receiver.of(OTHER, address("/other"), OTHER_SECRET))),
        store,
        Patience.THREE_DAYS,
        timeout,
        InstantSource.system(),
        () -> 0);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void aReceiverThatFailsHangsAndThenWorksIsToldUnderOneId() {
    receiver(
        "/one",
        number ->
            switch (number) {
              case 1 -> 500;
              case 2 -> {
                end.await();
                yield 200;
              }
              default -> 204;
            });
    store.add(ONE, "r-0123456789", Duration.ZERO);

    // A machine so slow that a good answer takes longer than this only tries once more.
    try (Telling telling = telling(Duration.ofMillis(750))) {
      await(telling, () -> store.left(ONE) == 0);
    }

    assertThat(came).hasSizeGreaterThanOrEqualTo(3);
    assertThat(came.stream().map(Came::id).distinct()).containsExactly("feedback-1");
    assertThat(came.stream().map(Came::body).distinct())
        .containsExactly(
            "{\"type\":\"receipt.answered\",\"timestamp\":\"2026-03-02T10:00:00Z\","
                + "\"data\":{\"receiptId\":\"r-0123456789\"}}");
    assertThat(came).allSatisfy(one -> verify(SECRET, one));
    assertThat(store.pauses().getFirst()).isEqualTo(Duration.ofSeconds(10));
    assertThat(store.pauses().get(1)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aReceiverThatHangsHoldsUpNobodyElse() throws InterruptedException {
    CountDownLatch hangs = new CountDownLatch(1);
    receiver(
        "/one",
        _ -> {
          hangs.countDown();
          end.await();
          return 200;
        });
    receiver("/other", _ -> 200);
    store.add(ONE, "r-one", Duration.ZERO);
    store.add(ONE, "r-two", Duration.ZERO);

    try (Telling telling = telling(LONG)) {
      telling.round();
      hangs.await();
      for (int i = 0; i < 20; i++) {
        store.add(OTHER, "r-other-" + i, Duration.ZERO);
      }
      await(telling, () -> store.left(OTHER) == 0);

      assertThat(store.left(ONE)).isEqualTo(2);
      assertThat(came.stream().filter(one -> one.path().equals("/one"))).hasSize(1);
    }
    assertThat(came.stream().filter(one -> one.path().equals("/other")))
        .hasSize(20)
        .allSatisfy(one -> verify(OTHER_SECRET, one));
  }

  @Test
  void whoIsGoneIsToldNoMore() {
    receiver("/one", _ -> 410);
    store.add(ONE, "r-one", Duration.ZERO);

    try (Telling telling = telling(LONG)) {
      await(telling, () -> store.left(ONE) == 0);
    }

    assertThat(came).hasSize(1);
    assertThat(store.pauses()).isEmpty();
  }

  @Test
  void redirectsAreNotFollowed() {
    receiver("/one", number -> number == 1 ? 302 : 200);
    receiver("/elsewhere", _ -> 200);
    store.add(ONE, "r-one", Duration.ZERO);

    try (Telling telling = telling(LONG)) {
      await(telling, () -> store.left(ONE) == 0);
    }

    assertThat(came.stream().map(Came::path)).containsExactly("/one", "/one");
  }

  @Test
  void afterThreeDaysItIsTriedOnceMoreAndGivenUp() {
    receiver("/one", _ -> 503);
    store.add(ONE, "r-one", Duration.ofDays(3));

    try (Telling telling = telling(LONG)) {
      await(telling, () -> store.left(ONE) == 0);
    }

    assertThat(came).hasSize(1);
    assertThat(store.pauses()).isEmpty();
  }

  @Test
  void whereNobodyListensItIsTriedAgain() {
    server.stop(0);
    store.add(ONE, "r-one", Duration.ZERO);

    try (Telling telling = telling(LONG)) {
      await(telling, () -> store.pauses().size() >= 2);
    }

    assertThat(store.left(ONE)).isEqualTo(1);
  }

  @Test
  void whatWaitsForAgenciesThatWantNoneGoesAtTheStart() {
    store.add("quillmarsh-academy", "r-one", Duration.ZERO);
    store.add(OTHER, "r-two", Duration.ZERO);

    try (Telling telling = telling(LONG)) {
      telling.begin();
    }

    assertThat(store.left("quillmarsh-academy")).isZero();
    assertThat(store.left(OTHER)).isEqualTo(1);
  }

  private static void verify(String secret, Came one) {
    assertThatCode(() -> new Webhook(secret).verify(one.body(), one.headers()))
        .doesNotThrowAnyException();
  }

  /** Rounds until it is so. */
  private static void await(Telling telling, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      telling.round();
      Thread.onSpinWait();
    }
  }
}
