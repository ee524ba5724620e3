package org.safeguardinghub.risk.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * Gives copies of alerts and follows them: to a role once, to whoever follows a holder who cannot
 * be told any more, again where an alert comes back or grows. Whoever has a copy neither owns nor
 * answers; a role in which nobody can be told gets one when somebody is there.
 */
final class CopyRules {
  private final RoutingTable table;
  private final Candidates candidates;

  CopyRules(RoutingTable table, WorkingCalendar calendar) {
    this.table = table;
    this.candidates = new Candidates(table, calendar);
  }

  /**
   * What a step means for copies: the same step with the pictures as they are with them.
   *
   * @param asked which alerts are looked at
   */
  Step after(AlertState before, Step step, Predicate<Alert> asked, Moment moment) {
    AlertState state = step.state();
    List<AlertOutput> outputs = new ArrayList<>(step.outputs());
    for (Alert alert : step.state().alerts().values()) {
      if (!asked.test(alert)) {
        continue;
      }
      List<Copy> copies = copies(alert, moment);
      Set<String> told = toTell(before.alert(alert.id()), alert, copies);
      if (copies.equals(alert.dossier().audience().copies()) && told.isEmpty()) {
        continue;
      }
      Audience audience = alert.dossier().audience().withCopies(copies, told);
      Alert next = pictured(alert, audience, outputs, moment);
      Outputs telling = new Outputs(moment);
      told.forEach(person -> telling.tellCopy(next, person));
      outputs.addAll(telling.found());
      state = state.with(next);
    }
    return new Step(state, outputs);
  }

  /** In the picture that the step takes anyway; in one of its own where it takes none. */
  private static Alert pictured(
      Alert alert, Audience audience, List<AlertOutput> outputs, Moment moment) {
    for (int i = outputs.size() - 1; i >= 0; i--) {
      if (outputs.get(i) instanceof AlertOutput.AlertChanged(Alert taken) && taken.equals(alert)) {
        Alert next = alert.with(alert.dossier().with(audience));
        outputs.set(i, new AlertOutput.AlertChanged(next));
        return next;
      }
    }
    Alert next = alert.with(alert.dossier().noted(moment.at(), Change.COPIED).with(audience));
    outputs.add(new AlertOutput.AlertChanged(next));
    return next;
  }

  private static boolean live(Alert alert) {
    return alert instanceof Alert.Open || alert instanceof Alert.Acknowledged;
  }

  /** The copies of an alert as they are to be from now on. */
  private List<Copy> copies(Alert alert, Moment moment) {
    Dossier dossier = alert.dossier();
    List<Copy> had = dossier.audience().copies();
    boolean nothingToShut = had.isEmpty() && !live(alert);
    if (nothingToShut || dossier.standing().isEmpty()) {
      return had;
    }
    RouteRow row =
        table.match(dossier.subject().scope(), dossier.standing(), moment.situation()).row();
    if (table.copies().closed(row, dossier, moment.situation())) {
      return had.stream().map(Copy::shut).toList();
    }
    if (!live(alert)) {
      return had;
    }
    Map<Desk, Set<String>> desks = desks(row, dossier, moment);
    Map<Desk, Copy> copies = new LinkedHashMap<>();
    had.forEach(copy -> copies.put(copy.desk(), followed(copy, desks) ? copy.shut() : copy));
    desks.forEach(
        (desk, children) ->
            copy(desk, children, Optional.ofNullable(copies.get(desk)), dossier, moment)
                .ifPresent(copy -> copies.put(desk, copy)));
    return List.copyOf(copies.values());
  }

  /** Whether other agencies know its children now, as after a change of school. */
  private static boolean followed(Copy copy, Map<Desk, Set<String>> desks) {
    Set<String> elsewhere = new HashSet<>();
    desks.forEach(
        (desk, children) -> {
          if (desk.role().equals(copy.desk().role()) && !desk.equals(copy.desk())) {
            elsewhere.addAll(children);
          }
        });
    return !copy.children().isEmpty()
        && !desks.containsKey(copy.desk())
        && elsewhere.containsAll(copy.children());
  }

  private Optional<Copy> copy(
      Desk desk, Set<String> children, Optional<Copy> had, Dossier dossier, Moment moment) {
    List<String> able =
        candidates.of(desk.role(), desk.agency(), dossier, Optional.empty(), moment).stream()
            .map(Contact::personId)
            .toList();
    Optional<Copy> kept = had.filter(Copy::open).filter(copy -> able.contains(copy.personId()));
    if (kept.isPresent()) {
      return kept.map(copy -> copy.of(copy.personId(), children));
    }
    // The owner has the alert itself, and with it their role.
    return able.stream()
        .findFirst()
        .filter(person -> !person.equals(dossier.owner().personId()))
        .flatMap(
            person ->
                table
                    .copies()
                    .function(desk.role())
                    .map(
                        function -> new Copy(desk, function, person, children, moment.at(), true)));
  }

  /** The desks that get a copy, each with the children whom it knows. */
  private Map<Desk, Set<String>> desks(RouteRow row, Dossier dossier, Moment moment) {
    Map<Desk, Set<String>> desks = new LinkedHashMap<>();
    Owner owner = dossier.owner();
    for (String role : table.copies().roles(row, dossier, moment.situation())) {
      if (moment.directory().holder(role, Optional.empty(), moment.at()).isPresent()) {
        desks.put(new Desk(role, Optional.empty()), Set.of());
      } else if (namesChildren(dossier)) {
        perAgency(role, moment).forEach((agency, children) -> desks.put(agency, children));
      }
    }
    desks.remove(new Desk(owner.role(), Optional.empty()));
    desks.remove(new Desk(owner.role(), owner.agency()));
    // From there it climbs: whoever did not answer is not told of it again as if it were news.
    Custody custody = dossier.custody();
    desks.remove(new Desk(custody.ladderRole(), Optional.empty()));
    desks.remove(new Desk(custody.ladderRole(), custody.ladderAgency()));
    return desks;
  }

  /** Each child's own: of the agencies that have the role, the one that reported of it last. */
  private static Map<Desk, Set<String>> perAgency(String role, Moment moment) {
    Map<Desk, Set<String>> desks = new LinkedHashMap<>();
    for (ChildSituation child : moment.situation().children()) {
      for (String agency : child.network()) {
        Desk desk = new Desk(role, Optional.of(agency));
        if (held(desk, moment)) {
          desks.computeIfAbsent(desk, _ -> new TreeSet<>()).add(child.child());
          break;
        }
      }
    }
    return desks;
  }

  private static boolean held(Desk desk, Moment moment) {
    return moment
        .directory()
        .holder(desk.role(), desk.agency(), moment.at())
        .filter(holder -> holder.agency().equals(desk.agency()))
        .isPresent();
  }

  /**
   * What is about a place or a setting names no child; each child's own lead hears of the child.
   */
  private static boolean namesChildren(Dossier dossier) {
    Scope scope = dossier.subject().scope();
    return scope == Scope.CHILD || scope == Scope.UNBORN || scope == Scope.HOUSEHOLD;
  }

  /** Who is to be told: of a copy that is new to them; all, of one that came back or grew. */
  private static Set<String> toTell(Optional<Alert> before, Alert alert, List<Copy> copies) {
    Set<String> known = new HashSet<>();
    if (before.filter(was -> !grown(was, alert)).isPresent()) {
      alert.dossier().audience().copies().stream()
          .filter(Copy::open)
          .forEach(copy -> known.add(copy.personId()));
    }
    Set<String> told = new LinkedHashSet<>();
    copies.stream()
        .filter(copy -> copy.open() && live(alert))
        .map(Copy::personId)
        .filter(person -> !known.contains(person))
        .filter(person -> !person.equals(alert.dossier().owner().personId()))
        .forEach(told::add);
    return told;
  }

  private static boolean grown(Alert before, Alert after) {
    return (live(after) && !live(before))
        || after.dossier().severity().moreUrgentThan(before.dossier().severity())
        || !patterns(before).containsAll(patterns(after));
  }

  private static Set<String> patterns(Alert alert) {
    Set<String> patterns = new HashSet<>();
    alert.dossier().standing().forEach(finding -> patterns.add(finding.pattern()));
    return patterns;
  }
}
