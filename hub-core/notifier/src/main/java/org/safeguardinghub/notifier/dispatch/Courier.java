package org.safeguardinghub.notifier.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Attempt;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one attempt and always has an answer at its deadline. */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Map<Channel, Sender> senders;
  private final ExecutorService threads;
  private final DispatchSettings settings;

  Courier(Map<Channel, Sender> senders, ExecutorService threads, DispatchSettings settings) {
    this.senders = Map.copyOf(senders);
    this.threads = threads;
    this.settings = settings;
  }

  Answer attempt(Attempt attempt) throws InterruptedException {
    if (settings.retries().isUsedUp(attempt)) {
      // Claimed but never answered, again and again: something about it ends its process.
      return new Answer.TryAgain("attempts-used-up");
    }
    Sender sender = senders.get(attempt.notification().channel());
    if (sender == null) {
      return new Answer.Refused("channel-not-set-up");
    }
    Notification notification = attempt.notification();
    return within(
        settings.deadline(),
        threads.submit(
            () -> attempt.onChannel() > 1 ? sender.again(notification) : sender.send(notification)),
        notification.id());
  }

  private static Answer within(Duration deadline, Future<Answer> sending, String id)
      throws InterruptedException {
    try {
      return sending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Answer.TryAgain("timeout");
    } catch (ExecutionException e) {
      // The class only: a library's message may repeat an address.
      LOG.error(
          "sending failed unexpectedly: notification={} cause={}",
          id,
          e.getCause() == null ? "none" : e.getCause().getClass().getName());
      return new Answer.TryAgain("fault");
    } finally {
      // Interrupting a virtual thread closes the socket that it waits for.
      sending.cancel(true);
    }
  }
}
