package org.safeguardinghub.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.console.people.Directories;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Leave;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.Reach;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.console.people.Week;

/** The lead directory for administrators. */
public final class DirectoryPages {
  /** Places beyond those that are taken. */
  private static final int FREE_PLACES = 2;

  private final LeadDirectory directory;
  private final LocalDate today;

  /** Over the whole directory, with everybody who has left. */
  public DirectoryPages(LeadDirectory directory, LocalDate today) {
    this.directory = directory;
    this.today = today;
  }

  public DirectoryPage page(List<Directories.Change> changes, Instant now) {
    return new DirectoryPage(
        directory.roles().stream().map(this::role).toList(),
        directory.persons().stream().map(this::human).toList(),
        changes.stream()
            .map(
                change ->
                    new DirectoryPage.Change(
                        LondonTime.when(change.at(), now), who(change.actor()), change.reason()))
            .toList());
  }

  private String who(String actor) {
    if (actor.startsWith("account:")) {
      return "somebody at the machine, as " + actor.substring("account:".length());
    }
    return actor.equals("hub") ? "the hub" : directory.nameOf(actor);
  }

  private DirectoryPage.Role role(RoleHolding holding) {
    boolean reached = Reach.reached(directory, holding, today);
    return new DirectoryPage.Role(
        "/directory/roles/" + holding.name(),
        titleOf(holding),
        holding.holders().stream().map(this::named).toList(),
        holding.manager().map(directory::titleOf).orElse("-"),
        holding.outOfHours().map(directory::titleOf).orElse("-"),
        reached ? "" : "nobody today");
  }

  /** The role and, where there are several such, its organisation. */
  public String titleOf(RoleHolding holding) {
    return holding.title()
        + holding.agency().map(code -> ", " + directory.agencyName(code)).orElse("");
  }

  private String named(String id) {
    String name = directory.nameOf(id);
    if (!directory.belongs(id, today)) {
      return name + " (not there)";
    }
    return directory.person(id).filter(person -> person.reachableOn(today)).isPresent()
        ? name
        : name + " (away)";
  }

  private DirectoryPage.Human human(Person person) {
    Stream<String> term =
        Stream.concat(
            person
                .term()
                .firstDay()
                .filter(day -> day.isAfter(today))
                .map(day -> "from " + LondonTime.day(day))
                .stream(),
            person
                .term()
                .lastDay()
                .map(
                    day ->
                        (day.isBefore(today) ? "left after " : "leaves after ")
                            + LondonTime.day(day))
                .stream());
    Stream<String> leave =
        person.leave().stream()
            .filter(away -> !away.lastDay().isBefore(today))
            .map(away -> "away " + words(away));
    return new DirectoryPage.Human(
        "/directory/persons/" + person.id(),
        person.name(),
        ways(directory, person),
        Stream.of(term, leave, person.hours().map(hours -> "at work " + Week.words(hours)).stream())
            .flatMap(words -> words)
            .collect(Collectors.joining("; ")));
  }

  /** In the order in which it is tried; a webhook's address is nobody's to read. */
  private static String ways(LeadDirectory directory, Person person) {
    return person.ways().order().stream()
        .map(
            way ->
                switch (way) {
                  case MAIL -> directory.mailOf(person);
                  case TEXT -> person.ways().phone().orElse("");
                  case WEBHOOK -> "webhook";
                })
        .collect(Collectors.joining(", then "));
  }

  private static String words(Leave away) {
    return LondonTime.day(away.firstDay()) + " to " + LondonTime.day(away.lastDay());
  }

  /** The fields of a person as they are. */
  public DirectoryPage.PersonFields fields(Person person) {
    return new DirectoryPage.PersonFields(
        person.mail().orElse(""),
        person.term().lastDay().map(LocalDate::toString).orElse(""),
        leave(person, person.leave()),
        "",
        "",
        person.hours().map(Week::words).orElse(""),
        String.join(" ", person.conflicts()));
  }

  /** Every leave of a person, with those that are to stay marked. */
  public static List<DirectoryPage.Away> leave(Person person, List<Leave> kept) {
    return person.leave().stream()
        .map(away -> new DirectoryPage.Away(field(away), words(away), kept.contains(away)))
        .toList();
  }

  /** Name of the field that keeps a leave. */
  public static String field(Leave away) {
    return "keep-" + away.firstDay() + "-" + away.lastDay();
  }

  /** A list of choices for each place of a role, and some for newcomers. */
  public List<List<DirectoryPage.Choice>> choices(List<String> holders) {
    List<List<DirectoryPage.Choice>> places = new ArrayList<>();
    for (int i = 0; i < holders.size() + FREE_PLACES; i++) {
      Optional<String> chosen = i < holders.size() ? Optional.of(holders.get(i)) : Optional.empty();
      places.add(
          directory.persons().stream()
              .filter(
                  person ->
                      directory.belongs(person.id(), today)
                          || chosen.filter(person.id()::equals).isPresent())
              .map(
                  person ->
                      new DirectoryPage.Choice(
                          person.id(),
                          person.name(),
                          chosen.filter(person.id()::equals).isPresent()))
              .toList());
    }
    return places;
  }
}
