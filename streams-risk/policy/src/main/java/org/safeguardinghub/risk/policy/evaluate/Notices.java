package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.finding.Notice;

/** What an accumulation tells others than the owner, each put into words once. */
final class Notices {
  private final Accumulation accumulation;
  private final Function<Accumulation.CaseEvidence, Notice> words;
  // There are many of these for each subject that is followed, and few tell anything.
  private final IdentityHashMap<Accumulation.CaseEvidence, Notice> written =
      new IdentityHashMap<>(1);
  private List<Accumulation.CaseEvidence> read = List.of();
  private List<Notice> notices = List.of();
  private boolean forgotten;

  Notices(Accumulation accumulation, Function<Accumulation.CaseEvidence, Notice> words) {
    this.accumulation = accumulation;
    this.words = words;
  }

  /** The same list as long as nothing of it has changed. */
  @SuppressWarnings("ReferenceEquality") // As the accumulation says of its own.
  List<Notice> notices() {
    List<Accumulation.CaseEvidence> now = accumulation.notices();
    if (now != read || forgotten) {
      List<Notice> all = new ArrayList<>(now.size());
      now.forEach(one -> all.add(written.computeIfAbsent(one, words)));
      read = now;
      notices = all;
      forgotten = false;
    }
    return notices;
  }

  /** Some are to be written anew; says whether there are any. */
  boolean forgetWords(Predicate<Notice> some) {
    boolean any = written.values().removeIf(some);
    forgotten |= any;
    return any;
  }
}
