package org.safeguardinghub.deploy.local.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.Following;
import org.safeguardinghub.risk.policy.Input;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.State;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * How fast one core evaluates: invented children, one fold for each event that arrives, all
 * patterns. Nothing but the pure core.
 */
public final class PolicyBench {
  /**
   * What was measured.
   *
   * @param events events folded
   * @param eventsPerSecond events folded in a second
   * @param p50Micros half of the events took no longer
   * @param p99Micros 99 of 100 took no longer
   * @param cpuMicros what the thread used of a processor for one event
   * @param bytesPerEvent allocated for one event
   * @param decisions decisions taken; tells that something was evaluated
   */
  public record Result(
      int events,
      double eventsPerSecond,
      double p50Micros,
      double p99Micros,
      double cpuMicros,
      long bytesPerEvent,
      long decisions) {}

  private final RiskPolicy risk;
  private long decisions;

  public PolicyBench(Policy policy, EventCatalogue catalogue) {
    this.risk = new RiskPolicy(policy, catalogue);
  }

  /** Measures after a warm-up on other children. */
  public Result run(List<InventedChildren.Child> warmUp, List<InventedChildren.Child> children) {
    fold(warmUp, new long[events(warmUp)]);
    long[] nanos = new long[events(children)];
    decisions = 0;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long cpu = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    fold(children, nanos);
    long took = System.nanoTime() - begun;
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
    Arrays.sort(nanos);
    return new Result(
        nanos.length,
        nanos.length * 1e9 / took,
        nanos[nanos.length / 2] / 1e3,
        nanos[(int) (nanos.length * 0.99)] / 1e3,
        cpu / 1e3 / nanos.length,
        bytes / nanos.length,
        decisions);
  }

  private static int events(List<InventedChildren.Child> children) {
    return children.stream().mapToInt(child -> child.events().size()).sum();
  }

  private void fold(List<InventedChildren.Child> children, long[] nanos) {
    int n = 0;
    for (InventedChildren.Child child : children) {
      Following following = risk.follow(State.empty(child.subject()), InventedChildren.START);
      for (AttributedEvent event : child.events()) {
        TimelineEntry entry = new TimelineEntry.Event(event);
        long begun = System.nanoTime();
        var told = following.fold(new Input.Recorded(entry.key(), event.receivedAt(), entry));
        nanos[n] = System.nanoTime() - begun;
        decisions += told.size();
        n++;
      }
    }
  }
}
