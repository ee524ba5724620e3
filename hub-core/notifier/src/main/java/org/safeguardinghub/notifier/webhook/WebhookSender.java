package org.safeguardinghub.notifier.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.contact.Reach;
import org.safeguardinghub.notifier.contact.WebhookReceiver;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Sender;
import org.safeguardinghub.notifier.text.WebhookBody;
import org.safeguardinghub.notifier.text.WireId;

/** Posts signed webhooks; accepted is any answer from 200 to 299. Redirects are not followed. */
public final class WebhookSender implements Sender, AutoCloseable {
  private static final int GONE = 410;

  private final URI console;
  private final ContactBook contacts;
  private final Duration timeout;
  private final InstantSource realTime;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  public WebhookSender(
      URI console, ContactBook contacts, Duration timeout, InstantSource realTime) {
    this.console = console;
    this.contacts = contacts;
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

  @Override
  public Answer send(Notification notification) throws InterruptedException {
    return switch (contacts.webhook(notification.personId())) {
      case Reach.Nowhere<WebhookReceiver>(Answer answer) -> answer;
      case Reach.At<WebhookReceiver>(WebhookReceiver receiver) -> post(notification, receiver);
    };
  }

  private Answer post(Notification notification, WebhookReceiver receiver)
      throws InterruptedException {
    HttpRequest request =
        SignedRequest.of(
            receiver,
            WireId.of(notification.key()),
            realTime.instant(),
            WebhookBody.of(notification, console),
            timeout);
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      // The status is the answer; what else the receiver says is not read.
      response.body().close();
      return answer(response.statusCode());
    } catch (HttpTimeoutException _) {
      return new Answer.TryAgain("timeout");
    } catch (ConnectException _) {
      return new Answer.TryAgain("http-unreachable");
    } catch (IOException _) {
      return new Answer.TryAgain("http-broken-off");
    }
  }

  private static Answer answer(int status) {
    String code = "http-" + status;
    if (status >= 200 && status < 300) {
      return new Answer.Accepted(code);
    }
    return status == GONE ? new Answer.Refused(code) : new Answer.TryAgain(code);
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
