package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.subject.AlertReference;

/** Collects what follows from one input. */
final class Outputs {
  private final Moment moment;
  private final List<AlertOutput> found = new ArrayList<>();

  Outputs(Moment moment) {
    this.moment = moment;
  }

  Moment moment() {
    return moment;
  }

  Instant at() {
    return moment.at();
  }

  Outputs changed(Alert alert) {
    found.add(new AlertOutput.AlertChanged(alert));
    return this;
  }

  Outputs passedOver(Action action, AlertOutput.Why why) {
    return passedOver(action.alertId(), action.actionId(), why);
  }

  Outputs passedOver(String alertId, String actionId, AlertOutput.Why why) {
    found.add(new AlertOutput.PassedOver(alertId, actionId, why));
    return this;
  }

  Outputs deadlines(Optional<Deadline> before, Optional<Deadline> after, String alertId) {
    if (!before.equals(after)) {
      before.ifPresent(old -> found.add(new AlertOutput.DeadlineDropped(alertId, old)));
      after.ifPresent(due -> found.add(new AlertOutput.DeadlineSet(alertId, due)));
    }
    return this;
  }

  Outputs ledToAlert(String alertId, Set<String> before, Set<String> after) {
    Set<String> added = new HashSet<>(after);
    added.removeAll(before);
    if (!added.isEmpty()) {
      found.add(new AlertOutput.LedToAlert(alertId, added));
    }
    return this;
  }

  Outputs answered(Alert alert, Answer answer) {
    found.add(new AlertOutput.Answered(alert.id(), alert.dossier().receiptKeys(), answer));
    return this;
  }

  Outputs tellOwner(Alert alert, Template template) {
    Owner owner = alert.dossier().owner();
    return tell(alert, template, owner.personId(), owner.role());
  }

  /** Tells the first of a role who can be told; the duty desk, where nobody can. */
  Outputs tellRole(Alert alert, Template template, String role) {
    Directory directory = moment.directory();
    return Stream.of(role, RoutingTable.DUTY_DESK)
        .flatMap(each -> directory.reachable(each, Optional.empty(), moment.at()).stream())
        .findFirst()
        .map(contact -> tell(alert, template, contact.personId(), role))
        .orElse(this);
  }

  /** Tells whoever knows of it. */
  Outputs tellEverybody(Alert alert, Template template) {
    return tell(alert, template, _ -> true);
  }

  /** Tells who works on it, except the one who did it; who has a copy reads no more than that. */
  Outputs tellWorkersBut(String personId, Alert alert, Template template) {
    Dossier dossier = alert.dossier();
    return tell(
        alert,
        template,
        person ->
            !person.equals(personId)
                && (person.equals(dossier.owner().personId())
                    || !(dossier.audience().hasCopy(person) || dossier.minutes().told(person))));
  }

  /** Tells somebody that they have a copy; nobody waits for an answer. */
  Outputs tellCopy(Alert alert, String personId) {
    return tellInPart(alert, Template.COPY, personId, Optional.empty());
  }

  /** Tells somebody of what they are to do. */
  Outputs tellOfAction(Alert alert, Template template, String personId, PlannedAction planned) {
    return tellInPart(alert, template, personId, Optional.of(planned.task().dueAt()));
  }

  private Outputs tellInPart(
      Alert alert, Template template, String personId, Optional<Instant> due) {
    String role = alert.dossier().audience().informed().getOrDefault(personId, "");
    return tell(alert, template, personId, role, due);
  }

  /** A due time beside that of the alert itself. */
  Outputs waitFor(String alertId, Deadline due) {
    found.add(new AlertOutput.DeadlineSet(alertId, due));
    return this;
  }

  Outputs waitNoMore(String alertId, Deadline due) {
    found.add(new AlertOutput.DeadlineDropped(alertId, due));
    return this;
  }

  List<AlertOutput> found() {
    return List.copyOf(found);
  }

  private Outputs tell(Alert alert, Template template, Predicate<String> whom) {
    alert
        .dossier()
        .audience()
        .informed()
        .forEach(
            (person, role) -> {
              if (whom.test(person)) {
                tell(alert, template, person, role);
              }
            });
    return this;
  }

  Outputs disputed(String alertId, Action action, Disagreement now) {
    found.add(new AlertOutput.Disputed(alertId, action.actionId(), now.stage(), now.open()));
    return this;
  }

  private Outputs tell(Alert alert, Template template, String personId, String role) {
    return tell(alert, template, personId, role, alert.due().map(Deadline::dueAt));
  }

  private Outputs tell(
      Alert alert, Template template, String personId, String role, Optional<Instant> due) {
    Dossier dossier = alert.dossier();
    moment
        .directory()
        .contact(personId, moment.at())
        .ifPresent(
            contact ->
                found.add(
                    new AlertOutput.Notify(
                        Ids.notification(
                            dossier.alertId(),
                            template,
                            dossier.version(),
                            dossier.custody().rung(),
                            personId),
                        dossier.alertId(),
                        personId,
                        role,
                        contact.channels(),
                        template,
                        dossier.severity(),
                        AlertReference.of(dossier.alertId()),
                        due,
                        moment.at())));
    return this;
  }

  /** From one owner to another. */
  Outputs transferred(Alert before, Alert after) {
    changed(after);
    deadlines(before.due(), after.due(), after.id());
    return tellOwner(after, Template.REROUTED);
  }

  Step step(AlertState state) {
    return new Step(state, found);
  }
}
