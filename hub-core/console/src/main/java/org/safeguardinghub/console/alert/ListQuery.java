package org.safeguardinghub.console.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.safeguardinghub.kernel.event.Severity;

/**
 * A list as an address asks for it. The address holds codes only.
 *
 * @param page from 1
 * @param notUnderstood names of what was asked for and is not known; the list is shown without it
 */
public record ListQuery(ListFilter filter, ListOrder order, int page, List<String> notUnderstood) {
  /** Codes of patterns and agencies: nothing that somebody could have typed about a child. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

  public ListQuery {
    notUnderstood = List.copyOf(notUnderstood);
  }

  /** What waits, the most urgent first. */
  public static ListQuery of(Shelf shelf) {
    return new ListQuery(ListFilter.of(shelf), ListOrder.URGENT, 1, List.of());
  }

  /** The query of an address's parameters. */
  public static ListQuery read(Map<String, String> asked) {
    List<String> unknown = new ArrayList<>();
    ListFilter filter =
        new ListFilter(
            Shelf.of(asked.getOrDefault("show", "")),
            one(asked, "severity", ListQuery::severity, unknown),
            one(asked, "due", ListFilter.Due::of, unknown),
            one(asked, "pattern", ListQuery::code, unknown),
            one(asked, "agency", ListQuery::code, unknown),
            one(asked, "plan", ListQuery::overdue, unknown).isPresent());
    ListOrder order = one(asked, "order", ListOrder::of, unknown).orElse(ListOrder.URGENT);
    String page = asked.getOrDefault("page", "");
    return new ListQuery(
        filter, order, page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1, unknown);
  }

  private static <T> Optional<T> one(
      Map<String, String> asked,
      String name,
      Function<String, Optional<T>> reading,
      List<String> unknown) {
    String text = asked.getOrDefault(name, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found = reading.apply(text);
    if (found.isEmpty()) {
      unknown.add(name);
    }
    return found;
  }

  private static Optional<Severity> severity(String text) {
    return Arrays.stream(Severity.values()).filter(one -> one.name().equals(text)).findFirst();
  }

  private static Optional<String> code(String text) {
    return Optional.of(text).filter(one -> CODE.matcher(one).matches());
  }

  private static Optional<String> overdue(String text) {
    return Optional.of(text).filter("overdue"::equals);
  }

  /** The address of a page of the same list on a shelf. */
  public String path(Shelf shelf, int number) {
    StringBuilder path = new StringBuilder("/alerts?show=").append(shelf.code());
    filter.severity().ifPresent(one -> path.append("&severity=").append(one.name()));
    filter.due().ifPresent(one -> path.append("&due=").append(one.code()));
    filter.pattern().ifPresent(one -> path.append("&pattern=").append(one));
    filter.agency().ifPresent(one -> path.append("&agency=").append(one));
    if (filter.planOverdue()) {
      path.append("&plan=overdue");
    }
    if (order != ListOrder.URGENT) {
      path.append("&order=").append(order.code());
    }
    return number > 1 ? path.append("&page=").append(number).toString() : path.toString();
  }
}
