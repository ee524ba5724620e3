package org.safeguardinghub.risk.policy.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * Which events open and close social-care episodes.
 *
 * @param staleAfterDays an open episode without any activity for so long no longer turns findings
 *     into notices
 * @param activityFamilies families whose events are activity
 * @param opens events that open an episode
 * @param closes events that close episodes, applied before what the same event opens
 * @param types the only types that may open or close anything: most events are of none of them
 */
public record EpisodeRules(
    int staleAfterDays,
    Set<OriginFamily> activityFamilies,
    List<Opens> opens,
    List<Closes> closes,
    Set<String> types) {
  public EpisodeRules {
    activityFamilies = Set.copyOf(activityFamilies);
    opens = List.copyOf(opens);
    closes = List.copyOf(closes);
    types = Set.copyOf(types);
  }

  /** With the types that follow from what opens and closes. */
  public EpisodeRules(
      int staleAfterDays,
      Set<OriginFamily> activityFamilies,
      List<Opens> opens,
      List<Closes> closes) {
    this(staleAfterDays, activityFamilies, opens, closes, types(opens, closes));
  }

  private static Set<String> types(List<Opens> opens, List<Closes> closes) {
    Set<String> types = new HashSet<>();
    opens.forEach(one -> types.addAll(one.events().codes()));
    closes.forEach(one -> types.addAll(one.events().codes()));
    return types;
  }

  /** An event that opens an episode, unless the exception holds. */
  public record Opens(
      EventSelector events, EpisodeKind kind, Optional<EventSelector.Condition> unless) {
    /** Whether an event of this type with these attributes opens it. */
    public boolean by(String type, Map<String, Object> attributes) {
      return events.selects(type, attributes)
          && unless.filter(exception -> exception.holds(attributes)).isEmpty();
    }
  }

  /** An event that closes episodes. */
  public record Closes(EventSelector events, Set<EpisodeKind> kinds) {
    public Closes {
      kinds = Set.copyOf(kinds);
    }
  }
}
