package org.safeguardinghub.risk.alert;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * The alerts of one subject.
 *
 * @param subject whose
 * @param alerts by id, in the order of their ids
 */
public record AlertState(SubjectRef subject, SortedMap<String, Alert> alerts) {
  public AlertState {
    alerts = Collections.unmodifiableSortedMap(new TreeMap<>(alerts));
  }

  public static AlertState empty(SubjectRef subject) {
    return new AlertState(subject, Collections.emptySortedMap());
  }

  public Optional<Alert> alert(String alertId) {
    return Optional.ofNullable(alerts.get(alertId));
  }

  /** The alert that holds a finding. */
  Optional<Alert> holding(String findingId) {
    for (Alert alert : alerts.values()) {
      if (alert.dossier().holds(findingId)) {
        return Optional.of(alert);
      }
    }
    return Optional.empty();
  }

  AlertState with(Alert alert) {
    SortedMap<String, Alert> next = new TreeMap<>(alerts);
    next.put(alert.id(), alert);
    return new AlertState(subject, next);
  }
}
