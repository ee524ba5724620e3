package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What all rules of one evaluation asked for. An event that comes or goes is shown only to those
 * that may choose its type: a child's story is told by few types, and most rules ask for none of
 * them.
 */
final class Selections {
  private static final List<Selection.From> FROM = List.of(Selection.From.values());

  private final Basis basis;
  private final List<Selection> all = new ArrayList<>();
  private final Map<String, List<Selection>> byType = new HashMap<>();

  Selections(Basis basis) {
    this.basis = basis;
  }

  void keep(Selection selection) {
    all.add(selection);
    byType.forEach(
        (type, asking) -> {
          if (selection.possible(type)) {
            asking.add(selection);
          }
        });
  }

  /** Whatever it asked for is asked no more. */
  void forget(Outcome outcome) {
    all.removeIf(selection -> outcome.asks(selection.asker()));
    byType
        .values()
        .forEach(asking -> asking.removeIf(selection -> outcome.asks(selection.asker())));
  }

  /** Whatever anybody asked for. */
  List<Selection> all() {
    return Collections.unmodifiableList(all);
  }

  /** Brings all of them up to date, and lets each asker know of what touches it. */
  void follow(Change change) {
    for (TimelineEvent gone : change.gone()) {
      Set<Selection.From> among = among(gone);
      for (Selection selection : asking(gone)) {
        if (among.contains(selection.from()) && selection.giveUp(gone)) {
          selection.asker().touch(gone);
        }
      }
    }
    for (TimelineEvent come : change.come()) {
      Set<Selection.From> among = among(come);
      for (Selection selection : asking(come)) {
        if (among.contains(selection.from()) && selection.take(come)) {
          selection.asker().touch(come);
        }
      }
    }
  }

  private Set<Selection.From> among(TimelineEvent event) {
    Set<Selection.From> among = EnumSet.noneOf(Selection.From.class);
    for (Selection.From from : FROM) {
      if (basis.among(from, event)) {
        among.add(from);
      }
    }
    return among;
  }

  private List<Selection> asking(TimelineEvent event) {
    return byType.computeIfAbsent(
        event.type(),
        type -> {
          List<Selection> asking = new ArrayList<>();
          for (Selection selection : all) {
            if (selection.possible(type)) {
              asking.add(selection);
            }
          }
          return asking;
        });
  }
}
