package org.safeguardinghub.risk.alert;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** One subject's alerts with a directory around them, driven by hand. All names are invented. */
final class Desks {
  static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  static final Instant EVER = Instant.parse("2020-01-01T00:00:00Z");

  /** Holder, deputies, role above, out-of-hours role. */
  private static final List<RoleHolder> ROLES =
      List.of(
          role("mash-manager", "service-manager", "edt", "p-mash", "p-mash-deputy"),
          role("identity-steward", "mash-manager", "edt", "p-steward"),
          role("allocated-worker", "team-manager", "edt", "p-worker", "p-team"),
          role("lead-practitioner", "team-manager", "edt", "p-worker"),
          role("team-manager", "service-manager", "edt", "p-team", "p-service"),
          role("service-manager", "head-of-service", "edt", "p-service", "p-head"),
          role("head-of-service", "duty-desk", "edt", "p-head"),
          role("edt", "service-manager", "", "p-edt", "p-edt-deputy"),
          role("lado", "head-of-service", "edt", "p-lado"),
          role("la-missing-coordinator", "service-manager", "edt", "p-missing"),
          role("police-mash-lead", "duty-desk", "police-control-room", "p-police"),
          role(
              "police-missing-unit", "police-mash-lead", "police-control-room", "p-police-missing"),
          role("health-visitor", "named-nurse", "", "p-visitor", "p-nurse"),
          role("named-nurse", "duty-desk", "edt", "p-nurse"),
          role("youth-justice-manager", "service-manager", "edt", "p-justice"),
          role("duty-desk", "", "edt", "p-duty"));

  private final AlertRules rules = new AlertRules(RoutingTable.load(), WorkingCalendar.load());
  Directory directory = seeded();
  Situation situation = Situation.UNKNOWN;
  AlertState state = AlertState.empty(CHILD);
  List<AlertOutput> outputs = List.of();

  static Directory seeded() {
    Map<String, RoleHolder> holders = new TreeMap<>();
    Map<String, Contact> contacts = new TreeMap<>();
    ROLES.forEach(holder -> holders.put("role:" + holder.role(), holder));
    inAgency(holders, "dsl", "tumbledown-primary", "p-dsl");
    inAgency(holders, "dsl", "quillmarsh-academy", "p-dsl-academy");
    inAgency(holders, "home-manager", "heron-house", "p-home");
    holders
        .values()
        .forEach(
            holder ->
                holder
                    .personIds()
                    .forEach(
                        person ->
                            contacts.put(
                                person,
                                new Contact(
                                    person, List.of(Channel.EMAIL), EVER, Optional.empty()))));
    return new Directory(7, holders, contacts);
  }

  private static void inAgency(
      Map<String, RoleHolder> holders, String role, String agency, String person) {
    holders.put(
        "role:" + role + "@" + agency,
        new RoleHolder(
            role,
            Optional.of(agency),
            List.of(person),
            Optional.empty(),
            Optional.of("mash-manager"),
            EVER,
            Optional.empty()));
  }

  private static RoleHolder role(String role, String manager, String duty, String... persons) {
    return new RoleHolder(
        role,
        Optional.empty(),
        List.of(persons),
        Optional.of(duty).filter(text -> !text.isEmpty()),
        Optional.of(manager).filter(text -> !text.isEmpty()),
        EVER,
        Optional.empty());
  }

  /** A person leaves: no contact any more from then on. */
  void leaves(String person, Instant at) {
    directory =
        directory.with(
            directory.version() + 1,
            new Contact(person, List.of(Channel.EMAIL), EVER, Optional.of(at)));
  }

  Moment moment(Instant at) {
    return new Moment(at, directory, situation);
  }

  Desks fold(AlertInput input) {
    Step step = rules.fold(state, input);
    state = step.state();
    outputs = step.outputs();
    return this;
  }

  Desks raise(Finding finding, Instant at) {
    return fold(new AlertInput.Raised(finding, Optional.empty(), 1, moment(at)));
  }

  Desks strengthen(Finding finding, Instant at) {
    return fold(new AlertInput.Strengthened(finding, Optional.empty(), true, 1, moment(at)));
  }

  Desks withdraw(String findingId, Instant at) {
    return fold(new AlertInput.Withdrawn(findingId, "its evidence was corrected", 1, moment(at)));
  }

  Desks act(Action action) {
    return fold(new AlertInput.Acted(action, moment(action.at())));
  }

  static Sealed words(String actionId) {
    return new Sealed("reason", actionId, java.nio.ByteBuffer.allocate(1));
  }

  /** What the owner of an alert agrees that the named nurse does. */
  static Action.Plan plan(String actionId, Alert alert, Instant at, Instant dueAt) {
    return new Action.Plan(
        actionId,
        alert.id(),
        alert.dossier().owner().personId(),
        at,
        new PlannedAction.Task(
            words(actionId + "/what"),
            new PlannedAction.Party(PlannedAction.Party.Kind.ROLE, "named-nurse"),
            dueAt),
        words(actionId));
  }

  static Action.DecideSharing share(String actionId, Alert alert, Instant at, boolean shared) {
    return new Action.DecideSharing(
        actionId,
        alert.id(),
        alert.dossier().owner().personId(),
        at,
        new SharingDecision.Sharing(
            shared, words(actionId + "/whom"), words(actionId + "/what"), "CA2004-S16LA"),
        words(actionId));
  }

  Desks acknowledge(String actionId, Instant at) {
    return act(answer(actionId, at, OptionalLong.empty()));
  }

  Action.Acknowledge answer(String actionId, Instant at, OptionalLong seen) {
    return new Action.Acknowledge(
        actionId,
        only().id(),
        only().dossier().owner().personId(),
        at,
        Answer.ACT,
        words(actionId),
        seen);
  }

  /** The present due time passes, and is noticed at this moment. */
  Desks dueTimePasses(Instant at) {
    Deadline due = only().due().orElseThrow();
    return fold(new AlertInput.DeadlineReached(only().id(), due.id(), due.dueAt(), moment(at)));
  }

  Desks surroundings(Instant at) {
    return fold(new AlertInput.SurroundingsChanged(moment(at)));
  }

  Alert only() {
    if (state.alerts().size() != 1) {
      throw new AssertionError("one alert is expected, there are " + state.alerts().size());
    }
    return state.alerts().values().iterator().next();
  }

  Optional<Instant> dueAt() {
    return only().due().map(Deadline::dueAt);
  }

  List<String> told() {
    return outputs.stream()
        .filter(AlertOutput.Notify.class::isInstance)
        .map(AlertOutput.Notify.class::cast)
        .map(notify -> notify.template() + " to " + notify.personId())
        .toList();
  }

  List<Change> changes() {
    return outputs.stream()
        .filter(AlertOutput.AlertChanged.class::isInstance)
        .map(output -> ((AlertOutput.AlertChanged) output).alert().dossier().stamp().change())
        .toList();
  }

  /** The alert as one line: state, severity, owner, rung, row. */
  String picture() {
    Dossier dossier = only().dossier();
    return "%s %s %s/%s rung %d row %s"
        .formatted(
            only().getClass().getSimpleName(),
            dossier.severity(),
            dossier.owner().role(),
            dossier.owner().personId(),
            dossier.custody().rung(),
            dossier.owner().routeRow());
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
  }

  static Finding finding(String id, String pattern, Severity severity) {
    return finding(
        id, pattern, severity, evidence("e-" + id, OriginFamily.CSC, 3, HandlingClass.H1));
  }

  static Finding finding(String id, String pattern, Severity severity, Evidence... evidence) {
    return new Finding(
        id,
        pattern,
        "Title of " + pattern,
        "",
        evidence[0].occurredAt().atZone(UTC).toLocalDate(),
        severity,
        "because of what was reported",
        "What will you do?",
        List.of("a mistake"),
        List.of("the age"),
        "a review",
        List.of(evidence),
        true,
        Optional.empty(),
        false,
        false,
        List.of("c-rowan"),
        Set.of("r-" + id + ".0"));
  }

  static Finding staged(String stage, Finding f) {
    return new Finding(
        f.id(),
        f.pattern(),
        f.title(),
        stage,
        f.date(),
        f.severity(),
        f.because(),
        f.question(),
        f.wouldBeWrong(),
        f.notKnown(),
        f.source(),
        f.evidence(),
        f.standing(),
        f.how(),
        f.learnedLate(),
        f.identityUnconfirmed(),
        f.children(),
        f.receiptKeys());
  }

  static Finding unconfirmed(Finding f) {
    return new Finding(
        f.id(),
        f.pattern(),
        f.title(),
        f.stage(),
        f.date(),
        f.severity(),
        f.because(),
        f.question(),
        f.wouldBeWrong(),
        f.notKnown(),
        f.source(),
        f.evidence(),
        f.standing(),
        f.how(),
        f.learnedLate(),
        true,
        f.children(),
        f.receiptKeys());
  }

  static Evidence evidence(String id, OriginFamily family, int level, HandlingClass handling) {
    String agency = family == OriginFamily.EDU ? "tumbledown-primary" : "fablewick-" + family;
    return new Evidence(
        id,
        "TYPE-01",
        agency,
        family,
        Instant.parse("2026-03-02T10:00:00Z"),
        Instant.parse("2026-03-02T10:05:00Z"),
        level,
        handling,
        Optional.empty(),
        false);
  }
}
