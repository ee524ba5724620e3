package org.safeguardinghub.deploy.local.provision;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs steps at the same time and waits for all of them. */
public final class Together {
  /** One step; whatever it throws ends the whole. */
  public interface Step {
    void run() throws Exception;
  }

  private Together() {}

  public static void run(String what, List<Step> steps) {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> running =
          steps.stream()
              .map(
                  step ->
                      pool.submit(
                          (Callable<Boolean>)
                              () -> {
                                step.run();
                                return true;
                              }))
              .toList();
      for (Future<Boolean> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(what + " failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(what + " was interrupted", e);
    }
  }
}
