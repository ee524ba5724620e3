package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.console.alert.ActionStore;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.Answering;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.GlassStore;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.PersonLabel;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.audit.AccessLog;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.DisagreementStages;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.AlertReference;
import org.safeguardinghub.kernel.subject.Scope;

/** Makes the page of one alert for a reader who may open it. */
public final class AlertPages {
  private static final int OTHERS = 50;

  private final AlertStore store;
  private final ActionStore actions;
  private final AccessLog accesses;
  private final PersonLabels labels;
  private final LeadDirectory directory;
  private final Opener opener;
  private final Timelines timelines;
  private final FindingParts findingParts;
  private final MinutesParts minutesParts;
  private final OwnerParts ownerParts;
  private final List<String> protectiveTypes;
  private final GlassStore glass;

  public AlertPages(
      AlertStore store,
      ActionStore actions,
      AccessLog accesses,
      PersonLabels labels,
      LeadDirectory directory,
      EventCatalogue catalogue,
      Opener opener,
      GlassStore glass) {
    this.store = store;
    this.glass = glass;
    this.actions = actions;
    this.accesses = accesses;
    this.labels = labels;
    this.directory = directory;
    this.opener = opener;
    this.timelines = new Timelines(directory, catalogue, opener);
    this.findingParts = new FindingParts(timelines);
    this.minutesParts = new MinutesParts(directory, opener);
    this.ownerParts = new OwnerParts(directory);
    this.protectiveTypes =
        catalogue.types().stream().filter(EventType::protective).map(EventType::code).toList();
  }

  /** The form as it was sent, to be shown again with what is wrong with it. */
  public record Resubmission(
      Answering.Form form, List<Answering.Fault> faults, Optional<String> notice) {}

  public AlertPage page(
      Alert alert, Reader reader, Instant now, String actionId, Optional<Resubmission> again) {
    return page(alert, reader, Telling.page(now), actionId, again);
  }

  /** The same as others read it on another day: for the pack. Nothing can be answered on it. */
  public AlertPage paper(Alert alert, Reader reader, Instant now) {
    return page(alert, reader, Telling.paper(now), "", Optional.empty());
  }

  private AlertPage page(
      Alert alert, Reader reader, Telling telling, String actionId, Optional<Resubmission> again) {
    Instant now = telling.now();
    List<Alert.Finding> standing = alert.standing();
    List<EventDetail> details =
        store.events(
            alert.findings().stream()
                .flatMap(f -> f.evidence().stream())
                .map(Alert.Evidence::eventId)
                .distinct()
                .toList(),
            alert.personsConcerned());
    Map<String, PersonLabel> names = labels.of(alert.personsConcerned());
    Timelines.Timeline timeline =
        timelines.evidence(standing.isEmpty() ? alert.findings() : standing, details, reader);
    AlertPage.Status status = status(alert, reader, telling);
    return new AlertPage(
        alert.id(),
        "/alerts/" + alert.id(),
        ListPages.child(alert, names),
        persons(alert, names, now),
        new Tag(Words.severity(alert.severity()), Words.severityTag(alert.severity())),
        status,
        findingParts.of(standing, details, reader),
        findingParts.of(
            alert.findings().stream().filter(f -> !f.standing()).toList(), details, reader),
        timeline.items(),
        timeline.outline().lanes(),
        timeline.outline().withheld(),
        alert.live() && !alert.subject().scope().ofTheHub()
            ? FeedWords.silent(store.feeds(), told(alert, reader), directory, now)
            : SilentFeeds.NONE,
        others(alert, reader, telling),
        alert.live() ? clocks(alert, reader, telling) : List.of(),
        protective(alert, reader),
        ownerParts.of(alert, reader, telling),
        store.deliveries(alert.id()).stream()
            .sorted(Comparator.comparing(DeliveryLine::at))
            .map(line -> ownerParts.told(line, telling))
            .toList(),
        alert.copies().stream()
            .filter(Alert.Copy::open)
            .map(copy -> ownerParts.copy(copy, telling))
            .toList(),
        AccessWords.of(accesses.of("alert", alert.id()), directory, reader, now),
        versions(alert),
        !alert.subject().scope().ofTheHub(),
        alert.subject().scope() == Scope.FEED,
        alert.identityUnconfirmed(),
        alert.toConfirm().contains(reader.personId()),
        minutesParts.of(alert, reader, telling),
        reader.mayOpen(alert.owner())
            ? Optional.empty()
            : Optional.of(
                telling.when(
                    glass
                        .openTo(reader.personId(), alert.id(), now)
                        .map(Glass::until)
                        .orElse(now))),
        alert.open() && status.pending().isEmpty() && reader.mayOpen(alert.owner())
            ? Optional.of(form(alert, actionId, again))
            : Optional.empty());
  }

  /** What to quote: to support, and to an identity steward where this is about the wrong child. */
  private static String versions(Alert alert) {
    return "Alert %s, in messages %s; version %d. Evaluated with policy version %d. About %s."
        .formatted(
            alert.id(),
            AlertReference.of(alert.id()),
            alert.version(),
            alert.policyVersion(),
            alert.concerns().stream()
                .filter(concern -> !concern.startsWith("agency/"))
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /** Where the alert stands, for the part of the page that follows changes by itself. */
  AlertPage.Status status(Alert alert, Reader reader, Telling telling) {
    Optional<ActionStore.Answer> mine = actions.lastAnswer(alert.id(), reader.personId());
    Optional<String> pending =
        mine.filter(answer -> awaited(alert, answer)).map(AlertPages::pending);
    return new AlertPage.Status(
        pending.isPresent()
            ? "Your answer is being recorded"
            : Words.state(alert.state()) + aside(alert, telling),
        alert.open() && pending.isEmpty() ? alert.dueAt().map(telling::due).orElse("") : "",
        alert.open() && alert.dueAt().map(telling::overdue).orElse(false),
        alert.acknowledgement().map(answer -> answer(answer, reader, telling)),
        alert.disagreement().map(one -> disagreement(one, reader, telling)).orElse(List.of()),
        pending,
        mine.flatMap(answer -> conflict(alert, answer, reader)),
        alert.state() == Alert.State.WITHDRAWN && !alert.changeReason().isBlank()
            ? Optional.of(alert.changeReason())
            : Optional.empty());
  }

  static String aside(Alert alert, Telling telling) {
    return alert.state() == Alert.State.ACKNOWLEDGED
        ? alert.dueAt().map(again -> ", put aside until " + telling.when(again)).orElse("")
        : "";
  }

  /** An answer is awaited while the alert is still the one that was answered. */
  private static boolean awaited(Alert alert, ActionStore.Answer answer) {
    return alert.open() && alert.version() <= answer.expectedVersion();
  }

  private List<AlertPage.ClockLine> clocks(Alert alert, Reader reader, Telling telling) {
    Instant now = telling.now();
    return store.clocks(alert).stream()
        .filter(clock -> clock.dueAt().isAfter(now))
        .filter(clock -> HandlingRule.maySee(clock.handling(), reader))
        .map(
            clock ->
                new AlertPage.ClockLine(
                    clock.what(), telling.due(last(clock.dueAt())), clock.nearlyOut(now)))
        // One clock of several children is one thing to do.
        .distinct()
        .toList();
  }

  // Midnight is the end of the day before, for whoever has to be in time.
  private static Instant last(Instant dueAt) {
    return LondonTime.midnight(dueAt) ? dueAt.minusMillis(1) : dueAt;
  }

  private static String pending(ActionStore.Answer answer) {
    return (answer.confirmed()
            ? "Your answer is recorded, waiting for confirmation: "
            : "Your answer is recorded and on its way: ")
        + answer.decision().label()
        + ".";
  }

  private Optional<String> conflict(Alert alert, ActionStore.Answer mine, Reader reader) {
    return switch (alert.state()) {
      case OPEN ->
          awaited(alert, mine)
              ? Optional.empty()
              : Optional.of(
                  "The alert changed after you answered ("
                      + alert.changeReason()
                      + "). If your answer does not show here in a moment, read what changed and"
                      + " answer again.");
      case ACKNOWLEDGED ->
          alert
              .acknowledgement()
              .filter(answer -> !answer.personId().equals(reader.personId()))
              .map(
                  answer ->
                      directory.nameOf(answer.personId())
                          + " answered before you did. Your own answer was received and does not"
                          + " change the alert.");
      case WITHDRAWN, CLOSED ->
          alert.acknowledgement().isPresent()
              ? Optional.empty()
              : Optional.of("The alert ended before your answer arrived: " + alert.changeReason());
    };
  }

  private AlertPage.Answer answer(Alert.Acknowledgement answer, Reader reader, Telling telling) {
    return new AlertPage.Answer(
        telling.who(answer.personId(), directory, reader),
        telling.when(answer.at()),
        answer.decision().label(),
        words(answer.reason()));
  }

  private List<String> disagreement(Alert.Disagreement one, Reader reader, Telling telling) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s, stage %d of %d: %s"
            .formatted(
                telling.who(one.personId(), directory, reader),
                telling.when(one.since()),
                one.stage(),
                DisagreementStages.LAST,
                words(one.reason())));
    one.settled()
        .ifPresent(
            settled ->
                lines.add(
                    "Settled. %s, %s: %s"
                        .formatted(
                            telling.who(settled.personId(), directory, reader),
                            telling.when(settled.at()),
                            words(settled.reason()))));
    return lines;
  }

  private String words(Sealed reason) {
    return opener.open(reason).orElse("The reason can no longer be read.");
  }

  /** Who they are, as far as that is known. */
  static List<String> persons(Alert alert, Map<String, PersonLabel> names, Instant now) {
    List<String> lines = new ArrayList<>();
    for (String ref : alert.personsConcerned()) {
      PersonLabel label = names.get(ref);
      if (label != null) {
        lines.add(
            label.name()
                + label
                    .dateOfBirth()
                    .map(
                        birth ->
                            ", born "
                                + LondonTime.day(birth)
                                + LondonTime.age(birth, now)
                                    .map(age -> " (" + age + ")")
                                    .orElse(""))
                    .orElse(", date of birth not known"));
      }
    }
    return lines;
  }

  /** The agencies of what the reader may see of its evidence. */
  private static Set<String> told(Alert alert, Reader reader) {
    return alert.findings().stream()
        .flatMap(finding -> finding.evidence().stream())
        .filter(item -> HandlingRule.maySee(item.handling(), reader))
        .map(Alert.Evidence::agency)
        .collect(Collectors.toSet());
  }

  private List<AlertPage.Other> others(Alert alert, Reader reader, Telling telling) {
    if (alert.subject().scope().ofTheHub()) {
      return List.of();
    }
    return store.others(alert, OTHERS).stream()
        .filter(reader::mayKnow)
        .filter(other -> reader.mayOpen(other.owner()))
        .map(
            other ->
                new AlertPage.Other(
                    "/alerts/" + other.id(),
                    new Tag(Words.severity(other.severity()), Words.severityTag(other.severity())),
                    (other.standing().isEmpty() ? other.findings() : other.standing())
                        .stream()
                            .map(Alert.Finding::title)
                            .distinct()
                            .collect(Collectors.joining("; ")),
                    "%s, raised %s"
                        .formatted(Words.state(other.state()), telling.when(other.raisedAt()))))
        .toList();
  }

  private List<AlertPage.Item> protective(Alert alert, Reader reader) {
    List<EventDetail> found = store.protective(alert.personsConcerned(), protectiveTypes);
    return timelines.chronology(found, reader).items();
  }

  private static AlertPage.AnswerForm form(
      Alert alert, String actionId, Optional<Resubmission> again) {
    String chosen = again.map(r -> r.form().decision()).orElse("");
    List<AlertPage.Choice> choices = new ArrayList<>();
    for (Decision decision : Decision.values()) {
      choices.add(
          new AlertPage.Choice(
              choices.isEmpty() ? "decision" : "decision-" + (choices.size() + 1),
              decision.name(),
              decision.label(),
              decision.hint(),
              decision.name().equals(chosen)));
    }
    return new AlertPage.AnswerForm(
        "/alerts/" + alert.id() + "/answer",
        actionId,
        alert.version(),
        choices,
        again.map(r -> r.form().reason()).orElse(""),
        again.map(Resubmission::faults).orElse(List.of()),
        again.flatMap(Resubmission::notice));
  }
}
