package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Makes the timeline of an alert for one reader. What the reader may not see is counted and never
 * opened: its words, its type and its day stay out of the page.
 */
final class Timelines {
  private final LeadDirectory directory;
  private final EventCatalogue catalogue;
  private final Opener opener;

  Timelines(LeadDirectory directory, EventCatalogue catalogue, Opener opener) {
    this.directory = directory;
    this.catalogue = catalogue;
    this.opener = opener;
  }

  /** A timeline: what is shown, and its outline. */
  record Timeline(List<AlertPage.Item> items, Outline outline) {}

  /** The picture of what is shown, and what is held back, in words. */
  record Outline(Optional<LanePicture> lanes, List<String> withheld) {}

  /**
   * One event with what its evidence and its chronology entry say; the entry may still be on its
   * way.
   *
   * @param needed a finding of which the reader sees every item needs it
   */
  private record Piece(Alert.Evidence evidence, Optional<EventDetail> detail, boolean needed) {
    HandlingClass handling() {
      return detail
          .map(d -> d.handling().strictest(evidence.handling()))
          .orElse(evidence.handling());
    }

    Instant at() {
      return evidence.occurredAt();
    }
  }

  Timeline evidence(List<Alert.Finding> findings, List<EventDetail> details, Reader reader) {
    Map<String, EventDetail> byId =
        details.stream()
            .collect(Collectors.toMap(EventDetail::eventId, Function.identity(), (a, b) -> a));
    Set<String> needed =
        findings.stream()
            .filter(finding -> finding.standing() && hidden(finding, details, reader) == 0)
            .flatMap(finding -> finding.evidence().stream().filter(Needs::needed))
            .map(Alert.Evidence::eventId)
            .collect(Collectors.toSet());
    Map<String, Piece> pieces = new LinkedHashMap<>();
    for (Alert.Finding finding : findings) {
      for (Alert.Evidence evidence : finding.evidence()) {
        pieces.putIfAbsent(
            evidence.eventId(),
            new Piece(
                evidence,
                Optional.ofNullable(byId.get(evidence.eventId())),
                needed.contains(evidence.eventId())));
      }
    }
    return timeline(List.copyOf(pieces.values()), reader);
  }

  Timeline chronology(List<EventDetail> details, Reader reader) {
    return timeline(details.stream().map(Timelines::piece).toList(), reader);
  }

  private static Piece piece(EventDetail event) {
    return new Piece(
        new Alert.Evidence(
            event.eventId(),
            event.type(),
            event.agency(),
            event.family(),
            event.occurredAt(),
            event.receivedAt(),
            event.level(),
            event.handling(),
            Optional.empty(),
            false),
        Optional.of(event),
        false);
  }

  /** One event by itself, for a reader who may see it. */
  AlertPage.Item entry(EventDetail event, int number) {
    List<String> marks = new ArrayList<>(2);
    LondonTime.late(event.occurredAt(), event.receivedAt()).ifPresent(marks::add);
    if (!event.identityConfirmed()) {
      marks.add("identity unconfirmed");
    }
    return item(piece(event), number, marks);
  }

  /** When and what, for a reader who may see it. */
  String inAFewWords(Alert.Evidence evidence, List<EventDetail> details) {
    EventDetail.Precision precision =
        details.stream()
            .filter(d -> d.eventId().equals(evidence.eventId()))
            .map(EventDetail::precision)
            .findFirst()
            .orElse(EventDetail.Precision.DAY);
    return LondonTime.occurred(evidence.occurredAt(), precision) + ", " + title(evidence);
  }

  private String title(Alert.Evidence evidence) {
    return catalogue.find(evidence.type()).map(EventType::title).orElse("An event of a new type");
  }

  /** How many items of a finding the reader may not see. */
  static long hidden(Alert.Finding finding, List<EventDetail> details, Reader reader) {
    Map<String, HandlingClass> stricter =
        details.stream()
            .collect(
                Collectors.toMap(
                    EventDetail::eventId, EventDetail::handling, HandlingClass::strictest));
    return finding.evidence().stream()
        .filter(
            e ->
                !HandlingRule.maySee(
                    e.handling().strictest(stricter.getOrDefault(e.eventId(), HandlingClass.H0)),
                    reader))
        .count();
  }

  /** What a reader may see, in the order of time, and what is held back. Nothing is opened yet. */
  private record Sight(List<Piece> shown, List<Piece> hidden) {
    static Sight of(List<Piece> pieces, Reader reader) {
      Map<Boolean, List<Piece>> bySight =
          pieces.stream()
              .sorted(Comparator.comparing(Piece::at))
              .collect(Collectors.partitioningBy(p -> HandlingRule.maySee(p.handling(), reader)));
      return new Sight(
          bySight.getOrDefault(true, List.of()), bySight.getOrDefault(false, List.of()));
    }
  }

  private Timeline timeline(List<Piece> pieces, Reader reader) {
    Sight sight = Sight.of(pieces, reader);
    List<AlertPage.Item> items = new ArrayList<>();
    for (Piece piece : sight.shown()) {
      items.add(item(piece, items.size() + 1, marks(piece)));
    }
    return new Timeline(items, outline(sight));
  }

  /** The outline of events whose entries the caller makes one by one. */
  Outline outline(List<EventDetail> events, Reader reader) {
    return outline(Sight.of(events.stream().map(Timelines::piece).toList(), reader));
  }

  private static Outline outline(Sight sight) {
    return new Outline(lanes(sight.shown()), withheld(sight.hidden()));
  }

  private AlertPage.Item item(Piece piece, int number, List<String> marks) {
    Alert.Evidence evidence = piece.evidence();
    EventDetail.Precision precision =
        piece.detail().map(EventDetail::precision).orElse(EventDetail.Precision.DAY);
    return new AlertPage.Item(
        "item-" + number,
        LondonTime.occurred(evidence.occurredAt(), precision),
        directory.agencyName(evidence.agency()),
        Words.family(evidence.family()),
        title(evidence),
        evidence.level(),
        marks,
        piece.detail().flatMap(EventDetail::narrative).map(this::words),
        piece.detail().flatMap(EventDetail::childVoice).map(this::words));
  }

  private static List<String> marks(Piece piece) {
    List<String> marks = new ArrayList<>();
    if (piece.needed()) {
      marks.add("needed");
    }
    LondonTime.late(piece.evidence().occurredAt(), piece.evidence().receivedAt())
        .ifPresent(marks::add);
    piece.detail().map(EventDetail::assertion).flatMap(Words::assertion).ifPresent(marks::add);
    if (!piece.detail().map(EventDetail::identityConfirmed).orElse(true)) {
      marks.add("identity unconfirmed");
    }
    if (piece.detail().flatMap(EventDetail::supersedes).isPresent()) {
      marks.add("corrected");
    }
    return marks;
  }

  private String words(Sealed sealed) {
    return opener.open(sealed).orElse("These words were erased and can no longer be read.");
  }

  private static Optional<LanePicture> lanes(List<Piece> shown) {
    if (shown.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        LanePicture.of(
            shown.stream()
                .map(
                    p ->
                        new LanePicture.Point(
                            Words.family(p.evidence().family()), p.at(), p.evidence().level()))
                .toList()));
  }

  /** {@code 1 further item held by Health, ask the named nurse}. */
  private static List<String> withheld(List<Piece> hidden) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Piece piece : hidden) {
      String by =
          "held by %s, ask %s"
              .formatted(
                  Words.family(piece.evidence().family()),
                  HandlingRule.whomToAsk(piece.handling()));
      counts.merge(by, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(e -> Words.count(e.getValue(), "further item ", "further items ") + e.getKey())
        .toList();
  }
}
