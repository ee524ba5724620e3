package org.safeguardinghub.console.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.ListChoices;
import org.safeguardinghub.console.alert.ListFilter;
import org.safeguardinghub.console.alert.ListOrder;
import org.safeguardinghub.console.alert.ListQuery;
import org.safeguardinghub.console.alert.Shelf;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.event.Severity;

/** What a list can be chosen and ordered by, with what is chosen. */
final class ListFilters {
  private ListFilters() {}

  static ListPage.Filters of(ListQuery query, ListChoices choices, LeadDirectory directory) {
    ListFilter filter = query.filter();
    Shelf shelf = filter.shelf();
    return new ListPage.Filters(
        shelf.code(),
        Arrays.stream(Severity.values())
            .map(one -> choice(one.name(), Words.severity(one), filter.severity().map(Enum::name)))
            .toList(),
        Arrays.stream(ListFilter.Due.values())
            .map(one -> choice(one.code(), one.title(), filter.due().map(ListFilter.Due::code)))
            .toList(),
        choices.patterns().entrySet().stream()
            .map(one -> choice(one.getKey(), title(one), filter.pattern()))
            .toList(),
        choices.agencies().stream()
            .map(one -> choice(one, directory.agencyName(one), filter.agency()))
            .sorted(Comparator.comparing(ListPage.Choice::title))
            .toList(),
        Arrays.stream(ListOrder.values())
            .map(one -> choice(one.code(), one.title(), Optional.of(query.order().code())))
            .toList(),
        filter.planOverdue(),
        filter.narrows(),
        ListQuery.of(shelf).path(shelf, 1),
        notice(query.notUnderstood()));
  }

  private static String title(Map.Entry<String, String> pattern) {
    return pattern.getValue() + " (" + pattern.getKey() + ")";
  }

  private static ListPage.Choice choice(String code, String title, Optional<String> chosen) {
    return new ListPage.Choice(code, title, chosen.filter(code::equals).isPresent());
  }

  private static String notice(List<String> unknown) {
    return unknown.isEmpty()
        ? ""
        : "The address asked for something that is not known, and the list is shown without it: "
            + Words.list(unknown)
            + ".";
  }
}
