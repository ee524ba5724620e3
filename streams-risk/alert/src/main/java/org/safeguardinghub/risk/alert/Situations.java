package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Reads the situation of everybody whom an alert would be about from a subject's timeline. */
public final class Situations {
  private static final Duration RECENTLY = Duration.ofDays(90);
  private static final int MONTHS_UNDER_FIVE = 60;

  /** For how long an agency that reported counts as one that knows the child. */
  private static final Duration NETWORK = Duration.ofDays(365);

  private Situations() {}

  /** The situation at a moment. */
  public static Situation at(Policy policy, Timeline timeline, Instant moment) {
    List<ChildSituation> children = new ArrayList<>();
    for (String child : new TreeSet<>(timeline.childrenAt(moment))) {
      children.add(new Reading(policy.episodes(), timeline, child).at(moment));
    }
    return new Situation(children);
  }

  /** One child's events, read in order of occurrence. */
  private static final class Reading {
    private final EpisodeRules episodes;
    private final Timeline timeline;
    private final String child;
    private final Set<EpisodeKind> open = EnumSet.noneOf(EpisodeKind.class);
    private @Nullable Instant closedAt;
    private boolean missing;
    private boolean locationProtected;

    /** By the moment of what each reported last. */
    private final Map<String, Instant> agencies = new LinkedHashMap<>();

    Reading(EpisodeRules episodes, Timeline timeline, String child) {
      this.episodes = episodes;
      this.timeline = timeline;
      this.child = child;
    }

    ChildSituation at(Instant moment) {
      for (TimelineEvent event : timeline.events()) {
        if (event.at().isAfter(moment)) {
          break;
        }
        if (!event.context() && event.readable() && about(event)) {
          read(event);
        }
      }
      Instant closed = closedAt;
      int months = timeline.ages().monthsAt(child, moment).orElse(MONTHS_UNDER_FIVE);
      return new ChildSituation(
          locationProtected,
          kinds(),
          closed != null && moment.isBefore(closed.plus(RECENTLY)),
          missing,
          timeline.subject().scope() == Scope.UNBORN,
          months < MONTHS_UNDER_FIVE,
          child,
          network(moment));
    }

    private List<String> network(Instant moment) {
      return agencies.entrySet().stream()
          .filter(one -> one.getValue().isAfter(moment.minus(NETWORK)))
          .map(Map.Entry::getKey)
          .toList()
          .reversed();
    }

    private boolean about(TimelineEvent event) {
      Set<String> named = event.sent().whose().children();
      return named.isEmpty() || named.contains(child);
    }

    private void read(TimelineEvent event) {
      // Taken out first, so that the last is the latest.
      agencies.remove(event.sent().publisher().agency());
      agencies.put(event.sent().publisher().agency(), event.at());
      if (episodes.types().contains(event.type())) {
        turn(event);
      }
      if (in(CodeSet.MISSING, event)) {
        missing = true;
      } else if (in(CodeSet.RETURN, event)) {
        missing = false;
      }
      locationProtected |= event.sent().handling() == HandlingClass.H4;
    }

    private void turn(TimelineEvent event) {
      boolean wasOpen = !open.isEmpty();
      for (EpisodeRules.Closes closes : episodes.closes()) {
        if (closes.events().selects(event.type(), event.sent().attributes())) {
          open.removeAll(closes.kinds());
        }
      }
      for (EpisodeRules.Opens opens : episodes.opens()) {
        if (opens.events().selects(event.type(), event.sent().attributes())
            && opens.unless().filter(c -> c.holds(event.sent().attributes())).isEmpty()) {
          open.add(opens.kind());
        }
      }
      if (wasOpen && open.isEmpty()) {
        closedAt = event.at();
      }
    }

    private boolean in(CodeSet set, TimelineEvent event) {
      return timeline.catalogue().inSet(set, event.type(), event.sent().attributes());
    }

    private Set<CaseKind> kinds() {
      Set<CaseKind> kinds = EnumSet.noneOf(CaseKind.class);
      for (EpisodeKind kind : open) {
        kinds.add(
            switch (kind) {
              case CP, S47 -> CaseKind.CHILD_PROTECTION;
              case LAC -> CaseKind.LOOKED_AFTER;
              case CIN -> CaseKind.IN_NEED;
              case ASSESSMENT, REFERRAL -> CaseKind.ASSESSMENT;
            });
      }
      return kinds;
    }
  }
}
