package org.safeguardinghub.console.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/**
 * What is expected of each feed, by agency and event type, each from a day on: schools send little
 * in their holidays, and a new system sends more. What it does not name stays as the feed itself
 * says.
 */
public final class FeedExpectations {
  /** Of two years nobody expects a rate in hours any more. */
  private static final int MOST_HOURS = 24 * 366;

  private final List<Expectation> all;

  private FeedExpectations(List<Expectation> all) {
    this.all = List.copyOf(all);
  }

  /**
   * One expectation.
   *
   * @param eventType the type; empty: any message
   * @param within in that time at least one; zero: none is expected
   * @param from first day on which it holds
   * @param until last day, if there is one
   */
  public record Expectation(
      String feed,
      Optional<String> eventType,
      Duration within,
      LocalDate from,
      Optional<LocalDate> until) {
    private boolean holds(LocalDate day) {
      return !from.isAfter(day) && until.filter(last -> last.isBefore(day)).isEmpty();
    }
  }

  /** What became of reading. */
  public sealed interface Reading {
    record Sound(FeedExpectations expectations) implements Reading {}

    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Nothing beside what each feed says of itself. */
  public static FeedExpectations none() {
    return new FeedExpectations(List.of());
  }

  /**
   * Reads a file and finds every fault of it.
   *
   * @param name of the file, for its faults
   */
  public static Reading read(String name, String yaml, EventCatalogue catalogue) {
    Faults faults = new Faults(name);
    List<Expectation> all = new ArrayList<>();
    YamlDocument.parse(yaml, faults)
        .ifPresent(
            root -> {
              Fields fields = Fields.of(root, faults);
              for (YamlNode item : fields.requiredItems("expected")) {
                all.add(expectation(Fields.of(item, faults), catalogue, faults));
              }
              fields.close();
            });
    return faults.none()
        ? new Reading.Sound(new FeedExpectations(all))
        : new Reading.Faulty(faults.inOrder());
  }

  private static Expectation expectation(Fields fields, EventCatalogue catalogue, Faults faults) {
    Expectation one =
        new Expectation(
            fields.text("feed"),
            fields.optionalText("type"),
            Duration.ofHours(fields.whole("hours", 0, MOST_HOURS)),
            fields.date("from"),
            fields.has("until") ? Optional.of(fields.date("until")) : Optional.empty());
    fields.close();
    if (one.eventType().filter(type -> catalogue.find(type).isEmpty()).isPresent()) {
      faults.add(fields.line("type"), "the event catalogue has no such type");
    }
    if (one.until().filter(last -> last.isBefore(one.from())).isPresent()) {
      faults.add(fields.line("until"), "ends before it begins");
    }
    return one;
  }

  /** What holds of a feed on a day: of several of one type the one that began last. */
  public List<Expectation> of(String feed, LocalDate day) {
    Map<String, Expectation> newest = new TreeMap<>();
    all.stream()
        .filter(one -> one.feed().equals(feed) && one.holds(day))
        .sorted(Comparator.comparing(Expectation::from))
        .forEach(one -> newest.put(one.eventType().orElse(""), one));
    return List.copyOf(newest.values());
  }
}
