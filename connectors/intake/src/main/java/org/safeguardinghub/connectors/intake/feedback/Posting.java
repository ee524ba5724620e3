package org.safeguardinghub.connectors.intake.feedback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Posts one signed webhook (Standard Webhooks). It says that a receipt has an answer, and nothing
 * of the answer. Redirects are not followed, what a receiver says besides its status is not read.
 */
final class Posting implements AutoCloseable {
  private static final int GONE = 410;

  private final Duration timeout;
  private final InstantSource realTime;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  /**
   * @param timeout of the connection, and of the answer
   * @param realTime receivers refuse what is signed some minutes off
   */
  Posting(Duration timeout, InstantSource realTime) {
    this.timeout = timeout;
    this.realTime = realTime;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .executor(threads)
            .build();
  }

  Told post(Receiver receiver, Due due) throws InterruptedException {
    try {
      HttpResponse<InputStream> response =
          http.send(
              request(receiver, due, realTime.instant()),
              HttpResponse.BodyHandlers.ofInputStream());
      response.body().close();
      return told(response.statusCode());
    } catch (HttpTimeoutException _) {
      return new Told.NotTaken("timeout");
    } catch (ConnectException _) {
      return new Told.NotTaken("unreachable");
    } catch (IOException _) {
      return new Told.NotTaken("broken off");
    }
  }

  private static Told told(int status) {
    if (status >= 200 && status < 300) {
      return new Told.Taken();
    }
    return status == GONE ? new Told.Gone() : new Told.NotTaken("status " + status);
  }

  private HttpRequest request(Receiver receiver, Due due, Instant signedAt) {
    String body = body(due);
    return HttpRequest.newBuilder(receiver.url().reveal())
        .timeout(timeout)
        .header("content-type", "application/json")
        .header("user-agent", "safeguarding-hub")
        .header("webhook-id", due.wireId())
        .header("webhook-timestamp", Long.toString(signedAt.getEpochSecond()))
        .header("webhook-signature", signature(receiver, due.wireId(), signedAt, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** The same text in every attempt. */
  static String body(Due due) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "receipt.answered").put("timestamp", due.madeAt().toString());
    body.putObject("data").put("receiptId", due.receiptId());
    return body.toString();
  }

  private static String signature(Receiver receiver, String wireId, Instant signedAt, String body) {
    try {
      return new Webhook(receiver.secret().reveal()).sign(wireId, signedAt.getEpochSecond(), body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("this Java runtime lacks HMAC-SHA-256", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
