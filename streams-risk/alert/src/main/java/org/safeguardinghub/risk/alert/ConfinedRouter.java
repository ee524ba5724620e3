package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Optional;

/**
 * Owners of alerts that only the holders of one role may know of. Where none of them can be reached
 * the alert waits in the role for whoever takes it over: being told late is better than being told
 * to the wrong person.
 */
final class ConfinedRouter {
  /** Begins the id of whoever will take over what nobody may have now. */
  static final String VACANT = "p-vacant-";

  /** The first holder. */
  Custody first(RouteRow row, String because, Dossier dossier, Moment moment, int rung) {
    String person = persons(row, dossier, moment).stream().findFirst().orElse(VACANT + row.owner());
    return custody(row, person, because, moment, rung);
  }

  /** The holder after this one; the first after the last. */
  Custody next(RouteRow row, Dossier dossier, String because, Moment moment) {
    return custody(row, after(dossier, row, moment), because, moment, 0);
  }

  /** Up the ladder's rungs, from holder to holder. */
  Custody climb(RouteRow row, Dossier dossier, String because, Moment moment) {
    int rung = dossier.custody().rung() + 1;
    return custody(row, after(dossier, row, moment), because, moment, rung);
  }

  private static String after(Dossier dossier, RouteRow row, Moment moment) {
    String before = dossier.owner().personId();
    List<String> persons = persons(row, dossier, moment);
    if (persons.isEmpty()) {
      return VACANT + row.owner();
    }
    return persons.get((persons.indexOf(before) + 1) % persons.size());
  }

  /**
   * Those who can be reached; all holders, where nobody can. A conflict of interest shuts out in
   * any case.
   */
  private static List<String> persons(RouteRow row, Dossier dossier, Moment moment) {
    Directory directory = moment.directory();
    List<String> reachable =
        directory.reachable(row.owner(), Optional.empty(), moment.at()).stream()
            .map(Contact::personId)
            .filter(person -> !directory.inConflict(person, dossier))
            .toList();
    return reachable.isEmpty()
        ? directory.holder(row.owner(), Optional.empty(), moment.at()).stream()
            .flatMap(holder -> holder.personIds().stream())
            .filter(person -> !directory.inConflict(person, dossier))
            .toList()
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
