package org.safeguardinghub.deploy.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.safeguardinghub.deploy.local.folder.OwnerOnly;

/**
 * A receiver of webhooks and a stand-in for GOV.UK Notify, on this machine: they count what they
 * were sent, by idempotency key, and are unreliable on purpose. Of ten requests one is refused
 * unseen, and one is taken and then answered as a failure: it will come again.
 */
final class AlertReceivers implements AutoCloseable {
  /** Where a receiver is gone for good. */
  static final String GONE = "/gone";

  private static final String HOOK = "/hook";
  private static final String NOTIFY = "/v2/notifications";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEMPLATE = "10101010-0000-4000-8000-000000000001";
  private static final String KEY =
      "bench-20202020-0000-4000-8000-000000000002-30303030-0000-4000-8000-000000000003";

  private final HttpServer server;
  private final RandomGenerator random;
  private final Map<String, Integer> webhooks = new ConcurrentHashMap<>();
  private final Map<String, Integer> texts = new ConcurrentHashMap<>();

  AlertReceivers(RandomGenerator random) throws IOException {
    this.random = random;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.createContext(HOOK, this::hook);
    server.createContext(GONE, exchange -> answer(exchange, 410));
    server.createContext(NOTIFY, this::notified);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  String hookOf(String person) {
    return url(HOOK + "/" + person);
  }

  /** How often each webhook came, by {@code webhook-id}. */
  Map<String, Integer> webhooks() {
    return Map.copyOf(webhooks);
  }

  /** How often each text message was to be sent, by reference. */
  Map<String, Integer> texts() {
    return Map.copyOf(texts);
  }

  /**
   * Settings of a notifier that sends here, and does not give up while it is killed again and
   * again.
   */
  Map<String, String> settings(Path folder) throws IOException {
    Path key = folder.resolve("notify.key");
    Files.createDirectories(folder);
    OwnerOnly.write(key, KEY);
    return Map.of(
        "notify.url", url(""),
        "notify.key.file", key.toString(),
        "notify.text.template", TEMPLATE,
        "notifier.timeout.ms", "2000",
        "notifier.deadline.ms", "4000",
        "notifier.retry.first.ms", "300",
        "notifier.retry.cap.ms", "4000",
        "notifier.retry.attempts", "60",
        "notifier.retry.before.next", "60");
  }

  private void hook(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("webhook-id");
    int chance = chance();
    if (chance != 0) {
      webhooks.merge(key, 1, Integer::sum);
    }
    answer(exchange, chance == 0 ? 503 : chance == 1 ? 500 : 204);
  }

  private void notified(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      list(exchange);
      return;
    }
    JsonNode asked = JSON.readTree(exchange.getRequestBody());
    String reference = asked.path("reference").asText();
    int chance = chance();
    if (chance == 0) {
      answer(exchange, 429, error(429, "RateLimitError"));
      return;
    }
    texts.merge(reference, 1, Integer::sum);
    if (chance == 1) {
      answer(exchange, 500, error(500, "Exception"));
    } else {
      ObjectNode message = message(reference);
      message.putObject("content").put("body", "unused").put("from_number", "HUB");
      answer(exchange, 201, message);
    }
  }

  /** What was taken has arrived by the time somebody asks. */
  private void list(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    ObjectNode body = JSON.createObjectNode();
    ArrayNode found = body.putArray("notifications");
    List.of(query.split("&")).stream()
        .filter(part -> part.startsWith("reference="))
        .map(part -> part.substring("reference=".length()))
        .filter(texts::containsKey)
        .forEach(reference -> found.add(message(reference).put("status", "delivered")));
    body.putObject("links").put("current", "unused");
    answer(exchange, 200, body);
  }

  private static ObjectNode message(String reference) {
    ObjectNode message = JSON.createObjectNode();
    message.put(
        "id", UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8)).toString());
    message.put("reference", reference).put("type", "sms").put("body", "unused");
    message.put("created_at", Instant.EPOCH.toString());
    message.putObject("template").put("id", TEMPLATE).put("version", 1).put("uri", "unused");
    return message;
  }

  private static ObjectNode error(int status, String error) {
    ObjectNode body = JSON.createObjectNode();
    body.put("status_code", status);
    body.putArray("errors").addObject().put("error", error).put("message", "made by a bench");
    return body;
  }

  private synchronized int chance() {
    return random.nextInt(10);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    try (exchange) {
      byte[] bytes = JSON.writeValueAsBytes(body);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
