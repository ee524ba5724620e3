package org.safeguardinghub.console.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.ListFilter;
import org.safeguardinghub.console.alert.ListOrder;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * A filter and an order as SQL. Mirrors {@link ListFilter#admits} and {@link ListOrder#comparator};
 * a test holds them together.
 */
public final class AlertLists {
  /** Mirrors {@link Reader#mayOpen} and its conflicts; a test holds them together. */
  private static final String MINE =
      " (owner_person = ? or owner_role = any(?) or owner_role || '@' || owner_person = any(?))"
          + " and not (concerns && ?::text[]) ";

  /** Mirrors {@link DecayedLoad#on}; a test holds them together. */
  private static final String LOAD =
      """
      (select greatest(max(floor * part), sum(sum * part) + max(load_protective), 0)
        from (select floor, sum, load_protective, power(0.5, least(greatest(
              extract(epoch from ? - load_at)::float8 / 86400 / half_life, 0), 1000)) as part
            from console.subject,
              unnest(load_classes, load_half_lives, load_sums, load_floors)
                as term(class, half_life, sum, floor)
            where subject.subject = alert.subject and class = any(?)) as seen)\
      """;

  private static final String DUE =
      "coalesce(due_at, case when state = 'OPEN' then '-infinity' else 'infinity' end::timestamptz)";

  private AlertLists() {}

  /** A condition with the values of its places, in order. */
  record Where(String sql, List<Object> values) {
    Where {
      values = List.copyOf(values);
    }

    /** The values, and some more at the end. */
    @Nullable Object[] and(Object... more) {
      return then("", more).values().toArray();
    }

    /** What stands behind it, with its values. */
    Where then(String more, Object... values) {
      List<Object> all = new ArrayList<>(this.values);
      all.addAll(Arrays.asList(values));
      return new Where(sql + more, all);
    }
  }

  static Where mine(Reader reader) {
    return new Where(
        MINE, List.of(reader.personId(), reader.seats(), reader.sharedSeats(), reader.conflicts()));
  }

  /** The filter but for its shelf. */
  static Where chosen(Reader reader, ListFilter filter, Instant now) {
    StringBuilder sql = new StringBuilder(MINE);
    List<Object> values = new ArrayList<>(mine(reader).values());
    filter.severity().ifPresent(one -> add(sql, values, "severity = ?", one.name()));
    filter
        .due()
        .ifPresent(
            due -> {
              add(sql, values, "due_at >= ?", due.from(now));
              add(sql, values, "due_at < ?", due.until(now));
            });
    filter.pattern().ifPresent(one -> add(sql, values, "patterns @> array[?]::text[]", one));
    filter.agency().ifPresent(one -> add(sql, values, "agencies && ?", seenOf(one, reader)));
    if (filter.planOverdue()) {
      add(sql, values, "plan_due_at < ?", now);
    }
    return new Where(sql.toString(), values);
  }

  private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
    sql.append("and ").append(condition).append(' ');
    values.add(value);
  }

  /** The columns' words for an agency's items that a reader may see. */
  private static List<String> seenOf(String agency, Reader reader) {
    return Arrays.stream(HandlingClass.values())
        .filter(handling -> HandlingRule.maySee(handling, reader))
        .map(handling -> word(handling, agency))
        .toList();
  }

  private static String word(HandlingClass handling, String agency) {
    return handling.name() + ":" + agency;
  }

  /** The agency of such a word, where the reader may see items of its class. */
  static List<String> seen(String word, Reader reader) {
    return Arrays.stream(HandlingClass.values())
        .filter(handling -> HandlingRule.maySee(handling, reader))
        .filter(handling -> word.startsWith(word(handling, "")))
        .map(handling -> word.substring(word(handling, "").length()))
        .toList();
  }

  /** What the rows keep of an alert's evidence: each agency with the class of what it reported. */
  public static List<String> agencies(Alert alert) {
    return alert.findings().stream()
        .flatMap(finding -> finding.evidence().stream())
        .map(one -> word(one.handling(), one.agency()))
        .distinct()
        .sorted()
        .toList();
  }

  /** One standing finding of each pattern: several of one say one thing in a list. */
  public static List<Alert.Finding> standing(Alert alert) {
    Map<String, Alert.Finding> byPattern = new LinkedHashMap<>();
    alert.standing().forEach(finding -> byPattern.putIfAbsent(finding.pattern(), finding));
    return List.copyOf(byPattern.values());
  }

  /** With an order. */
  static Where ordered(Where chosen, ListOrder order, Reader reader, Instant now) {
    Where by =
        switch (order) {
          // Not by load where due times are equal: every open list is read anew at every change,
          // and a sum for each row made that five times slower (./hub bench console).
          case URGENT -> chosen.then(" order by severity, " + DUE);
          case LOAD -> loaded(chosen.then(" order by severity, "), reader, now);
          case DUE -> chosen.then(" order by " + DUE + ", severity");
          case WAITING -> chosen.then(" order by raised_at");
          case CHANGED -> chosen.then(" order by changed_at desc");
        };
    return by.then(", alert_id collate \"C\" ");
  }

  private static Where loaded(Where before, Reader reader, Instant now) {
    List<String> seen =
        Arrays.stream(HandlingClass.values())
            .filter(handling -> HandlingRule.maySee(handling, reader))
            .map(HandlingClass::name)
            .toList();
    return before.then("coalesce(" + LOAD + ", 0) desc", now, seen);
  }
}
