package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** In which order a list stands. Each ends with the id, so that pages neither repeat nor skip. */
public enum ListOrder implements Coded {
  URGENT("urgent", "Most urgent first"),
  LOAD("load", "Most told lately first, by severity"),
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

  /** What waits without a time has gone up the whole ladder, and nobody answered. */
  private static Instant due(Alert alert) {
    return alert.dueAt().orElse(alert.open() ? Instant.MIN : Instant.MAX);
  }

  /**
   * As this order has it.
   *
   * @param load what was told of an alert's subject and how lately, as far as the reader may see it
   */
  public Comparator<Alert> comparator(ToDoubleFunction<Alert> load) {
    Comparator<Alert> dueFirst = Comparator.comparing(ListOrder::due);
    Comparator<Alert> severest = Comparator.comparing(Alert::severity);
    Comparator<Alert> loaded = Comparator.comparingDouble(load).reversed();
    Comparator<Alert> first =
        switch (this) {
          case URGENT -> severest.thenComparing(dueFirst);
          case LOAD -> severest.thenComparing(loaded);
          case DUE -> dueFirst.thenComparing(severest);
          case WAITING -> Comparator.comparing(Alert::raisedAt);
          case CHANGED -> Comparator.comparing(Alert::changedAt).reversed();
        };
    return first.thenComparing(Alert::id);
  }
}
