package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Optional;

/**
 * Owners of alerts that only the holders of one role may know of. Where none of them can be reached
 * the alert waits in the role for whoever takes it over: being told late is better than being told
 * to the wrong person.
 */
final class ConfinedRouter {
  private static final String VACANT = "p-vacant-";

  /** The first holder. */
  Custody first(RouteRow row, String because, Moment moment, int rung) {
    String person = persons(row, moment).stream().findFirst().orElse(VACANT + row.owner());
    return custody(row, person, because, moment, rung);
  }

  /** The holder after this one; the first after the last. */
  Custody next(RouteRow row, Owner before, String because, Moment moment) {
    return custody(row, after(before, row, moment), because, moment, 0);
  }

  /** Up the ladder's rungs, from holder to holder. */
  Custody climb(RouteRow row, Custody held, String because, Moment moment) {
    return custody(row, after(held.owner(), row, moment), because, moment, held.rung() + 1);
  }

  private static String after(Owner before, RouteRow row, Moment moment) {
    List<String> persons = persons(row, moment);
    return persons.isEmpty()
        ? before.personId()
        : persons.get((persons.indexOf(before.personId()) + 1) % persons.size());
  }

  /** Those who can be reached; all holders, where nobody can. */
  private static List<String> persons(RouteRow row, Moment moment) {
    List<String> reachable =
        moment.directory().reachable(row.owner(), Optional.empty(), moment.at()).stream()
            .map(Contact::personId)
            .toList();
    return reachable.isEmpty()
        ? moment
            .directory()
            .holder(row.owner(), Optional.empty(), moment.at())
            .map(RoleHolder::personIds)
            .orElse(List.of())
        : reachable;
  }

  private static Custody custody(
      RouteRow row, String person, String because, Moment moment, int rung) {
    return new Custody(
        new Owner(row.owner(), Optional.empty(), person, row.id(), because + "."),
        row.owner(),
        Optional.empty(),
        rung,
        moment.directory().version());
  }
}
