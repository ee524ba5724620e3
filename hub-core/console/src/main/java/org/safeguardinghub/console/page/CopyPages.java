package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.CopyFunction;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.PersonLabel;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/**
 * Makes the page of a copy. Nobody's words are opened for it: a report is shown, if at all, by its
 * day, its kind and its agency.
 */
public final class CopyPages {
  private final AlertStore store;
  private final PersonLabels labels;
  private final LeadDirectory directory;
  private final Timelines timelines;

  public CopyPages(
      AlertStore store, PersonLabels labels, LeadDirectory directory, EventCatalogue catalogue) {
    this.store = store;
    this.labels = labels;
    this.directory = directory;
    this.timelines = new Timelines(directory, catalogue, _ -> Optional.empty());
  }

  public CopyPage page(Alert alert, Alert.Copy copy, Reader reader, Instant now) {
    Map<String, PersonLabel> names = labels.of(named(alert, copy));
    String owner = ListPages.owner(alert.owner(), directory, reader);
    List<EventDetail> details = details(alert);
    CopyFunction.Items shows = copy.function().items();
    List<Alert.Finding> open = wholly(alert.standing(), details, reader);
    return new CopyPage(
        about(alert, copy, names),
        shows == CopyFunction.Items.NONE ? List.of() : AlertPages.persons(alert, names, now),
        owner,
        directory.titleOf(copy.role(), copy.agency()),
        LondonTime.when(copy.since(), now),
        CopyWords.todo(copy.function(), open, alert.severity(), owner),
        copy.function().reasons() ? reasons(alert, open) : List.of(),
        items(alert, copy, details, reader),
        withheld(alert, copy, details, reader),
        ended(alert),
        alert.toConfirm().contains(reader.personId()),
        "/alerts/" + alert.id() + "/correction");
  }

  /** Whom a copy may name: for a role of one agency, only the children whom that agency knows. */
  private static List<String> named(Alert alert, Alert.Copy copy) {
    return alert.personsConcerned().stream()
        .filter(child -> copy.agency().isEmpty() || copy.children().contains(child))
        .toList();
  }

  private static String about(Alert alert, Alert.Copy copy, Map<String, PersonLabel> names) {
    List<String> known = names.values().stream().map(PersonLabel::name).distinct().toList();
    if (!known.isEmpty()) {
      return Words.list(known);
    }
    return named(alert, copy).isEmpty() && alert.personsConcerned().isEmpty()
        ? ListPages.child(alert, Map.of())
        : "A child whose name cannot be shown";
  }

  /** All copies that a reader has of what somebody works on; so many at most. */
  public List<ListPage.CopyLine> lines(Reader reader, Instant now, int limit) {
    List<Alert> copied = store.copies(reader, limit);
    return lines(copied, labels.of(named(copied, reader)), reader, now);
  }

  /** Whom the copies that a reader has of these alerts may name, each once. */
  static List<String> named(List<Alert> copied, Reader reader) {
    return copied.stream()
        .filter(alert -> !reader.mayOpen(alert.owner()))
        .flatMap(alert -> reader.copyOf(alert).map(copy -> named(alert, copy)).stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** The same of alerts that were read already, with the names of whom the copies may name. */
  List<ListPage.CopyLine> lines(
      List<Alert> copied, Map<String, PersonLabel> names, Reader reader, Instant now) {
    return copied.stream()
        // What is the reader's own stands in the list itself.
        .filter(alert -> !reader.mayOpen(alert.owner()))
        .flatMap(
            alert ->
                reader.copyOf(alert).map(copy -> line(alert, copy, names, reader, now)).stream())
        .toList();
  }

  private ListPage.CopyLine line(
      Alert alert, Alert.Copy copy, Map<String, PersonLabel> names, Reader reader, Instant now) {
    Map<String, PersonLabel> own = new LinkedHashMap<>();
    named(alert, copy)
        .forEach(child -> Optional.ofNullable(names.get(child)).ifPresent(n -> own.put(child, n)));
    return new ListPage.CopyLine(
        "/alerts/" + alert.id() + "/copy",
        "%s, since %s".formatted(about(alert, copy, own), LondonTime.when(copy.since(), now)),
        ListPages.owner(alert.owner(), directory, reader) + " answers for it");
  }

  /** Whom an alert is about, for somebody who knows of it by a copy, which may be shut by now. */
  public String about(Alert alert, Reader reader) {
    return reader
        .copyOf(alert)
        .map(copy -> about(alert, copy, labels.of(named(alert, copy))))
        .orElse("A child whose name cannot be shown");
  }

  private List<EventDetail> details(Alert alert) {
    List<String> events =
        alert.standing().stream()
            .flatMap(finding -> finding.evidence().stream())
            .map(Alert.Evidence::eventId)
            .distinct()
            .toList();
    return store.events(events, alert.personsConcerned()).stream()
        .map(EventDetail::withoutWords)
        .toList();
  }

  /** Findings of which the reader may see every item: only these say what they are about. */
  private static List<Alert.Finding> wholly(
      List<Alert.Finding> findings, List<EventDetail> details, Reader reader) {
    return findings.stream()
        .filter(finding -> Timelines.hidden(finding, details, reader) == 0)
        .toList();
  }

  private static List<String> reasons(Alert alert, List<Alert.Finding> open) {
    List<String> reasons =
        new ArrayList<>(open.stream().map(Alert.Finding::title).distinct().toList());
    if (open.size() < alert.standing().size()) {
      reasons.add("A reason that rests on items which are not shown to you");
    }
    return reasons;
  }

  private List<CopyPage.Item> items(
      Alert alert, Alert.Copy copy, List<EventDetail> details, Reader reader) {
    return timelines.evidence(shown(alert, copy), details, reader).items().stream()
        .map(item -> new CopyPage.Item(item.date(), item.title(), item.agency()))
        .toList();
  }

  /** The findings with the evidence that is for the function of the copy. */
  private static List<Alert.Finding> shown(Alert alert, Alert.Copy copy) {
    return switch (copy.function().items()) {
      case BY_CLASS -> alert.standing();
      case OWN ->
          alert.standing().stream()
              .map(
                  finding ->
                      finding.resting(
                          finding.evidence().stream()
                              .filter(one -> copy.agency().equals(Optional.of(one.agency())))
                              .toList()))
              .toList();
      case NONE -> List.of();
    };
  }

  /**
   * What is above the reader's class is counted by who holds it; what is only not for this function
   * in one number.
   */
  private List<String> withheld(
      Alert alert, Alert.Copy copy, List<EventDetail> details, Reader reader) {
    if (copy.function().items() == CopyFunction.Items.NONE) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(timelines.evidence(alert.standing(), details, reader).outline().withheld());
    Set<String> shown = events(shown(alert, copy), reader, details).keySet();
    Map<String, Alert.Evidence> others = events(alert.standing(), reader, details);
    others.keySet().removeAll(shown);
    if (!others.isEmpty()) {
      lines.add(
          Words.count(others.size(), "further item is", "further items are")
              + " held by other agencies: ask who answers for the alert, if you need to know");
    }
    return lines;
  }

  /** The evidence of the reader's handling class, by event. */
  private static Map<String, Alert.Evidence> events(
      List<Alert.Finding> findings, Reader reader, List<EventDetail> details) {
    Map<String, EventDetail> byId =
        details.stream().collect(Collectors.toMap(EventDetail::eventId, one -> one, (a, _) -> a));
    Map<String, Alert.Evidence> events = new LinkedHashMap<>();
    for (Alert.Finding finding : findings) {
      for (Alert.Evidence one : finding.evidence()) {
        EventDetail detail = byId.get(one.eventId());
        if (HandlingRule.maySee(
            detail == null ? one.handling() : one.handling().strictest(detail.handling()),
            reader)) {
          events.put(one.eventId(), one);
        }
      }
    }
    return events;
  }

  private static Optional<String> ended(Alert alert) {
    return switch (alert.state()) {
      case OPEN, ACKNOWLEDGED -> Optional.empty();
      case WITHDRAWN ->
          Optional.of("The alert was withdrawn: what you were told no longer stands.");
      case CLOSED -> Optional.of("Whoever answers for the alert has closed it.");
    };
  }
}
