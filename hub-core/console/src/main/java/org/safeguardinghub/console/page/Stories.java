package org.safeguardinghub.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.PersonLabel;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/**
 * Makes the story of the persons of an alert for a reader who may open the alert: every report that
 * the reader may see, echoes folded into the incident that they are about, corrections struck
 * through, and the times when nobody reported anything.
 */
public final class Stories {
  /** A month without a report is worth saying. */
  private static final Duration GAP = Duration.ofDays(28);

  private final AlertStore store;
  private final PersonLabels labels;
  private final LeadDirectory directory;
  private final Timelines timelines;

  public Stories(
      AlertStore store,
      PersonLabels labels,
      LeadDirectory directory,
      EventCatalogue catalogue,
      Opener opener) {
    this.store = store;
    this.labels = labels;
    this.directory = directory;
    this.timelines = new Timelines(directory, catalogue, opener);
  }

  public StoryPage page(Alert alert, Reader reader, Instant now) {
    List<EventDetail> all = store.chronology(alert.personsConcerned());
    List<EventDetail> shown =
        all.stream().filter(event -> HandlingRule.maySee(event.handling(), reader)).toList();
    Map<String, PersonLabel> names = labels.of(alert.personsConcerned());
    Timelines.Outline outline = timelines.outline(all, reader);
    Silence silence = new Silence(shown.size() < all.size());
    return new StoryPage(
        "/alerts/" + alert.id(),
        ListPages.child(alert, names),
        AlertPages.persons(alert, names, now),
        outline.lanes(),
        story(shown, corrections(all, reader), silence),
        silence.since(shown, now),
        FeedWords.silent(
            store.feeds(),
            shown.stream().map(EventDetail::agency).collect(Collectors.toSet()),
            directory,
            now),
        outline.withheld(),
        involved(shown),
        othersAtHome(alert),
        "Prepared for %s, %s, on %s"
            .formatted(
                directory.nameOf(reader.personId()),
                directory.mainTitleOf(reader.personId()),
                LondonTime.day(now)));
  }

  private List<StoryPage.Told> story(
      List<EventDetail> shown, Map<String, String> corrections, Silence silence) {
    List<StoryPage.Told> story = new ArrayList<>();
    int number = 1;
    Optional<Instant> before = Optional.empty();
    for (List<EventDetail> incident : Incidents.of(shown)) {
      List<StoryPage.Entry> entries = new ArrayList<>();
      for (EventDetail event : incident) {
        entries.add(entry(event, number, corrections));
        number++;
      }
      Instant at = incident.getFirst().occurredAt();
      story.add(
          new StoryPage.Told(
              before.flatMap(last -> silence.between(last, at)),
              entries.getFirst(),
              entries.subList(1, entries.size())));
      before = Optional.of(at);
    }
    return story;
  }

  private StoryPage.Entry entry(EventDetail event, int number, Map<String, String> corrections) {
    return new StoryPage.Entry(
        timelines.entry(event, number),
        Words.basis(event.assertion()),
        Optional.ofNullable(corrections.get(event.eventId())));
  }

  /**
   * By event, why it no longer holds. Of a correction that the reader may not see only that there
   * is one: nobody may act on a report that no longer holds.
   */
  private static Map<String, String> corrections(List<EventDetail> all, Reader reader) {
    Map<String, String> corrections = new HashMap<>();
    all.stream()
        .sorted(Comparator.comparing(EventDetail::receivedAt))
        .forEach(
            event ->
                event
                    .supersedes()
                    .ifPresent(corrected -> corrections.put(corrected, struck(event, reader))));
    return corrections;
  }

  private static String struck(EventDetail correction, Reader reader) {
    return HandlingRule.maySee(correction.handling(), reader)
        ? Words.struck(correction.assertion())
            + ", heard on "
            + LondonTime.day(correction.receivedAt())
        : "Its sender has changed it since: ask them";
  }

  /** Each agency that the reader sees reports of, the one that was heard last first. */
  private List<String> involved(List<EventDetail> shown) {
    Map<String, List<EventDetail>> byAgency = new LinkedHashMap<>();
    shown.stream()
        .sorted(Comparator.comparing(EventDetail::occurredAt).reversed())
        .forEach(
            event -> byAgency.computeIfAbsent(event.agency(), _ -> new ArrayList<>()).add(event));
    return byAgency.entrySet().stream()
        .map(
            agency ->
                "%s: %s, the last on %s"
                    .formatted(
                        directory.agencyName(agency.getKey()),
                        Words.count(agency.getValue().size(), "report", "reports"),
                        LondonTime.day(agency.getValue().getFirst().occurredAt())))
        .toList();
  }

  private Optional<String> othersAtHome(Alert alert) {
    int others = store.othersAtHome(alert.personsConcerned());
    return others == 0
        ? Optional.empty()
        : Optional.of(
            Words.count(others, "other child is", "other children are")
                + " known to live in the same home. Their stories are not shown here: ask the MASH.");
  }

  /**
   * Words for the times without a report. Where something is held back they speak of what the
   * reader may see only: they must not say that there was nothing, nor when there was something.
   */
  private record Silence(boolean partial) {
    Optional<String> between(Instant before, Instant after) {
      Duration gap = Duration.between(before, after);
      return gap.compareTo(GAP) < 0
          ? Optional.empty()
          : Optional.of(
              (partial ? "Nothing that you may see was reported for " : "Nothing was reported for ")
                  + LondonTime.span(gap));
    }

    Optional<String> since(List<EventDetail> shown, Instant now) {
      return shown.stream()
          .map(EventDetail::occurredAt)
          .max(Comparator.naturalOrder())
          .flatMap(last -> between(last, now))
          .map(words -> words + " up to now");
    }
  }
}
