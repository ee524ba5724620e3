package org.safeguardinghub.risk.policy.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search came to for each thing that it judges. What neither waits nor was touched since is
 * settled and not judged again.
 */
final class Judged {
  private final Outcome outcome;
  private Map<Object, Kept> kept = new HashMap<>();
  private Map<Object, Kept> before = new HashMap<>();
  private List<Stretch> changed = List.of();

  private record Kept(Object judged, Stretch read, Outcome.Noted came) {}

  /** Judges one thing; says when what happened is all that it looked at. */
  interface Judgement {
    Stretch judge();
  }

  Judged(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * Begins a run.
   *
   * @param since when something happened otherwise than before
   */
  void begin(List<Stretch> since) {
    changed = since;
    before = kept;
    kept = new HashMap<>();
  }

  /**
   * @param name tells it from others
   * @param judged what it reads as
   */
  void judge(Object name, Object judged, Judgement judgement) {
    Kept known = before.get(name);
    if (known != null
        && known.judged().equals(judged)
        && !known.came().waits()
        && !known.read().meetsAny(changed)) {
      outcome.again(known.came());
      kept.put(name, known);
      return;
    }
    Outcome.Mark mark = outcome.mark();
    Stretch read = judgement.judge();
    kept.put(name, new Kept(judged, read, outcome.since(mark)));
  }
}
