package org.safeguardinghub.notifier.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Receivers of webhooks that are in trouble, each in its own way, and one that is well. Real
 * sockets on this machine.
 */
public final class TroubledReceivers implements AutoCloseable {
  private final HttpServer http;
  private final ServerSocket hanging = listening();
  private final ServerSocket dripping = listening();
  private final ServerSocket plain = listening();
  private final CountDownLatch closed = new CountDownLatch(1);

  public TroubledReceivers() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(task -> Thread.ofVirtual().start(task));
    http.createContext("/well", exchange -> answer(exchange, 204));
    http.createContext("/failing", exchange -> answer(exchange, 500));
    http.start();
    serve(hanging, _ -> closed.await());
    serve(dripping, this::drip);
    serve(plain, socket -> socket.getOutputStream().write("no TLS here\r\n".getBytes(US_ASCII)));
  }

  /** The address of each, under the id of a person who has it. */
  public Map<String, String> urls() {
    String base = "http://127.0.0.1:" + http.getAddress().getPort();
    Map<String, String> urls = new LinkedHashMap<>();
    urls.put("p-failing", base + "/failing");
    urls.put("p-hanging", "http://127.0.0.1:" + hanging.getLocalPort());
    urls.put("p-dripping", "http://127.0.0.1:" + dripping.getLocalPort());
    urls.put("p-broken-tls", "https://127.0.0.1:" + plain.getLocalPort());
    urls.put("p-well", base + "/well");
    return urls;
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    try (exchange;
        InputStream asked = exchange.getRequestBody()) {
      asked.readAllBytes();
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** One letter of an answer at a time, far more slowly than anybody waits. */
  private void drip(Socket socket) throws IOException, InterruptedException {
    OutputStream out = socket.getOutputStream();
    for (byte letter : ("HTTP/1.1 200 OK\r\nX-Filler: " + "x".repeat(500)).getBytes(US_ASCII)) {
      out.write(letter);
      out.flush();
      if (closed.await(20, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  /** What a receiver does with one connection. */
  private interface Manner {
    void with(Socket socket) throws IOException, InterruptedException;
  }

  private static void serve(ServerSocket listening, Manner manner) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!listening.isClosed()) {
                try {
                  Socket socket = listening.accept();
                  Thread.ofVirtual().start(() -> serve(socket, manner));
                } catch (IOException _) {
                  return;
                }
              }
            });
  }

  private static void serve(Socket socket, Manner manner) {
    try (socket) {
      manner.with(socket);
    } catch (IOException _) {
      // The other side gave up.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException("no port is free", e);
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    http.stop(0);
    hanging.close();
    dripping.close();
    plain.close();
  }
}
