package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.rule.Pattern;

/** What one pattern comes to on one timeline: rules add to it. */
final class Outcome {
  private final Scan scan;
  private final Writer writer;
  private final Pattern pattern;
  private final List<Draft> before;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Deadline> deadlines = new ArrayList<>();

  /**
   * @param before what the patterns that stand before this one in the policy came to
   */
  Outcome(Scan scan, Writer writer, Pattern pattern, List<Draft> before) {
    this.scan = scan;
    this.writer = writer;
    this.pattern = pattern;
    this.before = before;
  }

  Pattern pattern() {
    return pattern;
  }

  /** Findings of patterns that stand before this one in the policy. */
  List<Draft> before(String id) {
    return before.stream().filter(draft -> draft.pattern().id().equals(id)).toList();
  }

  /** A rule that accumulates: re-fire, routing to a worker and succession are the same for all. */
  void accumulate(Matcher matcher) {
    accumulate("", matcher);
  }

  /** The same for one stage of a pattern. */
  void accumulate(String stage, Matcher matcher) {
    Accumulation accumulation = new Accumulation(scan, pattern, stage, matcher);
    drafts.addAll(accumulation.drafts());
    accumulation.notices().forEach(told -> notices.add(writer.caseEvidence(pattern, told)));
  }

  void found(Draft draft) {
    drafts.add(draft);
  }

  void told(Notice notice) {
    notices.add(notice);
  }

  /** A match that waits for a person who settles whom it is about. */
  void forSteward(Instant at, Match match) {
    notices.add(writer.notice(pattern, Notice.To.STEWARD, at, match));
  }

  /** A clock that still runs. */
  void waits(Deadline deadline) {
    deadlines.add(deadline);
  }

  List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  List<Notice> notices() {
    return List.copyOf(notices);
  }

  List<Deadline> deadlines() {
    return List.copyOf(deadlines);
  }
}
