package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.console.alert.Agreeing;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.BreakGlass;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.Sharing;
import org.safeguardinghub.console.people.Agency;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;

/** Makes the pages of what is agreed and decided about an alert. */
public final class MinutesPages {
  private final PersonLabels labels;
  private final LeadDirectory directory;
  private final MinutesParts parts;

  /**
   * @param directory as it gives rights today
   */
  public MinutesPages(PersonLabels labels, LeadDirectory directory, Opener opener) {
    this.labels = labels;
    this.directory = directory;
    this.parts = new MinutesParts(directory, opener);
  }

  /**
   * Whom something can be agreed for: roles that somebody holds, agencies, persons who hold one.
   */
  public Set<String> parties() {
    return groups("").stream()
        .flatMap(group -> group.choices().stream())
        .map(MinutesPage.Choice::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  public MinutesPage.Plan plan(
      Alert alert,
      Reader reader,
      Instant now,
      String actionId,
      Agreeing.Form form,
      List<Fault> faults) {
    return new MinutesPage.Plan(
        "/alerts/" + alert.id(),
        heading(alert),
        parts.of(alert, reader, Telling.page(now)),
        actionId,
        groups(form.who()),
        Agreeing.possible(alert) ? Optional.of(form) : Optional.empty(),
        faults);
  }

  public MinutesPage.Mark mark(
      Alert alert,
      Minutes.Planned planned,
      Reader reader,
      Instant now,
      String actionId,
      Agreeing.MarkForm form,
      List<Fault> faults) {
    return new MinutesPage.Mark(
        "/alerts/" + alert.id(),
        heading(alert),
        parts.line(alert, planned, reader, Telling.page(now)),
        actionId,
        planned.open(),
        form,
        faults);
  }

  public MinutesPage.Share share(
      Alert alert,
      Reader reader,
      Instant now,
      String actionId,
      Sharing.Form form,
      List<Fault> faults) {
    return new MinutesPage.Share(
        "/alerts/" + alert.id(),
        heading(alert),
        parts.of(alert, reader, Telling.page(now)).sharing(),
        actionId,
        Sharing.possible(alert),
        groups("").stream()
            .flatMap(group -> group.choices().stream())
            .map(MinutesPage.Choice::title)
            .distinct()
            .toList(),
        choices(Sharing.gateways(), form.gateway()),
        choices(Sharing.grounds(), form.ground()),
        form,
        faults);
  }

  private String heading(Alert alert) {
    return ListPages.child(alert, labels.of(alert.personsConcerned()));
  }

  static List<MinutesPage.Choice> choices(Map<String, String> titles, String chosen) {
    return titles.entrySet().stream()
        .map(
            one ->
                new MinutesPage.Choice(one.getKey(), one.getValue(), one.getKey().equals(chosen)))
        .toList();
  }

  private List<MinutesPage.Group> groups(String chosen) {
    return List.of(
        group(
            "Roles",
            Minutes.Party.Kind.ROLE,
            directory.roles().stream()
                .filter(holding -> holding.agency().isEmpty() && !holding.holders().isEmpty())
                .map(RoleHolding::role),
            chosen),
        group(
            "Agencies",
            Minutes.Party.Kind.AGENCY,
            directory.agencies().stream().map(Agency::code),
            chosen),
        group(
            "People",
            Minutes.Party.Kind.PERSON,
            directory.persons().stream()
                .map(Person::id)
                .filter(id -> !directory.holdingsOf(id).isEmpty()),
            chosen));
  }

  private MinutesPage.Group group(
      String title, Minutes.Party.Kind kind, Stream<String> refs, String chosen) {
    return new MinutesPage.Group(
        title,
        refs.distinct()
            .map(ref -> choice(new Minutes.Party(kind, ref), chosen))
            .sorted(Comparator.comparing(MinutesPage.Choice::title))
            .toList());
  }

  private MinutesPage.Choice choice(Minutes.Party party, String chosen) {
    String word = Agreeing.word(party);
    return new MinutesPage.Choice(
        word, MinutesParts.who(party, directory) + told(party), word.equals(chosen));
  }

  /** Who that is, or whom the hub tells there. */
  private String told(Minutes.Party party) {
    return switch (party.kind()) {
      case PERSON -> ", " + directory.mainTitleOf(party.ref());
      case AGENCY -> " (" + toldAt(party.ref()) + ")";
      case ROLE, OTHER -> "";
    };
  }

  private String toldAt(String agency) {
    List<String> titles =
        directory.roles().stream()
            .filter(role -> role.agency().equals(Optional.of(agency)))
            .filter(role -> !role.holders().isEmpty() && BreakGlass.casework(role.role()))
            .map(RoleHolding::title)
            .toList();
    return titles.isEmpty() ? "the hub can tell nobody there" : Words.list(titles);
  }
}
