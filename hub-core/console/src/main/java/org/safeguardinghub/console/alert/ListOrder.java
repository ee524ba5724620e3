package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** In which order a list stands. Each ends with the id, so that pages neither repeat nor skip. */
public enum ListOrder implements Coded {
  URGENT("urgent", "Most urgent first"),
  DUE("due", "Due first"),
  WAITING("waiting", "Waiting longest first"),
  CHANGED("changed", "Changed last first");

  private final String code;
  private final String title;

  ListOrder(String code, String title) {
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

  public static Optional<ListOrder> of(String code) {
    return Coded.find(values(), code);
  }

  public Comparator<Alert> comparator() {
    Comparator<Alert> dueFirst = Comparator.comparing(alert -> alert.dueAt().orElse(Instant.MAX));
    Comparator<Alert> first =
        switch (this) {
          case URGENT -> Comparator.comparing(Alert::severity).thenComparing(dueFirst);
          case DUE -> dueFirst.thenComparing(Alert::severity);
          case WAITING -> Comparator.comparing(Alert::raisedAt);
          case CHANGED -> Comparator.comparing(Alert::changedAt).reversed();
        };
    return first.thenComparing(Alert::id);
  }
}
