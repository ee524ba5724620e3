package org.safeguardinghub.risk.alert.brake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is held of one subject.
 *
 * @param held by the finding's lasting id
 */
public record BrakeState(Map<String, Held> held) {
  public static final BrakeState EMPTY = new BrakeState(Map.of());

  public BrakeState {
    held = Map.copyOf(held);
  }

  public Optional<Held> held(String findingId) {
    return Optional.ofNullable(held.get(findingId));
  }

  BrakeState with(Held one) {
    Map<String, Held> next = new TreeMap<>(held);
    next.put(one.id(), one);
    return new BrakeState(next);
  }

  BrakeState without(String findingId) {
    Map<String, Held> next = new TreeMap<>(held);
    next.remove(findingId);
    return new BrakeState(next);
  }
}
