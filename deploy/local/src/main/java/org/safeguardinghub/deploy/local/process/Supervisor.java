package org.safeguardinghub.deploy.local.process;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Starts, watches and stops the child processes of one data folder. */
public final class Supervisor implements AutoCloseable {
  private static final Duration LEFTOVER_ENDS_WITHIN = Duration.ofSeconds(20);

  private final PidFiles pids;
  private final LogFiles logs;
  private final Consumer<ProcessEvent> listener;
  private final InstantSource clock;
  private final Map<String, Child> children = new ConcurrentHashMap<>();
  private final List<String> prefix;

  public Supervisor(
      Path runFolder, Path logFolder, Consumer<ProcessEvent> listener, InstantSource clock) {
    this.pids = new PidFiles(runFolder);
    this.logs = new LogFiles(logFolder);
    this.listener = listener;
    this.clock = clock;
    // A session of its own keeps Ctrl-C from reaching the children: they are stopped in order
    // instead.
    this.prefix = onPath("setsid") ? List.of("setsid") : List.of();
  }

  /** Ends what an earlier supervisor of this folder left running when it was killed. */
  public void endLeftovers() {
    endLeftovers(pids, listener);
  }

  /** Ends the living processes of a folder's pid files, all at once. */
  public static void endLeftovers(PidFiles pids, Consumer<ProcessEvent> listener) {
    List<Thread> ending = new ArrayList<>();
    pids.living()
        .forEach(
            (name, stamp) ->
                ending.add(
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              stamp
                                  .living()
                                  .ifPresent(
                                      process -> {
                                        List<ProcessHandle> offspring =
                                            process.descendants().toList();
                                        Signals.end(process, "TERM", LEFTOVER_ENDS_WITHIN);
                                        offspring.forEach(ProcessHandle::destroyForcibly);
                                      });
                              pids.delete(name);
                              listener.accept(new ProcessEvent.LeftoverEnded(name, stamp.pid()));
                            })));
    joinAll(ending);
  }

  /** Starts a process and returns at once. */
  public void start(ChildSpec spec) {
    logs.rotate(spec.name());
    Child child = new Child(spec, logs.of(spec.name()), pids, listener, clock, prefix);
    if (children.putIfAbsent(spec.name(), child) != null) {
      throw new IllegalStateException("already started: " + spec.name());
    }
    child.start();
  }

  /** Waits until a process serves, also after a kill or crash. */
  public void awaitReady(String name, Duration within) {
    child(name).awaitReady(within);
  }

  /** Kills a process (SIGKILL), as a crash would; it is restarted. */
  public void kill(String name) {
    child(name).kill();
  }

  /** The process table, lower layers first. */
  public List<ChildStatus> table() {
    return children.values().stream()
        .map(Child::status)
        .sorted(Comparator.comparingInt(ChildStatus::layer).thenComparing(ChildStatus::name))
        .toList();
  }

  /** Stops one process for good. */
  public void stop(String name) {
    Child child = children.remove(name);
    if (child != null) {
      child.stop();
    }
  }

  /** Stops everything, higher layers first, each layer at once. */
  @Override
  public void close() {
    Map<Integer, List<Child>> layers = new TreeMap<>(Comparator.reverseOrder());
    new LinkedHashMap<>(children)
        .values()
        .forEach(
            child ->
                layers
                    .computeIfAbsent(child.spec().layer(), layer -> new ArrayList<>())
                    .add(child));
    for (List<Child> layer : layers.values()) {
      joinAll(layer.stream().map(child -> Thread.ofVirtual().start(child::stop)).toList());
    }
    children.clear();
  }

  private Child child(String name) {
    Child child = children.get(name);
    if (child == null) {
      throw new IllegalArgumentException(
          "no such process: " + name + "; there are " + children.keySet());
    }
    return child;
  }

  private static void joinAll(List<Thread> threads) {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Path.of(folder, program).toFile().canExecute()) {
        return true;
      }
    }
    return false;
  }
}
