package org.safeguardinghub.console.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.GlassStore;
import org.safeguardinghub.console.alert.SentAction;

/** What was opened and reviewed, in memory. */
public final class MemoryGlass implements GlassStore {
  public final List<SentAction> told = new ArrayList<>();
  private final Map<String, Glass> all = new LinkedHashMap<>();

  @Override
  public synchronized boolean open(Glass glass, SentAction action) {
    boolean added = all.putIfAbsent(glass.id(), glass) == null;
    if (added) {
      told.add(action);
    }
    return added;
  }

  @Override
  public synchronized Optional<Glass> openTo(String personId, String alertId, Instant at) {
    return all.values().stream()
        .filter(glass -> glass.personId().equals(personId) && glass.alertId().equals(alertId))
        .filter(glass -> glass.until().isAfter(at))
        .max(Comparator.comparing(Glass::until));
  }

  @Override
  public synchronized List<Glass> all(int limit) {
    return all.values().stream()
        .sorted(Comparator.comparing(glass -> glass.review().isPresent()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Glass> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized boolean review(String id, Glass.Review review) {
    Glass before = all.get(id);
    if (before == null || before.review().isPresent()) {
      return false;
    }
    all.put(
        id,
        new Glass(
            before.id(),
            before.alertId(),
            before.personId(),
            before.reason(),
            before.at(),
            before.until(),
            Optional.of(review)));
    return true;
  }
}
