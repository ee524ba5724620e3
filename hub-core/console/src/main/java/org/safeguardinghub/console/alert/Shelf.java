package org.safeguardinghub.console.alert;

import java.util.Set;

/** The three lists that a lead's alerts stand in. */
public enum Shelf implements Coded {
  WAITING("waiting", "Waiting for you"),
  ACKNOWLEDGED("acknowledged", "Acknowledged"),
  ENDED("ended", "Withdrawn or closed");

  private final String code;
  private final String title;

  Shelf(String code, String title) {
    this.code = code;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public Set<Alert.State> states() {
    return switch (this) {
      case WAITING -> Set.of(Alert.State.OPEN);
      case ACKNOWLEDGED -> Set.of(Alert.State.ACKNOWLEDGED);
      case ENDED -> Set.of(Alert.State.WITHDRAWN, Alert.State.CLOSED);
    };
  }

  /** The shelf of this code; unknown or absent codes show what waits. */
  public static Shelf of(String code) {
    return Coded.find(values(), code).orElse(WAITING);
  }
}
