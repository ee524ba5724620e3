package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.finding.Notice;

/** What an accumulation tells others than the owner, each put into words once. */
final class Notices {
  private final Accumulation accumulation;
  private final Function<Accumulation.CaseEvidence, Notice> words;
  private List<Accumulation.CaseEvidence> read = List.of();

  /** For each of those its words; null where they are to be found again. */
  private List<@Nullable Notice> written = List.of();

  private List<Notice> notices = List.of();
  private boolean forgotten;

  Notices(Accumulation accumulation, Function<Accumulation.CaseEvidence, Notice> words) {
    this.accumulation = accumulation;
    this.words = words;
  }

  /** In order: the same list as long as nothing of it has changed. */
  @SuppressWarnings("ReferenceEquality") // As the accumulation says of its own.
  List<Notice> notices() {
    List<Accumulation.CaseEvidence> now = accumulation.notices();
    if (now != read || forgotten) {
      written = known(now);
      List<Notice> all = new ArrayList<>(now.size());
      for (int i = 0; i < now.size(); i++) {
        Notice known = written.get(i);
        Notice notice = known == null ? words.apply(now.get(i)) : known;
        written.set(i, notice);
        all.add(notice);
      }
      read = now;
      notices = all;
      forgotten = false;
    }
    return notices;
  }

  /** The words of those that were told before. */
  private List<@Nullable Notice> known(List<Accumulation.CaseEvidence> now) {
    int same = InCommon.first(now, read);
    List<@Nullable Notice> known = new ArrayList<>(now.size());
    known.addAll(written.subList(0, same));
    IdentityHashMap<Accumulation.CaseEvidence, Notice> others = new IdentityHashMap<>(1);
    for (int i = same; i < read.size(); i++) {
      Notice notice = written.get(i);
      if (notice != null) {
        others.put(read.get(i), notice);
      }
    }
    for (Accumulation.CaseEvidence one : now.subList(same, now.size())) {
      known.add(others.get(one));
    }
    return known;
  }

  /** Some are to be written anew; says whether there are any. */
  boolean forgetWords(Rewriting otherwise) {
    boolean any = false;
    for (int i = read.size() - 1; i >= 0 && !read.get(i).at().isBefore(otherwise.since()); i--) {
      Notice notice = written.get(i);
      if (notice != null && otherwise.holds(notice)) {
        written.set(i, null);
        any = true;
      }
    }
    forgotten |= any;
    return any;
  }
}
