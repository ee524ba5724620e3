package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.calendar.WeeklyHours;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** Conflicts of interest, hours, and roles in which nobody can be told. */
final class WhoMayAnswerTest {
  private static final String CONFLICT =
      "Somebody who would have been asked before you may not answer for it: a conflict of interest"
          + " is recorded.";

  private static void conflict(Desks desks, String person, String entry) {
    desks.directory =
        desks.directory.with(
            desks.directory.version() + 1,
            new Contact(
                person,
                List.of(Channel.EMAIL),
                Desks.EVER,
                Optional.empty(),
                Optional.empty(),
                Set.of(entry)));
  }

  private static void hours(Desks desks, String person, String from, String until) {
    WeeklyHours hours =
        new WeeklyHours(
            List.of(
                new WeeklyHours.Shift(
                    Set.of(java.time.DayOfWeek.values()),
                    LocalTime.parse(from),
                    LocalTime.parse(until))));
    desks.directory =
        desks.directory.with(
            desks.directory.version() + 1,
            new Contact(
                person,
                List.of(Channel.EMAIL),
                Desks.EVER,
                Optional.empty(),
                Optional.of(hours),
                Set.of()));
  }

  @Test
  void whoeverIsInConflictWithTheChildIsPassedAndTheAlertSaysSoWithoutAName() {
    Desks desks = new Desks();
    conflict(desks, "p-mash", "child/c-rowan");

    desks.raise(Desks.finding("f1", "P05", Severity.S2), Desks.at("2026-03-03T10:00"));

    assertThat(desks.picture()).isEqualTo("Open S2 mash-manager/p-mash-deputy rung 0 row 19");
    assertThat(desks.only().dossier().owner().because()).endsWith(CONFLICT);
    assertThat(desks.told()).containsExactly("NEW_ALERT to p-mash-deputy", "COPY to p-nurse");
  }

  @Test
  void aWholeRoleInConflictGoesUpARung() {
    Desks desks = new Desks();
    conflict(desks, "p-mash", "agency/fablewick-CSC");
    conflict(desks, "p-mash-deputy", "agency/fablewick-CSC");

    desks.raise(Desks.finding("f1", "P05", Severity.S2), Desks.at("2026-03-03T10:00"));

    assertThat(desks.picture()).isEqualTo("Open S2 service-manager/p-service rung 0 row 19");
    assertThat(desks.only().dossier().owner().because())
        .contains(CONFLICT.replace(".", ""))
        .contains("Nobody could be reached as mash manager, so it went up");
  }

  @Test
  void aConflictThatBecomesKnownMovesWhatThePersonHas() {
    Desks desks = new Desks();
    desks.raise(Desks.finding("f1", "P05", Severity.S2), Desks.at("2026-03-03T10:00"));
    conflict(desks, "p-mash", "child/c-rowan");

    desks.surroundings(Desks.at("2026-03-03T11:00"));

    assertThat(desks.picture()).isEqualTo("Open S2 mash-manager/p-mash-deputy rung 0 row 19");
    assertThat(desks.only().dossier().stamp().reason())
        .isEqualTo("The owner may not answer for it: a conflict of interest is recorded");
  }

  @Test
  void theLadderPassesWhoeverIsInConflict() {
    Desks desks = new Desks();
    conflict(desks, "p-mash-deputy", "child/c-rowan");
    desks.raise(Desks.finding("f1", "P05", Severity.S2), Desks.at("2026-03-03T10:00"));

    desks.dueTimePasses(Desks.at("2026-03-03T14:00"));

    assertThat(desks.picture()).isEqualTo("Open S2 service-manager/p-service rung 2 row 19");
    assertThat(desks.only().dossier().owner().because()).endsWith(CONFLICT);
  }

  @Test
  void anAllegationStaysInItsRoleAndOutOfTheHandsOfWhoeverIsInConflict() {
    Desks desks = new Desks();
    conflict(desks, "p-lado", "child/c-rowan");
    Evidence allegation =
        Desks.evidence(
            "e1",
            org.safeguardinghub.kernel.catalogue.OriginFamily.CSC,
            3,
            org.safeguardinghub.kernel.event.HandlingClass.H5);

    desks.raise(Desks.finding("f1", "P05", Severity.S2, allegation), Desks.at("2026-03-03T10:00"));

    assertThat(desks.picture()).isEqualTo("Open S2 lado/p-vacant-lado rung 0 row 1");
  }

  @Test
  void whoeverIsAtWorkBeforeItIsDueKeepsItAndNobodyWaitsForSomebodyWhoIsNot() {
    Desks desks = new Desks();
    hours(desks, "p-mash", "09:00", "12:00");
    Instant eleven = Desks.at("2026-03-03T11:00");
    desks.raise(Desks.finding("f1", "P05", Severity.S2), eleven);
    Optional<Instant> due = desks.dueAt();

    desks.surroundings(Desks.at("2026-03-03T11:59"));
    assertThat(desks.picture()).isEqualTo("Open S2 mash-manager/p-mash rung 0 row 19");

    assertThat(desks.directory.nextChangeAfter(eleven)).contains(Desks.at("2026-03-03T12:00"));
    desks.surroundings(Desks.at("2026-03-03T12:00"));
    assertThat(desks.picture()).isEqualTo("Open S2 mash-manager/p-mash-deputy rung 0 row 19");
    assertThat(desks.dueAt()).as("a change of shift gives no more time").isEqualTo(due);
    assertThat(desks.only().dossier().stamp().reason())
        .isEqualTo("The owner is not at work before it is due");
  }

  @Test
  void whatIsDueDaysLaterWaitsForSomebodyWhoIsBackBeforeThen() {
    Desks desks = new Desks();
    hours(desks, "p-mash", "09:00", "12:00");
    hours(desks, "p-mash-deputy", "06:00", "08:00");

    desks.raise(Desks.finding("f1", "P05", Severity.S4), Desks.at("2026-03-03T15:00"));
    desks.surroundings(Desks.at("2026-03-04T12:00"));

    assertThat(desks.picture()).isEqualTo("Open S4 mash-manager/p-mash rung 0 row 19");
  }

  @Test
  void whatIsAnsweredStaysWithWhoeverAnsweredAfterTheirHours() {
    Desks desks = new Desks();
    hours(desks, "p-mash", "09:00", "12:00");
    desks.raise(Desks.finding("f1", "P05", Severity.S2), Desks.at("2026-03-03T11:00"));
    desks.acknowledge("act-1", Desks.at("2026-03-03T11:30"));

    desks.surroundings(Desks.at("2026-03-03T12:00"));

    assertThat(desks.picture()).isEqualTo("Acknowledged S2 mash-manager/p-mash rung 0 row 19");
  }

  @Test
  void whoeverReadsWhatIsNotTheirsIsToldToItsOwnerAndToGovernanceEachTime() {
    Desks desks = new Desks();
    desks.raise(Desks.finding("f1", "P05", Severity.S2), Desks.at("2026-03-03T10:00"));
    Alert before = desks.only();

    for (String person : List.of("p-nurse", "p-visitor")) {
      desks.act(
          new Action.BrokeGlass(
              "glass-" + person, before.id(), person, Desks.at("2026-03-03T10:05")));
      assertThat(desks.told())
          .as("nobody is in governance here, so the duty desk")
          .containsExactly("GLASS_BROKEN to p-mash", "GLASS_BROKEN to p-duty");
    }
    desks.act(
        new Action.BrokeGlass(
            "glass-p-nurse", before.id(), "p-nurse", Desks.at("2026-03-03T10:06")));
    assertThat(desks.told()).as("the same form again").isEmpty();

    Alert after = desks.only();
    assertThat(after.due()).isEqualTo(before.due());
    assertThat(after.dossier().owner()).isEqualTo(before.dossier().owner());
    assertThat(after.dossier().audience().informed()).containsKeys("p-nurse", "p-visitor");
  }

  @Test
  void aSilentFeedIsAnAlertOfItsOwnUntilItIsHeard() {
    SubjectRef feed = new SubjectRef(Scope.FEED, "fablewick-police");
    AlertRules rules = AlertRules.load();
    Moment noon = new Desks().moment(Desks.at("2026-03-03T12:00"));
    FeedSilence.Silence day =
        new FeedSilence.Silence(
            Optional.empty(), Desks.at("2026-03-02T09:10"), Duration.ofHours(24));
    AlertInput found = FeedSilence.silent("silent/fablewick-police/1", feed, day, noon);

    Step raised = rules.fold(AlertState.empty(feed), found);
    Alert alert = raised.state().alerts().values().iterator().next();
    assertThat(alert.dossier().owner().routeRow()).isEqualTo("0a");
    assertThat(alert.dossier().severity()).isEqualTo(Severity.S3);
    assertThat(rules.fold(raised.state(), found).outputs()).as("a repeat").isEmpty();

    FeedSilence.Silence missing =
        new FeedSilence.Silence(
            Optional.of("POL-MIS-01"), Desks.at("2026-02-01T09:10"), Duration.ofDays(14));
    Step both =
        rules.fold(
            raised.state(), FeedSilence.silent("silent/fablewick-police/2", feed, missing, noon));
    assertThat(both.state().alerts()).as("one feed, one alert").hasSize(1);

    Step one = rules.fold(both.state(), FeedSilence.heard("silent/fablewick-police/1", noon));
    assertThat(one.state().alerts().values()).noneMatch(Alert.Withdrawn.class::isInstance);
    Step none = rules.fold(one.state(), FeedSilence.heard("silent/fablewick-police/2", noon));
    assertThat(none.state().alerts().values()).allMatch(Alert.Withdrawn.class::isInstance);
  }

  @Test
  void aRoleInWhichNobodyCanBeToldIsAnAlertOfItsOwnUntilSomebodyIsThere() {
    SubjectRef role = new SubjectRef(Scope.ROLE, "health-visitor");
    AlertRules rules = AlertRules.load();
    Desks desks = new Desks();
    Moment tuesday = desks.moment(Desks.at("2026-03-03T07:00"));
    Moment wednesday = desks.moment(Desks.at("2026-03-04T07:00"));
    AlertInput found = RoleReach.nobody("reach/health-visitor/2026-03-03", role, tuesday);

    Step raised = rules.fold(AlertState.empty(role), found);
    Alert alert = raised.state().alerts().values().iterator().next();
    assertThat(alert.dossier().owner().routeRow()).isEqualTo("0");
    assertThat(alert.dossier().owner().role())
        .as("nobody administrates here, so it is the desk's")
        .isEqualTo("duty-desk");
    assertThat(alert.dossier().severity()).isEqualTo(Severity.S2);
    assertThat(rules.fold(raised.state(), found).outputs()).as("a repeat").isEmpty();

    Step again =
        rules.fold(
            raised.state(), RoleReach.nobody("reach/health-visitor/2026-03-03", role, wednesday));
    assertThat(again.state().alerts()).hasSize(1);
    assertThat(again.outputs().stream().filter(AlertOutput.Notify.class::isInstance)).hasSize(1);

    Step over =
        rules.fold(again.state(), RoleReach.somebody("reach/health-visitor/2026-03-03", wednesday));
    assertThat(over.state().alerts().values()).allMatch(Alert.Withdrawn.class::isInstance);
  }
}
