package org.safeguardinghub.connectors.health.mllp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server over real TLS; its conversation says back what it heard. */
final class MllpServerTest {
  @TempDir private static Path folder;
  private static TestKeys keys;

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Limits LIMITS = new Limits(1000, LONG, LONG, LONG, 3, 2);

  private final List<MllpServer<String>> started = new ArrayList<>();

  @BeforeAll
  static void makeKeys() throws Exception {
    keys = TestKeys.make(folder, "hub", "fern", "stranger");
  }

  @AfterEach
  void stop() {
    started.forEach(MllpServer::close);
  }

  @Test
  void messagesAreAnsweredInTheirOrder() throws Exception {
    MllpServer<String> server = start(LIMITS);
    try (SSLSocket client = connect(server, keys.tls("fern"))) {
      send(client, "\u000Bone\u001C\r\u000Btwo\u001C\r\r\n");
      send(client, "\u000Bthree\u001C\r");
      assertThat(answer(client)).isEqualTo("fern heard one");
      assertThat(answer(client)).isEqualTo("fern heard two");
      assertThat(answer(client)).isEqualTo("fern heard three");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n",
        "\u000Bone\u000Btwo\u001C\r",
        "\u000Bone\u001C\u000Btwo\u001C\r",
        "\u001C\r",
        "\u0000\u000Bone\u001C\r"
      })
  void whatIsNoFrameEndsTheConnection(String bytes) throws Exception {
    MllpServer<String> server = start(LIMITS);
    try (SSLSocket client = connect(server, keys.tls("fern"))) {
      send(client, bytes);
      assertEnded(client);
    }
  }

  @Test
  void aFrameThatIsTooLargeEndsTheConnection() throws Exception {
    MllpServer<String> server = start(LIMITS);
    try (SSLSocket client = connect(server, keys.tls("fern"))) {
      send(client, "\u000B" + "x".repeat(1000) + "\u001C\r");
      assertThat(answer(client)).endsWith("x");
      send(client, "\u000B" + "x".repeat(1001));
      assertEnded(client);
    }
  }

  @Test
  void aFrameThatNeverEndsEndsTheConnection() throws Exception {
    MllpServer<String> server = start(new Limits(1000, LONG, Duration.ofMillis(300), LONG, 3, 2));
    try (SSLSocket client = connect(server, keys.tls("fern"))) {
      send(client, "\u000Bone");
      assertEnded(client);
    }
  }

  @Test
  void aSilentConnectionEnds() throws Exception {
    MllpServer<String> server = start(new Limits(1000, LONG, LONG, Duration.ofMillis(300), 3, 2));
    try (SSLSocket client = connect(server, keys.tls("fern"))) {
      client.startHandshake();
      assertEnded(client);
    }
  }

  @Test
  void aHandshakeThatNeverBeginsEndsTheConnection() throws Exception {
    MllpServer<String> server = start(new Limits(1000, Duration.ofMillis(300), LONG, LONG, 3, 2));
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whoShowsNoCertificateIsNotHeard() throws Exception {
    MllpServer<String> server = start(LIMITS);
    assertThatThrownBy(
            () -> {
              try (SSLSocket client = connect(server, keys.nameless())) {
                send(client, "\u000Bone\u001C\r");
                answer(client);
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void aTrustedCertificateOfNoFeedIsNotHeard() throws Exception {
    MllpServer<String> server = start(LIMITS);
    try (SSLSocket client = connect(server, keys.tls("stranger"))) {
      client.startHandshake();
      assertEnded(client);
    }
  }

  @Test
  void olderTlsIsNotSpoken() throws Exception {
    MllpServer<String> server = start(LIMITS);
    try (SSLSocket client = connect(server, keys.tls("fern"))) {
      client.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatThrownBy(client::startHandshake).isInstanceOf(IOException.class);
    }
  }

  @Test
  void oneSenderCannotTakeAllConnections() throws Exception {
    MllpServer<String> server = start(LIMITS);
    try (SSLSocket first = connect(server, keys.tls("fern"));
        SSLSocket second = connect(server, keys.tls("fern"));
        SSLSocket third = connect(server, keys.tls("fern"))) {
      send(first, "\u000Bone\u001C\r");
      assertThat(answer(first)).isEqualTo("fern heard one");
      send(second, "\u000Btwo\u001C\r");
      assertThat(answer(second)).isEqualTo("fern heard two");
      third.startHandshake();
      assertEnded(third);
    }
  }

  private MllpServer<String> start(Limits limits) throws Exception {
    X509Certificate fern = keys.certificate("fern");
    MllpServer<String> server =
        MllpServer.start(
            InetAddress.getLoopbackAddress(),
            0,
            keys.tls("hub"),
            limits,
            certificate -> certificate.equals(fern) ? Optional.of("fern") : Optional.empty(),
            (sender, message) -> (sender + " heard " + new String(message, UTF_8)).getBytes(UTF_8));
    started.add(server);
    return server;
  }

  private static SSLSocket connect(MllpServer<String> server, SSLContext tls) throws IOException {
    return (SSLSocket)
        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static void send(Socket client, String bytes) throws IOException {
    client.getOutputStream().write(bytes.getBytes(UTF_8));
    client.getOutputStream().flush();
  }

  private static String answer(Socket client) throws IOException {
    return new String(
        Mllp.read(client.getInputStream(), 10_000, () -> {})
            .orElseThrow(() -> new IOException("no answer")),
        UTF_8);
  }

  /** The other side has hung up, whether politely or not, and has said nothing. */
  private static void assertEnded(Socket client) {
    int read;
    try {
      read = client.getInputStream().read();
    } catch (IOException e) {
      read = -1;
    }
    assertThat(read).isEqualTo(-1);
  }
}
