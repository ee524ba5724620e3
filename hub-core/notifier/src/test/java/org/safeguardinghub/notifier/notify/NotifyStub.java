package org.safeguardinghub.notifier.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A service that behaves as GOV.UK Notify's API, version 2, says of itself: signed tokens, sending,
 * asking by reference, the error bodies. Keeps everything in memory.
 */
final class NotifyStub implements AutoCloseable {
  static final String SERVICE = "11111111-2222-4333-8444-555555555555";
  static final String SECRET = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  static final String KEY = "hub-" + SERVICE + "-" + SECRET;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long TOKEN_SECONDS = 30;

  private final HttpServer server;
  private final List<ObjectNode> sent = new ArrayList<>();
  private final Deque<Refusal> refusals = new ArrayDeque<>();

  /** An answer other than the usual one, for the next request. */
  private record Refusal(int status, String error, String message) {}

  NotifyStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v2/notifications", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized void refuses(int status, String error, String message) {
    refusals.add(new Refusal(status, error, message));
  }

  /** Every message that was taken over, in order. */
  synchronized List<ObjectNode> sent() {
    return List.copyOf(sent);
  }

  /** The newest message got a status. */
  synchronized void status(String status) {
    sent.getLast().put("status", status);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!signed(exchange.getRequestHeaders().getFirst("Authorization"))) {
        answer(exchange, error(403, "AuthError", "Invalid token: signature, api token not found"));
      } else if (!refusals.isEmpty()) {
        Refusal refusal = refusals.removeFirst();
        answer(exchange, error(refusal.status(), refusal.error(), refusal.message()));
      } else if (exchange.getRequestMethod().equals("POST")) {
        take(exchange);
      } else {
        list(exchange);
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode asked = JSON.readTree(exchange.getRequestBody());
    String type = exchange.getRequestURI().getPath().endsWith("/sms") ? "sms" : "email";
    ObjectNode message = JSON.createObjectNode();
    message.put("id", UUID.randomUUID().toString());
    message.put("reference", asked.path("reference").asText());
    message.put("type", type);
    message.put("status", "created");
    message.put("body", asked.path("personalisation").path("notice").asText());
    message.put(
        "created_at", Instant.parse("2026-03-02T12:00:00Z").plusSeconds(sent.size()).toString());
    message.set("email_address", asked.path("email_address"));
    message.set("phone_number", asked.path("phone_number"));
    ObjectNode template = message.putObject("template");
    template.put("id", asked.path("template_id").asText());
    template.put("version", 1);
    template.put("uri", "unused");
    sent.add(message);
    ObjectNode answer = message.deepCopy();
    ObjectNode content = answer.putObject("content");
    content.put("body", message.path("body").asText());
    content.put("from_number", "HUB");
    content.put("from_email", "hub@notify.example");
    content.put("subject", "unused");
    answer(exchange, new Answered(201, answer));
  }

  private void list(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode found = answer.putArray("notifications");
    // The newest first.
    sent.reversed().stream()
        .filter(message -> query.contains("reference=" + message.path("reference").asText()))
        .filter(message -> query.contains("template_type=" + message.path("type").asText()))
        .forEach(found::add);
    answer.putObject("links").put("current", "unused");
    answer(exchange, new Answered(200, answer));
  }

  private record Answered(int status, ObjectNode body) {}

  private static Answered error(int status, String error, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("status_code", status);
    body.putArray("errors").addObject().put("error", error).put("message", message);
    return new Answered(status, body);
  }

  private static void answer(HttpExchange exchange, Answered answered) throws IOException {
    byte[] bytes = JSON.writeValueAsString(answered.body()).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answered.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A JSON web token, HS256 with the key's secret, issued by the service now. */
  private static boolean signed(String header) throws IOException {
    String[] parts = header.substring("Bearer ".length()).split("\\.", -1);
    Base64.Decoder base64 = Base64.getUrlDecoder();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      byte[] expected = mac.doFinal((parts[0] + "." + parts[1]).getBytes(UTF_8));
      JsonNode head = JSON.readTree(base64.decode(parts[0]));
      JsonNode claims = JSON.readTree(base64.decode(parts[1]));
      long age = Math.abs(Instant.now().getEpochSecond() - claims.path("iat").asLong());
      return MessageDigest.isEqual(expected, base64.decode(parts[2]))
          && head.path("alg").asText().equals("HS256")
          && claims.path("iss").asText().equals(SERVICE)
          && age <= TOKEN_SECONDS;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks HMAC-SHA-256", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
