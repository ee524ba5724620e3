package org.safeguardinghub.risk.alert;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * The alerts of one subject.
 *
 * @param subject whose
 * @param alerts by id
 */
public record AlertState(SubjectRef subject, Map<String, Alert> alerts) {
  public AlertState {
    alerts = Map.copyOf(alerts);
  }

  public static AlertState empty(SubjectRef subject) {
    return new AlertState(subject, Map.of());
  }

  /** In the order of their ids. */
  public SortedMap<String, Alert> inOrder() {
    return new TreeMap<>(alerts);
  }

  public Optional<Alert> alert(String alertId) {
    return Optional.ofNullable(alerts.get(alertId));
  }

  /** The alert that holds a finding. */
  Optional<Alert> holding(String findingId) {
    return inOrder().values().stream()
        .filter(alert -> alert.dossier().finding(findingId).isPresent())
        .findFirst();
  }

  AlertState with(Alert alert) {
    Map<String, Alert> next = new TreeMap<>(alerts);
    next.put(alert.id(), alert);
    return new AlertState(subject, next);
  }
}
