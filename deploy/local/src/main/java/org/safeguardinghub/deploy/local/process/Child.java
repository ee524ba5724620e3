package org.safeguardinghub.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One child process and the thread that watches it: started, ready, crashed, restarted, stopped.
 */
final class Child {
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(15);
  private static final Duration STABLE_AFTER = Duration.ofMinutes(1);
  private static final long POLL_MILLIS = 25;
  private static final int CANNOT_START = -1;

  private final ChildSpec spec;
  private final Path log;
  private final PidFiles pids;
  private final Consumer<ProcessEvent> listener;
  private final InstantSource clock;
  private final List<String> prefix;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private ChildState state = ChildState.STARTING;
  private @Nullable Process process;
  private Instant since;
  private int restarts;
  private boolean stopping;
  private @Nullable StartFailed failure;

  Child(
      ChildSpec spec,
      Path log,
      PidFiles pids,
      Consumer<ProcessEvent> listener,
      InstantSource clock,
      List<String> prefix) {
    this.spec = spec;
    this.log = log;
    this.pids = pids;
    this.listener = listener;
    this.clock = clock;
    this.prefix = prefix;
    this.since = clock.instant();
  }

  ChildSpec spec() {
    return spec;
  }

  void start() {
    Thread.ofVirtual().name("watch-" + spec.name()).start(this::watch);
  }

  ChildStatus status() {
    lock.lock();
    try {
      Process current = process;
      long pid = current != null && current.isAlive() ? current.pid() : 0;
      return new ChildStatus(spec.name(), spec.layer(), state, pid, since, restarts);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the process serves; throws when its first start failed or the time is over. */
  void awaitReady(Duration within) {
    long left = within.toNanos();
    lock.lock();
    try {
      while (state != ChildState.READY) {
        if (failure != null) {
          throw failure;
        }
        if (state == ChildState.STOPPED) {
          throw new StartFailed(spec.name(), "was stopped", log);
        }
        if (left <= 0) {
          throw new StartFailed(
              spec.name(), "is not ready after " + within.toSeconds() + " s", log);
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed(spec.name(), "was interrupted", log);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the present process without asking; the watcher restarts it as after any crash. */
  void kill() {
    lock.lock();
    try {
      Process current = process;
      if (current != null && current.isAlive()) {
        // At once, not when the watcher notices: whoever kills and then awaits readiness means the
        // next process.
        state = ChildState.RESTARTING;
        current.descendants().forEach(ProcessHandle::destroyForcibly);
        current.destroyForcibly();
      }
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    Process current;
    lock.lock();
    try {
      stopping = true;
      current = process;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    long begun = System.nanoTime();
    boolean killed = false;
    if (current != null && current.isAlive()) {
      killed = Signals.end(current.toHandle(), spec.stopSignal(), spec.stopWithin());
    }
    ended.orTimeout(15, TimeUnit.SECONDS).exceptionally(late -> null).join();
    pids.delete(spec.name());
    listener.accept(
        new ProcessEvent.Stopped(spec.name(), Duration.ofNanos(System.nanoTime() - begun), killed));
  }

  private void watch() {
    Duration backoff = FIRST_BACKOFF;
    boolean everReady = false;
    try {
      while (true) {
        long begun = System.nanoTime();
        Process current;
        try {
          current = launch();
        } catch (UncheckedIOException e) {
          // A full disk, for example: a hub that served goes on trying.
          if (!everReady || !pause(CANNOT_START, backoff)) {
            throw e;
          }
          backoff = min(backoff.multipliedBy(2), LONGEST_BACKOFF);
          continue;
        }
        if (current == null) {
          return;
        }
        boolean ready = becomesReady(current, begun, everReady);
        everReady |= ready;
        if (!everReady) {
          giveUp(current);
          return;
        }
        int exit = current.waitFor();
        if (System.nanoTime() - begun > STABLE_AFTER.toNanos()) {
          backoff = FIRST_BACKOFF;
        }
        if (!pause(exit, backoff)) {
          return;
        }
        backoff = min(backoff.multipliedBy(2), LONGEST_BACKOFF);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fail(new StartFailed(spec.name(), "could not be watched: " + e.getMessage(), log));
    } finally {
      setState(ChildState.STOPPED);
      ended.complete(null);
    }
  }

  private @Nullable Process launch() {
    Process started = launchUnlessStopping();
    if (started != null) {
      // Listeners are told outside the lock: they may ask for the process table.
      listener.accept(new ProcessEvent.Starting(spec.name(), started.pid()));
    }
    return started;
  }

  /** Checked under the lock, so that no process slips past a stop. */
  private @Nullable Process launchUnlessStopping() {
    lock.lock();
    try {
      if (stopping) {
        return null;
      }
      List<String> command = new ArrayList<>(prefix);
      command.addAll(spec.command());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(spec.folder().toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(spec.environment());
      Process started = builder.start();
      ProcessStamp.of(started.pid()).ifPresent(stamp -> pids.write(spec.name(), stamp));
      process = started;
      since = clock.instant();
      state = ChildState.STARTING;
      changed.signalAll();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private boolean becomesReady(Process current, long begun, boolean restarted)
      throws InterruptedException {
    // A restart has no limit of its own: the process either gets there or ends, and is watched
    // meanwhile.
    long limit = restarted ? Long.MAX_VALUE : spec.readyWithin().toNanos();
    while (System.nanoTime() - begun < limit) {
      if (spec.ready().test(current.pid()) && current.isAlive() && markReady()) {
        listener.accept(
            new ProcessEvent.Ready(
                spec.name(), current.pid(), Duration.ofNanos(System.nanoTime() - begun)));
        return true;
      }
      if (current.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  /** Not when it was killed a moment ago: whoever waits means the next process. */
  private boolean markReady() {
    lock.lock();
    try {
      if (state != ChildState.STARTING) {
        return false;
      }
      state = ChildState.READY;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void giveUp(Process current) {
    boolean late = current.isAlive();
    if (late) {
      Signals.end(current.toHandle(), spec.stopSignal(), spec.stopWithin());
    }
    String what =
        late
            ? "was not ready after " + spec.readyWithin().toSeconds() + " s"
            : "ended at its start with exit code " + current.exitValue();
    pids.delete(spec.name());
    fail(new StartFailed(spec.name(), what, log));
  }

  /** Waits before a restart; false when the hub is stopping. */
  private boolean pause(int exit, Duration backoff) throws InterruptedException {
    lock.lock();
    try {
      if (stopping) {
        return false;
      }
      state = ChildState.RESTARTING;
      restarts++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    listener.accept(new ProcessEvent.Crashed(spec.name(), exit, backoff, log));
    lock.lock();
    try {
      long left = backoff.toNanos();
      while (left > 0 && !stopping) {
        left = changed.awaitNanos(left);
      }
      return !stopping;
    } finally {
      lock.unlock();
    }
  }

  private void fail(StartFailed why) {
    lock.lock();
    try {
      failure = why;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void setState(ChildState next) {
    lock.lock();
    try {
      state = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
