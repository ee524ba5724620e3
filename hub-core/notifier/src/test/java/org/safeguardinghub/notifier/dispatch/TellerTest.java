package org.safeguardinghub.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;
import static org.safeguardinghub.notifier.delivery.Fixtures.STORY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Attempt;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.Fixtures;
import org.safeguardinghub.notifier.delivery.InMemoryDeliveries;
import org.safeguardinghub.notifier.delivery.Outcome;
import org.safeguardinghub.notifier.delivery.RetrySchedule;
import org.safeguardinghub.notifier.delivery.Step;

final class TellerTest {
  @Test
  void anOutcomeIsToldOnceTheBrokerIsBackAndThenNoMore() {
    InMemoryDeliveries store = new InMemoryDeliveries();
    deliver(store, "n1");
    List<Outcome> told = new CopyOnWriteArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    Signal recorded = new Signal();
    Teller teller =
        new Teller(
            store,
            outcomes -> {
              if (calls.incrementAndGet() == 1) {
                throw new Teller.CannotTell(new IllegalStateException("away"));
              }
              told.addAll(outcomes);
            },
            Duration.ofMillis(20),
            recorded);
    Thread.ofPlatform().daemon().start(teller);
    Until.holds("told", () -> !told.isEmpty());
    deliver(store, "n2");
    recorded.raise();
    Until.holds("told the second", () -> told.size() > 1);
    teller.close();

    assertThat(told).extracting(Outcome::notificationId).containsExactly("n1", "n2");
  }

  private static void deliver(InMemoryDeliveries store, String id) {
    store.accept(List.of(Fixtures.mail(id, "p1")), NOON);
    Attempt attempt =
        store
            .claim(
                new Deliveries.Claim(
                    Map.of(Channel.EMAIL, 1), 1, Map.of(), Set.of(), Duration.ofSeconds(1)),
                NOON)
            .getFirst();
    RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1);
    assertThat(
            store.record(
                attempt,
                Step.after(attempt, new Answer.Accepted("smtp-250"), schedule, NOON, STORY, 0)))
        .isTrue();
  }
}
