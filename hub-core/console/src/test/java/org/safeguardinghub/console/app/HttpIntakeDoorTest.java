package org.safeguardinghub.console.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.kernel.event.Sensitive;

/** What the console makes of an intake's answers, and of none. */
final class HttpIntakeDoorTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private HttpIntakeDoor door;
  private volatile int status = 201;
  private volatile String body = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] answer = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    door =
        new HttpIntakeDoor(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            Map.of("heron-house", Sensitive.of("token-of-heron")));
  }

  @AfterEach
  void stop() {
    door.close();
    server.stop(0);
  }

  private IntakeDoor.Answer send() {
    return door.send("heron-house", "{}".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202})
  void whatIsRecordedHasAReceipt(int answered) {
    status = answered;
    body = "{\"receiptId\":\"r-abc\",\"eventId\":\"e\",\"repeat\":false}";

    assertThat(send()).isEqualTo(new IntakeDoor.Answer.Received("r-abc"));
    assertThat(asked).containsExactly("POST /v1/concerns Bearer token-of-heron {}");
  }

  @Test
  void whatIsRefusedSaysWhyAndWhere() {
    status = 422;
    body =
        """
        {"detail":"check the date","step":"TIME","reasonCode":"IN_FUTURE","pointer":"/occurredAt","receiptId":"r-q"}
        """;

    assertThat(send())
        .isEqualTo(
            new IntakeDoor.Answer.Refused(
                new IntakeDoor.Refusal(
                    "r-q", "TIME", "IN_FUTURE", "/occurredAt", "check the date")));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 429, 500, 503})
  void whatIsNeitherMayBeSentAgain(int answered) {
    status = answered;

    assertThat(send()).isEqualTo(new IntakeDoor.Answer.Away());
  }

  @Test
  void anAnswerWithoutAReceiptIsNone() {
    body = "<html>";

    assertThat(send()).isEqualTo(new IntakeDoor.Answer.Away());
  }

  @Test
  void whereNobodyListensNothingIsSaidToHaveArrived() {
    server.stop(0);

    assertThat(send()).isEqualTo(new IntakeDoor.Answer.Away());
    assertThat(door.fate("heron-house", "r-abc")).isEqualTo(new IntakeDoor.Fate.Away());
  }

  @Test
  void nobodyIsAskedInTheNameOfAProviderWhoseTokenIsNotHeld() {
    assertThat(door.send("fablewick-police", "{}".getBytes(UTF_8)))
        .isEqualTo(new IntakeDoor.Answer.Away());
    assertThat(asked).isEmpty();
  }

  @Test
  void aReceiptsFateIsToldOrUnknown() {
    status = 200;
    body = "{\"receiptId\":\"r-abc\",\"status\":\"processed\",\"ledToAlert\":\"yes\"}";
    assertThat(door.fate("heron-house", "r-abc"))
        .isEqualTo(new IntakeDoor.Fate.Known("processed", "yes", ""));
    body = "{\"status\":\"processed\",\"ledToAlert\":\"yes\",\"answer\":\"already known\"}";
    assertThat(door.fate("heron-house", "r-abc"))
        .isEqualTo(new IntakeDoor.Fate.Known("processed", "yes", "already known"));
    body = "{\"status\":\"processed\",\"ledToAlert\":\"withheld\",\"answer\":null}";
    assertThat(door.fate("heron-house", "r-abc"))
        .isEqualTo(new IntakeDoor.Fate.Known("processed", "withheld", ""));
    assertThat(asked.getLast()).startsWith("GET /v1/receipts/r-abc Bearer token-of-heron");
    status = 404;
    assertThat(door.fate("heron-house", "r-abc")).isEqualTo(new IntakeDoor.Fate.Unknown());
  }
}
