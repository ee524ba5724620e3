package org.safeguardinghub.deploy.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final BlockingQueue<ProcessEvent> events = new LinkedBlockingQueue<>();

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.createDirectories(folder.resolve("logs"));
  }

  @Test
  void startedProcessIsInTheTableWithItsPidFileAndLog() throws IOException {
    try (Supervisor supervisor = supervisor()) {
      supervisor.start(shell("a", 0, "echo hello; exec sleep 60", pid -> logged("a", "hello")));
      supervisor.awaitReady("a", SOON);

      ChildStatus row = supervisor.table().getFirst();
      assertThat(row.ready()).isTrue();
      assertThat(new PidFiles(folder.resolve("run")).read("a").orElseThrow().pid())
          .isEqualTo(row.pid());
      assertThat(folder.resolve("logs/a.log")).hasContent("hello");
    }
    assertThat(folder.resolve("run/a.pid")).doesNotExist();
  }

  @Test
  void killedProcessIsRestartedAndSaidSo() throws InterruptedException {
    try (Supervisor supervisor = supervisor()) {
      supervisor.start(shell("a", 0, "exec sleep 60", pid -> true));
      supervisor.awaitReady("a", SOON);
      long before = supervisor.table().getFirst().pid();

      supervisor.kill("a");
      supervisor.awaitReady("a", SOON);

      ChildStatus after = supervisor.table().getFirst();
      assertThat(after.pid()).isNotEqualTo(before).isPositive();
      assertThat(after.restarts()).isEqualTo(1);
      assertThat(next(ProcessEvent.Crashed.class).exitCode()).isEqualTo(137);
    }
  }

  @Test
  void processThatEndsAtItsFirstStartFailsWithItsLog() {
    try (Supervisor supervisor = supervisor()) {
      supervisor.start(shell("a", 0, "exit 7", pid -> false));

      assertThatThrownBy(() -> supervisor.awaitReady("a", SOON))
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("a ended at its start with exit code 7")
          .hasMessageContaining("logs/a.log");
    }
  }

  @Test
  void processThatDoesNotHearTermIsKilledAfterItsTime() throws InterruptedException {
    Supervisor supervisor = supervisor();
    supervisor.start(
        shell(
            "deaf",
            0,
            "trap '' TERM; echo on; while :; do sleep 60; done",
            p -> logged("deaf", "on")));
    supervisor.awaitReady("deaf", SOON);

    supervisor.close();

    assertThat(next(ProcessEvent.Stopped.class).killed()).isTrue();
  }

  @Test
  void higherLayersStopFirst() throws InterruptedException {
    Supervisor supervisor = supervisor();
    supervisor.start(shell("base", 0, "exec sleep 60", pid -> true));
    supervisor.start(shell("app", 2, "exec sleep 60", pid -> true));
    supervisor.awaitReady("base", SOON);
    supervisor.awaitReady("app", SOON);

    supervisor.close();

    assertThat(next(ProcessEvent.Stopped.class).name()).isEqualTo("app");
    assertThat(next(ProcessEvent.Stopped.class).name()).isEqualTo("base");
  }

  @Test
  void leftoversOfAKilledSupervisorAreEndedByPidAndStart() throws Exception {
    Process leftover = new ProcessBuilder("sleep", "60").start();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    PidFiles pids = new PidFiles(folder.resolve("run"));
    pids.write("left", ProcessStamp.of(leftover.pid()).orElseThrow());
    // A pid that was used again since: the same number, another start.
    pids.write("reused", new ProcessStamp(stranger.pid(), "some other start"));
    try {
      supervisor().endLeftovers();

      assertThat(leftover.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(next(ProcessEvent.LeftoverEnded.class).pid()).isEqualTo(leftover.pid());
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void logOfTheRunBeforeIsMovedAside() throws IOException {
    Files.writeString(folder.resolve("logs/a.log"), "old");
    try (Supervisor supervisor = supervisor()) {
      supervisor.start(shell("a", 0, "echo new; exec sleep 60", pid -> logged("a", "new")));
      supervisor.awaitReady("a", SOON);
    }
    assertThat(folder.resolve("logs/a.log")).content().doesNotContain("old");
    assertThat(folder.resolve("logs/a.log.1")).hasContent("old");
  }

  private Supervisor supervisor() {
    return new Supervisor(
        folder.resolve("run"), folder.resolve("logs"), events::add, InstantSource.system());
  }

  private ChildSpec shell(String name, int layer, String script, LongPredicate ready) {
    return new ChildSpec(
        name,
        layer,
        List.of("sh", "-c", script),
        Map.of(),
        folder,
        ready,
        Duration.ofSeconds(20),
        "TERM",
        Duration.ofSeconds(1));
  }

  private boolean logged(String name, String text) {
    try {
      return Files.readString(folder.resolve("logs/" + name + ".log")).contains(text);
    } catch (IOException notYet) {
      return false;
    }
  }

  private <E extends ProcessEvent> E next(Class<E> kind) throws InterruptedException {
    for (int seen = 0; seen < 50; seen++) {
      ProcessEvent event = events.poll(10, TimeUnit.SECONDS);
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
    throw new AssertionError("no " + kind.getSimpleName());
  }
}
