package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.rule.HarmRule.Remark;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What is shown with a finding and changes nothing else about it. */
final class Remarks {
  private record Seen(Remark remark, List<TimelineEvent> events) {}

  private final List<Seen> seen = new ArrayList<>();

  /**
   * @param events how the rule reads the timeline: the subject's own events, or the household's too
   */
  Remarks(List<Remark> remarks, Function<Predicate<TimelineEvent>, List<TimelineEvent>> events) {
    remarks.forEach(remark -> seen.add(new Seen(remark, events.apply(Scan.of(remark.events())))));
  }

  /** How much later something may happen that changes the words. */
  Duration looksAhead() {
    return seen.stream()
        .map(one -> Duration.ofDays(one.remark().daysAfter()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** How many days after it happened something may still be told. */
  int days() {
    return seen.stream().mapToInt(one -> one.remark().days()).max().orElse(0);
  }

  /** The latest event of each remark that was there at a moment. */
  List<TimelineEvent> support(Instant moment) {
    List<TimelineEvent> support = new ArrayList<>();
    for (Seen one : seen) {
      List<TimelineEvent> before = before(one, moment);
      if (!before.isEmpty()) {
        support.add(before.getLast());
      }
    }
    return support;
  }

  /** The sentences, each after a space; empty if there is nothing to say. */
  String words(Instant moment) {
    StringBuilder words = new StringBuilder();
    for (Seen one : seen) {
      if (!before(one, moment).isEmpty() || !after(one, moment).isEmpty()) {
        words.append(' ').append(one.remark().says());
      }
    }
    return words.toString();
  }

  private static List<TimelineEvent> before(Seen one, Instant moment) {
    return InTime.within(one.events(), moment, one.remark().days());
  }

  // What becomes known later changes what a reader sees, and is no evidence for what was told then.
  private static List<TimelineEvent> after(Seen one, Instant moment) {
    Duration length = Duration.ofDays(one.remark().daysAfter());
    return InTime.within(one.events(), moment.plus(length), length);
  }
}
