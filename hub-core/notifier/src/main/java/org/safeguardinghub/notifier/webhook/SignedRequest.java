package org.safeguardinghub.notifier.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.safeguardinghub.notifier.contact.WebhookReceiver;

/** A webhook request with the three headers of Standard Webhooks. */
final class SignedRequest {
  private SignedRequest() {}

  /**
   * @param wireId the same for every attempt: the receiver's key against repeats
   * @param signedAt real time: receivers refuse what is more than some minutes off
   */
  static HttpRequest of(
      WebhookReceiver receiver, String wireId, Instant signedAt, String body, Duration timeout) {
    return HttpRequest.newBuilder(receiver.url().reveal())
        .timeout(timeout)
        .header("content-type", "application/json")
        .header("user-agent", "safeguarding-hub")
        .header("webhook-id", wireId)
        .header("webhook-timestamp", Long.toString(signedAt.getEpochSecond()))
        .header("webhook-signature", signature(receiver, wireId, signedAt, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String signature(
      WebhookReceiver receiver, String wireId, Instant signedAt, String body) {
    try {
      return new Webhook(receiver.secret().reveal()).sign(wireId, signedAt.getEpochSecond(), body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("this Java runtime lacks HMAC-SHA-256", e);
    }
  }
}
