package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Reads the situation of everybody whom an alert would be about from a subject's timeline. Whoever
 * follows a subject keeps one: it reads on where what it has read is as it was.
 */
public final class Situations {
  private static final Duration RECENTLY = Duration.ofDays(90);
  private static final int MONTHS_UNDER_FIVE = 60;

  /** For how long an agency that reported counts as one that knows the child. */
  private static final Duration NETWORK = Duration.ofDays(365);

  private final EpisodeRules episodes;
  private final List<TimelineEvent> read = new ArrayList<>();
  private final Map<String, Reading> readings = new HashMap<>();

  public Situations(Policy policy) {
    this.episodes = policy.episodes();
  }

  /** The situation at a moment. */
  public static Situation at(Policy policy, Timeline timeline, Instant moment) {
    return new Situations(policy).at(timeline, moment);
  }

  /**
   * The situation at a moment.
   *
   * @param timeline always of the same subject
   */
  public Situation at(Timeline timeline, Instant moment) {
    List<TimelineEvent> happened = happened(timeline, moment);
    if (!goesOn(happened)) {
      read.clear();
      readings.clear();
    }
    Set<String> named = new TreeSet<>(timeline.childrenAt(moment));
    List<ChildSituation> children = new ArrayList<>(named.size());
    for (String child : named) {
      Reading reading = readings.computeIfAbsent(child, _ -> new Reading(episodes, child));
      reading.readOn(timeline, happened);
      children.add(reading.at(timeline, moment));
    }
    read.addAll(happened.subList(read.size(), happened.size()));
    return new Situation(children);
  }

  private static List<TimelineEvent> happened(Timeline timeline, Instant moment) {
    List<TimelineEvent> events = timeline.events();
    int some = events.size();
    while (some > 0 && events.get(some - 1).at().isAfter(moment)) {
      some--;
    }
    return events.subList(0, some);
  }

  /** Whether all that was read is there as it was; then only what is new need be read. */
  @SuppressWarnings("ReferenceEquality") // What reads as it did is the same object.
  private boolean goesOn(List<TimelineEvent> happened) {
    if (happened.size() < read.size()) {
      return false;
    }
    for (int i = 0; i < read.size(); i++) {
      if (happened.get(i) != read.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** One child's events, read in order of occurrence. */
  private static final class Reading {
    private final EpisodeRules episodes;
    private final String child;
    private final Set<EpisodeKind> open = EnumSet.noneOf(EpisodeKind.class);
    private @Nullable Instant closedAt;
    private boolean missing;
    private boolean locationProtected;
    private int readUpTo;

    /** By the moment of what each reported last. */
    private final Map<String, Instant> agencies = new LinkedHashMap<>();

    Reading(EpisodeRules episodes, String child) {
      this.episodes = episodes;
      this.child = child;
    }

    void readOn(Timeline timeline, List<TimelineEvent> happened) {
      for (TimelineEvent event : happened.subList(readUpTo, happened.size())) {
        if (!event.context() && event.readable() && about(event)) {
          read(timeline.catalogue(), event);
        }
      }
      readUpTo = happened.size();
    }

    ChildSituation at(Timeline timeline, Instant moment) {
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

    private void read(EventCatalogue catalogue, TimelineEvent event) {
      // Taken out first, so that the last is the latest.
      agencies.remove(event.sent().publisher().agency());
      agencies.put(event.sent().publisher().agency(), event.at());
      if (episodes.types().contains(event.type())) {
        turn(event);
      }
      Map<String, Object> attributes = event.sent().attributes();
      if (catalogue.inSet(CodeSet.MISSING, event.type(), attributes)) {
        missing = true;
      } else if (catalogue.inSet(CodeSet.RETURN, event.type(), attributes)) {
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
