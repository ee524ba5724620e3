package org.safeguardinghub.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;
import static org.safeguardinghub.notifier.delivery.Fixtures.STORY;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Fixtures;
import org.safeguardinghub.notifier.delivery.InMemoryDeliveries;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Outcome;
import org.safeguardinghub.notifier.delivery.RetrySchedule;
import org.slf4j.LoggerFactory;

final class DispatcherTest {
  private static final DispatchSettings SETTINGS =
      new DispatchSettings(
          8,
          2,
          Duration.ofSeconds(4),
          Duration.ofMillis(20),
          new RetrySchedule(Duration.ofMillis(10), Duration.ofMillis(20), 3, 2));

  private final InMemoryDeliveries store = new InMemoryDeliveries();
  private final ScriptedSender sender = new ScriptedSender();
  private final Dispatcher dispatcher =
      new Dispatcher(
          store,
          Map.of(Channel.EMAIL, sender, Channel.TEXT, sender),
          SETTINGS,
          new Clocks(InstantSource.system(), InstantSource.fixed(STORY), () -> 0),
          new Signal());
  private final Thread loop = Thread.ofPlatform().daemon().unstarted(dispatcher);

  @AfterEach
  void close() {
    dispatcher.close();
  }

  @Test
  void aFailingReceiverIsTriedUntilItTakesTheNoticeAndNeverAgainAfterwards() {
    sender.answers("n1", new Answer.TryAgain("smtp-421"), new Answer.TryAgain("smtp-450"));
    run(Fixtures.mail("n1", "p1"));
    awaitOutcomes(3);
    run(Fixtures.mail("n1", "p1"), Fixtures.mail("n2", "p1"));
    awaitOutcomes(4);

    assertThat(outcomesOf("n1"))
        .extracting(Outcome::kind, Outcome::attempt, Outcome::providerCode, Outcome::at)
        .containsExactly(
            tuple(Outcome.Kind.FAILED_WILL_RETRY, 1, "smtp-421", STORY),
            tuple(Outcome.Kind.FAILED_WILL_RETRY, 2, "smtp-450", STORY),
            tuple(Outcome.Kind.DELIVERED, 3, "ok", STORY));
    assertThat(sender.sent()).containsExactly("n1", "n1", "n1", "n2");
  }

  @Test
  void afterTheLastAttemptItIsUndeliverable() {
    Answer busy = new Answer.TryAgain("smtp-421");
    sender.answers("n1", busy, busy, busy, new Answer.Accepted("too late"));
    run(Fixtures.mail("n1", "p1"));
    awaitOutcomes(3);

    assertThat(outcomesOf("n1").getLast().kind()).isEqualTo(Outcome.Kind.UNDELIVERABLE);
    assertThat(outcomesOf("n1").getLast().attempt()).isEqualTo(3);
  }

  @Test
  void aReceiverThatHangsDelaysNobodyElseAndIsGivenUp() {
    run(
        IntStream.range(0, 20)
            .mapToObj(i -> Fixtures.mail("h" + i, "hanging-1"))
            .toArray(Notification[]::new));
    Until.holds("the hanging receiver is full", () -> sender.most("hanging-1") == 2);
    run(
        IntStream.range(0, 20)
            .mapToObj(i -> Fixtures.mail("q" + i, "quick-" + i))
            .toArray(Notification[]::new));
    Until.holds("all others delivered", () -> delivered() == 20);

    assertThat(store.outcomes()).extracting(Outcome::personId).doesNotContain("hanging-1");
    // Before the first is given up: its thread may end a moment after the next has begun.
    assertThat(sender.most("hanging-1")).isEqualTo(2);
    Until.holds(
        "the hanging attempts have answers",
        () -> store.outcomes().stream().anyMatch(o -> o.providerCode().equals("timeout")));
  }

  @Test
  void whatWasAcceptedDuringAnOutageOfTheStoreIsRecordedLaterAndNotSentTwice() {
    store.failRecording(2);
    run(Fixtures.mail("n1", "p1"));
    awaitOutcomes(1);

    assertThat(outcomesOf("n1").getFirst().kind()).isEqualTo(Outcome.Kind.DELIVERED);
    assertThat(sender.sent()).containsExactly("n1");
  }

  @Test
  void aChannelThatIsNotSetUpIsUndeliverable() {
    run(Fixtures.webhook("w1", "p1"));
    awaitOutcomes(1);

    assertThat(outcomesOf("w1").getFirst().providerCode()).isEqualTo("channel-not-set-up");
  }

  @Test
  void whoeverCannotBeReachedOnOneChannelIsToldOnTheNext() {
    sender.answers("n1", new Answer.Refused("smtp-550"));
    run(
        Fixtures.over("n1", "p1", Channel.EMAIL, Channel.TEXT),
        Fixtures.over("n2", "p2", Channel.WEBHOOK, Channel.EMAIL));
    awaitOutcomes(4);

    assertThat(outcomesOf("n1"))
        .extracting(Outcome::channel, Outcome::kind, Outcome::providerCode)
        .containsExactly(
            tuple(Channel.EMAIL, Outcome.Kind.NEXT_CHANNEL, "smtp-550"),
            tuple(Channel.TEXT, Outcome.Kind.DELIVERED, "ok"));
    assertThat(outcomesOf("n2"))
        .extracting(Outcome::channel, Outcome::kind, Outcome::providerCode)
        .containsExactly(
            tuple(Channel.WEBHOOK, Outcome.Kind.NEXT_CHANNEL, "channel-not-set-up"),
            tuple(Channel.EMAIL, Outcome.Kind.DELIVERED, "ok"));
  }

  @Test
  void anUnexpectedFaultIsTriedAgainAndItsTextGoesNowhere() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    ch.qos.logback.classic.Logger root =
        (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.safeguardinghub");
    root.addAppender(log);
    run(Fixtures.mail("faulty-1", "p1"));
    awaitOutcomes(3);
    root.detachAppender(log);

    assertThat(store.outcomes().toString()).doesNotContain("MARKER", "tumbledown");
    assertThat(log.list)
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getFormattedMessage()).doesNotContain("MARKER", "tumbledown");
              assertThat(event.getThrowableProxy()).isNull();
            });
  }

  private void run(Notification... notifications) {
    store.accept(List.of(notifications), NOON);
    if (loop.getState() == Thread.State.NEW) {
      loop.start();
    }
    dispatcher.due().raise();
  }

  private void awaitOutcomes(int number) {
    Until.holds(number + " outcomes", () -> store.outcomes().size() >= number);
  }

  private long delivered() {
    return store.outcomes().stream().filter(o -> o.kind() == Outcome.Kind.DELIVERED).count();
  }

  private List<Outcome> outcomesOf(String id) {
    return store.outcomes().stream().filter(o -> o.notificationId().equals(id)).toList();
  }
}
