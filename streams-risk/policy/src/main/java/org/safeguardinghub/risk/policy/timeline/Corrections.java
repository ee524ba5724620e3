package org.safeguardinghub.risk.policy.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Corrections among a subject's events. A correction regrades or retracts the event that it
 * supersedes; any other event that supersedes one replaces it. The latest correction by occurrence
 * holds.
 */
final class Corrections {
  private static final String CORRECTION = "ADM-COR-01";
  private static final Comparator<AttributedEvent> ORDER =
      Comparator.comparing(AttributedEvent::occurredAt).thenComparing(AttributedEvent::eventId);

  private final Map<String, List<String>> applied = new HashMap<>();
  private final Map<String, Regrade> regrades = new HashMap<>();
  private final Set<String> voided = new HashSet<>();

  private record Regrade(String type, int level) {}

  Corrections(List<AttributedEvent> events) {
    List<AttributedEvent> corrections = new ArrayList<>(0);
    for (AttributedEvent event : events) {
      if (event.links().supersedes() != null) {
        corrections.add(event);
      }
    }
    corrections.sort(ORDER);
    Map<String, AttributedEvent> byId = new HashMap<>();
    corrections.forEach(event -> byId.put(event.eventId(), event));
    Set<String> undone = undone(corrections, byId);
    for (AttributedEvent correction : corrections) {
      String target = correction.links().supersedes();
      if (target != null && !undone.contains(correction.eventId())) {
        apply(correction, target);
      }
    }
  }

  // From the latest to the earliest, since a correction may itself be retracted or replaced by a
  // later one. What a changed record said last takes the place of all that it said before: that it
  // changed twice brings back nothing.
  private static Set<String> undone(
      List<AttributedEvent> corrections, Map<String, AttributedEvent> byId) {
    Set<String> undone = new HashSet<>();
    for (AttributedEvent correction : corrections.reversed()) {
      AttributedEvent target = byId.get(correction.links().supersedes());
      if (target != null
          && !undone.contains(correction.eventId())
          && voids(correction)
          && (corrects(correction) || corrects(target))) {
        undone.add(target.eventId());
      }
    }
    return undone;
  }

  /** Whether it only corrects. Whoever corrects did not report the incident. */
  static boolean corrects(AttributedEvent event) {
    return event.type().equals(CORRECTION);
  }

  private static boolean voids(AttributedEvent correction) {
    return !correction.type().equals(CORRECTION) || correction.flag("retracts");
  }

  private void apply(AttributedEvent correction, String target) {
    applied.computeIfAbsent(target, _ -> new ArrayList<>()).add(correction.eventId());
    if (voids(correction)) {
      voided.add(target);
    } else if (correction.attributes().get("regrade") instanceof String regrade) {
      int slash = regrade.lastIndexOf('/');
      regrades.put(
          target,
          new Regrade(regrade.substring(0, slash), Integer.parseInt(regrade.substring(slash + 1))));
      voided.remove(target);
    }
  }

  String type(AttributedEvent event) {
    Regrade regrade = regrade(event);
    return regrade == null ? event.type() : regrade.type();
  }

  int level(AttributedEvent event) {
    Regrade regrade = regrade(event);
    return regrade == null ? event.level() : regrade.level();
  }

  boolean voided(AttributedEvent event) {
    return voided.contains(event.eventId());
  }

  List<String> applied(AttributedEvent event) {
    return List.copyOf(applied.getOrDefault(event.eventId(), List.of()));
  }

  private @Nullable Regrade regrade(AttributedEvent event) {
    return regrades.get(event.eventId());
  }
}
