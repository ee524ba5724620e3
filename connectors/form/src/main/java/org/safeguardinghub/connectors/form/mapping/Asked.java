package org.safeguardinghub.connectors.form.mapping;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.connectors.form.mapping.Mapping.Layout;
import org.safeguardinghub.connectors.form.mapping.Mapping.Occurred;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;

/** What a sender is asked to fill in, in the words of its own file. Repeats no value of it. */
final class Asked {
  /** Of the second of March, so that day and month cannot be taken for each other's. */
  private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 3, 2, 14, 30);

  /** Of known codes in one message. */
  private static final int MOST = 10;

  private static final List<String> USUAL = List.of("2026-03-02", "02/03/2026");

  private Asked() {}

  /** Where the parts of a record's id stand, of which one is empty. */
  static String id(Mapping mapping, Rule rule) {
    List<String> places = rule.recordId().places();
    return "this record lacks what its id is made of: fill in "
        + (places.size() == 1 ? "" : "each of ")
        + where(mapping, places);
  }

  /** Where the day stands and how it is written. */
  static String date(Mapping mapping, Occurred occurred, boolean missing) {
    String place = where(mapping, occurred.at().places());
    String how = "a day that exists, as " + String.join(" or ", examples(occurred.formats()));
    return missing
        ? "say when it happened: fill in " + place + " with " + how
        : place + ": write when it happened as " + how;
  }

  /** Where a code stands that the mapping does not know, and which ones it knows. */
  static String code(Mapping mapping, Value code, String title, Collection<String> known) {
    return "the mapping knows no such code of '"
        + title
        + "' in "
        + where(mapping, code.places())
        + (known.isEmpty() ? "; it knows none" : "; it knows " + some(known))
        + ": correct it, or have it added after review";
  }

  /** Enough to see how they are written; the whole list stands in the mapping. */
  private static String some(Collection<String> known) {
    int more = known.size() - MOST;
    return known.stream().limit(MOST).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** Where a value stands, in the words of the sender's own file. */
  static String where(Mapping mapping, Value value) {
    return where(mapping, value.places());
  }

  private static String where(Mapping mapping, List<String> places) {
    boolean rows = mapping.layouts().getFirst() instanceof Layout.Csv;
    String what = rows ? "column" : "field";
    return places.isEmpty()
        ? "what the mapping names"
        : what + (places.size() == 1 ? " " : "s ") + String.join(", ", places);
  }

  private static Set<String> examples(List<DateTimeFormatter> formats) {
    Set<String> examples = new LinkedHashSet<>();
    for (DateTimeFormatter format : formats) {
      try {
        examples.add(format.format(EXAMPLE));
      } catch (DateTimeException needsAnOffset) {
        examples.add(format.format(EXAMPLE.atOffset(java.time.ZoneOffset.UTC)));
      }
    }
    return examples.isEmpty() ? new LinkedHashSet<>(USUAL) : examples;
  }
}
