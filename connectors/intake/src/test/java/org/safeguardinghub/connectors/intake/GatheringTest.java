package org.safeguardinghub.connectors.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;

final class GatheringTest {
  private final List<Integer> trips = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void whoComesDuringATripGoesTogetherAndEachGetsItsOwn() throws Exception {
    Gathering<Submission, Result> gathering = new Gathering<>(_ -> 1, (_, all) -> trip(all));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Result>> first = callers.submit(bring(gathering, "a"));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      List<Thread> waiting = new ArrayList<>();
      List<Future<List<Result>>> others = new ArrayList<>();
      CountDownLatch came = new CountDownLatch(3);
      for (String name : List.of("b", "c", "d")) {
        others.add(
            callers.submit(
                () -> {
                  synchronized (waiting) {
                    waiting.add(Thread.currentThread());
                  }
                  came.countDown();
                  return bring(gathering, name).call();
                }));
      }
      assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
      awaitBlocked(waiting);
      goOn.countDown();
      assertThat(id(first)).isEqualTo("a");
      assertThat(id(others.get(0))).isEqualTo("b");
      assertThat(id(others.get(2))).isEqualTo("d");
    }
    assertThat(trips).containsExactly(1, 3);
  }

  @Test
  void aTripThatFailsFailsForAllWhoWereOnIt() {
    goOn.countDown();
    Gathering<Submission, Result> gathering =
        new Gathering<>(
            _ -> 1,
            (_, _) -> {
              throw new StoreUnavailable("08006");
            });
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> bring(gathering, "a").call());
  }

  private List<Result> trip(List<Submission> all) {
    trips.add(all.size());
    begun.countDown();
    try {
      assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return all.stream()
        .<Result>map(
            one ->
                new Result.Accepted("r", new String(one.body().reveal(), UTF_8), true, true, false))
        .toList();
  }

  private static void awaitBlocked(List<Thread> threads) {
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  private static Callable<List<Result>> bring(
      Gathering<Submission, Result> gathering, String name) {
    return () -> gathering.bring(Senders.SCHOOL, List.of(Submission.of(name.getBytes(UTF_8))));
  }

  private static String id(Future<List<Result>> caller)
      throws ExecutionException, InterruptedException {
    return caller.get().getFirst() instanceof Result.Accepted accepted ? accepted.eventId() : "";
  }
}
