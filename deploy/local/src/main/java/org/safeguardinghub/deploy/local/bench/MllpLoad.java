package org.safeguardinghub.deploy.local.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLContext;

/** One message after another on each of the connections that one certificate may have. */
final class MllpLoad implements ConnectorLoad {
  private static final int CONNECTIONS = 20;
  private static final int TELL_EVERY = 200;
  private static final int BEGIN = 0x0b;
  private static final int END = 0x1c;

  private final SSLContext tls;
  private final int port;

  MllpLoad(SSLContext tls, int port) {
    this.tls = tls;
    this.port = port;
  }

  @Override
  public String name() {
    return "MLLP, " + CONNECTIONS + " connections";
  }

  @Override
  public String app() {
    return "health";
  }

  @Override
  public String feed() {
    return "fablewick-nhs";
  }

  @Override
  public int asked() {
    return 2_000;
  }

  @Override
  public long send(int first, int count, IntConsumer progress) throws Exception {
    AtomicInteger answered = new AtomicInteger();
    List<Callable<Void>> senders = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      int from = first + count * i / CONNECTIONS;
      int to = first + count * (i + 1) / CONNECTIONS;
      senders.add(
          () -> {
            try (Socket socket = tls.getSocketFactory().createSocket(loopback(), port)) {
              converse(socket, from, to, answered, progress);
              return null;
            }
          });
    }
    long begun = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (Future<Void> sender : pool.invokeAll(senders)) {
        sender.get();
      }
    }
    return System.nanoTime() - begun;
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  /** Fails with the answer to the first message that is not taken: what counts is what was. */
  private static void converse(
      Socket socket, int from, int to, AtomicInteger answered, IntConsumer progress)
      throws IOException {
    socket.setTcpNoDelay(true);
    InputStream in = new BufferedInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    for (int number = from; number < to; number++) {
      out.write(frame(number, "20260302"));
      out.flush();
      String answer = answer(in);
      if (!answer.contains("MSA|AA|")) {
        throw new IllegalStateException(
            "message C-%d was answered with %s".formatted(number, answer.replace('\r', ' ')));
      }
      int all = answered.incrementAndGet();
      if (all % TELL_EVERY == 0) {
        progress.accept(all);
      }
    }
  }

  /**
   * An attendance of an invented child.
   *
   * @param sent when, as HL7 writes it
   */
  static byte[] frame(int number, String sent) {
    String message =
        ("MSH|^~\\&|PAS|FERN|HUB|HUB|%s||ADT^A04|C-%d|P|2.4\r"
                + "PID|1||M-%d^^^FERN^MR||Child^Bench %d||20190504\rPV1|1|E|||||||||||||||||V-%d\r")
            .formatted(sent, number, number, number, number);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(BEGIN);
    frame.writeBytes(message.getBytes(US_ASCII));
    frame.write(END);
    frame.write('\r');
    return frame.toByteArray();
  }

  /** The next answer, without its frame. */
  static String answer(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    int next = in.read();
    while (next != END) {
      if (next < 0) {
        throw new EOFException("the connector ended the connection");
      }
      answer.write(next);
      next = in.read();
    }
    if (in.read() != '\r') {
      throw new IOException("an answer did not end as MLLP says");
    }
    return answer.toString(US_ASCII);
  }
}
