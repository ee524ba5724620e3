package org.safeguardinghub.console.alert;

import java.util.Set;

/** The three lists that a lead's alerts stand in. */
public enum Shelf {
  WAITING("waiting", "Waiting for you", Set.of(Alert.State.OPEN)),
  ACKNOWLEDGED("acknowledged", "Acknowledged", Set.of(Alert.State.ACKNOWLEDGED)),
  ENDED("ended", "Withdrawn or closed", Set.of(Alert.State.WITHDRAWN, Alert.State.CLOSED));

  private final String code;
  private final String title;
  private final Set<Alert.State> states;

  Shelf(String code, String title, Set<Alert.State> states) {
    this.code = code;
    this.title = title;
    this.states = states;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public Set<Alert.State> states() {
    return states;
  }

  /** The shelf of this code; unknown or absent codes show what waits. */
  public static Shelf of(String code) {
    for (Shelf shelf : values()) {
      if (shelf.code.equals(code)) {
        return shelf;
      }
    }
    return WAITING;
  }
}
