package org.safeguardinghub.console.people;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lead directory: persons, the roles that they hold, and the organisations.
 *
 * @param effectiveFrom first day of every entry
 * @param area code of the area that it is for
 * @param mailDomain domain of the demonstration addresses
 */
public record LeadDirectory(
    LocalDate effectiveFrom,
    String area,
    String mailDomain,
    List<Agency> agencies,
    List<Person> persons,
    List<RoleHolding> roles) {
  public LeadDirectory {
    agencies = List.copyOf(agencies);
    persons = List.copyOf(persons);
    roles = List.copyOf(roles);
  }

  public Optional<Person> person(String id) {
    return persons.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  public Optional<Person> byUser(String user) {
    return persons.stream().filter(person -> person.user().equals(user)).findFirst();
  }

  /** The name to show; a person who is no longer in the directory is said to be so. */
  public String nameOf(String personId) {
    return person(personId).map(Person::name).orElse("someone no longer in the directory");
  }

  public String titleOf(String role) {
    return roles.stream()
        .filter(holding -> holding.role().equals(role))
        .findFirst()
        .map(RoleHolding::title)
        .orElse(role.replace('-', ' '));
  }

  /** The role and, where it is held in one, its agency. */
  public String titleOf(String role, Optional<String> agency) {
    return titleOf(role) + agency.map(code -> ", " + agencyName(code)).orElse("");
  }

  public String agencyName(String code) {
    return agencies.stream()
        .filter(agency -> agency.code().equals(code))
        .findFirst()
        .map(Agency::name)
        .orElse(code.replace('-', ' '));
  }

  /** Codes of the roles that a person holds, as holder or deputy. */
  public Set<String> rolesOf(String personId) {
    return holdingsOf(personId).stream()
        .map(RoleHolding::role)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public List<RoleHolding> holdingsOf(String personId) {
    return roles.stream().filter(holding -> holding.holders().contains(personId)).toList();
  }

  /** The title under which a person signs in: that of the role that they hold first of all. */
  public String mainTitleOf(String personId) {
    Optional<String> held =
        roles.stream()
            .filter(holding -> holding.holders().stream().limit(1).anyMatch(personId::equals))
            .findFirst()
            .map(RoleHolding::title);
    return held.or(
            () ->
                holdingsOf(personId).stream()
                    .findFirst()
                    .map(holding -> "Deputy, " + holding.title()))
        .orElse("No role");
  }

  /** The role above another on the ladder. */
  public Optional<String> managerOf(String role) {
    return roles.stream()
        .filter(holding -> holding.role().equals(role))
        .findFirst()
        .flatMap(RoleHolding::manager);
  }

  /** Codes of the roles that go up the ladder to one of these, at whatever distance. */
  public Set<String> rolesBelow(Set<String> above) {
    Set<String> below = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (RoleHolding holding : roles) {
        boolean reports =
            holding.manager().filter(m -> above.contains(m) || below.contains(m)).isPresent();
        more |= reports && !above.contains(holding.role()) && below.add(holding.role());
      }
    }
    return below;
  }

  public String mailOf(Person person) {
    return person.mail().orElse(person.user() + "@" + mailDomain);
  }

  /**
   * The directory as it gives rights on a day: whoever has left or not begun holds nothing, and
   * nobody holds a role that has ended. Names and titles stay, for what was done under them.
   */
  public LeadDirectory heldOn(LocalDate day) {
    Set<String> there =
        persons.stream()
            .filter(person -> person.term().holdsOn(day))
            .map(Person::id)
            .collect(Collectors.toSet());
    return withRoles(
        roles.stream()
            .map(
                holding ->
                    holding.term().holdsOn(day)
                        ? holding.heldBy(
                            holding.holders().stream().filter(there::contains).toList())
                        : holding.heldBy(List.of()))
            .toList());
  }

  /** Whether a person is in the directory on a day, on leave or not. */
  public boolean belongs(String personId, LocalDate day) {
    return person(personId).filter(person -> person.term().holdsOn(day)).isPresent();
  }

  public LeadDirectory withRoles(List<RoleHolding> others) {
    return new LeadDirectory(effectiveFrom, area, mailDomain, agencies, persons, others);
  }

  public LeadDirectory withPersons(List<Person> others) {
    return new LeadDirectory(effectiveFrom, area, mailDomain, agencies, others, roles);
  }
}
