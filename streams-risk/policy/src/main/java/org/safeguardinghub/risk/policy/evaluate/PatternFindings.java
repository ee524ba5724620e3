package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * What a pattern has found: its drafts, and the finding of each as soon as somebody asks for it.
 */
final class PatternFindings {
  private final Writer writer;
  private List<Draft> drafts = List.of();
  private final List<@Nullable Finding> findings = new ArrayList<>();

  /** Of each draft and those before it, the last moment of which any of them tells. */
  private final List<Instant> latest = new ArrayList<>();

  private Optional<Stretch> fired = Optional.empty();

  // Made for whoever asks first.
  private @Nullable FiringDays days;

  PatternFindings(Writer writer) {
    this.writer = writer;
  }

  /** Takes what the pattern comes to now; says whether anything of it is new or gone. */
  boolean take(List<Draft> now) {
    int first = InCommon.first(now, drafts);
    int last = InCommon.last(now, drafts, first);
    List<Draft> gone = drafts.subList(first, drafts.size() - last);
    List<Draft> come = now.subList(first, now.size() - last);
    Drafts before = new Drafts(gone);
    List<@Nullable Finding> written = new ArrayList<>(come.size());
    boolean changed = gone.size() != come.size();
    for (int i = 0; i < come.size(); i++) {
      int same = before.same(come.get(i));
      written.add(same < 0 ? null : findings.get(first + same));
      changed |= same != i;
    }
    fired = before.firedOtherwise();
    FiringDays known = days;
    if (known != null) {
      gone.forEach(known::remove);
      come.forEach(known::add);
    }
    findings.subList(first, first + gone.size()).clear();
    findings.addAll(first, written);
    drafts = now;
    tellFrom(first);
    return changed;
  }

  private void tellFrom(int first) {
    latest.subList(first, latest.size()).clear();
    Instant sofar = latest.isEmpty() ? Instant.MIN : latest.getLast();
    for (Draft draft : drafts.subList(first, drafts.size())) {
      sofar = InTime.later(sofar, draft.latest());
      latest.add(sofar);
    }
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** When something was told otherwise after the last change than before it, if at all. */
  Optional<Stretch> fired() {
    return fired;
  }

  void nothingFired() {
    fired = Optional.empty();
  }

  /** In the order of the drafts. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Finding finding = findings.get(i);
      if (finding == null) {
        finding = writer.finding(drafts.get(i));
        findings.set(i, finding);
      }
      all.add(finding);
    }
    return all;
  }

  /** Some are to be written anew; says whether there are any. */
  boolean forgetWords(Rewriting otherwise) {
    boolean any = false;
    for (int i = drafts.size() - 1; i >= 0 && !latest.get(i).isBefore(otherwise.since()); i--) {
      if (otherwise.holds(drafts.get(i))) {
        findings.set(i, null);
        any = true;
      }
    }
    return any;
  }

  /** Whether any firing of a day rests on one of these events. */
  boolean cover(LocalDate day, Set<String> eventIds) {
    FiringDays known = days;
    if (known == null) {
      known = new FiringDays();
      drafts.forEach(known::add);
      days = known;
    }
    return known.covers(day, eventIds);
  }
}
