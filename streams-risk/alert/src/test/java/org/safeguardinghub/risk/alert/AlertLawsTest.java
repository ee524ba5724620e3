package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.event.Severity;

/** What holds in every history: findings, people, due times and directory changes in any order. */
final class AlertLawsTest {
  private static final List<String> PATTERNS =
      List.of("P01", "P03", "P05", "P06", "P07", "P10", "P11");
  private static final List<String> PEOPLE =
      List.of(
          "p-mash",
          "p-mash-deputy",
          "p-worker",
          "p-team",
          "p-service",
          "p-head",
          "p-edt",
          "p-duty");
  private static final int STEPS = 120;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyAlertHasExactlyOneOwnerAtEveryMoment(long seed) {
    Desks desks = new Desks();
    for (AlertInput input : history(seed, desks)) {
      Set<String> before = Set.copyOf(desks.state.alerts().keySet());
      desks.directory = input.moment().directory();
      desks.fold(input);

      assertThat(desks.state.alerts().keySet()).as("no alert is lost").containsAll(before);
      for (Alert alert : desks.state.alerts().values()) {
        Owner owner = alert.dossier().owner();
        assertThat(owner.personId()).isNotEmpty();
        assertThat(owner.because()).startsWith("Sent to you because ");
        assertThat(owner.routeRow()).isNotEmpty();
      }
      if (input instanceof AlertInput.SurroundingsChanged) {
        assertThat(desks.state.alerts().values())
            .filteredOn(alert -> alert instanceof Alert.Open || alert instanceof Alert.Acknowledged)
            .allMatch(alert -> reachableOrDesk(alert, input.moment()));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anInputThatComesTwiceChangesNothingMore(long seed) {
    Desks once = new Desks();
    for (AlertInput input : history(seed, once)) {
      once.fold(input);
      AlertState after = once.state;
      once.fold(input);

      assertThat(once.state.equals(after))
          .as("the same after %s twice", input.getClass().getSimpleName())
          .isTrue();
      assertThat(once.outputs).allMatch(AlertOutput.PassedOver.class::isInstance);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noRungIsClimbedTwiceAndNobodyIsNotifiedTwiceUnderOneId(long seed) {
    Desks desks = new Desks();
    Set<String> reachedOnce = new HashSet<>();
    Set<String> notifications = new HashSet<>();
    for (AlertInput input : history(seed, desks)) {
      boolean climbs =
          input instanceof AlertInput.DeadlineReached d
              && desks.state.alert(d.alertId()).filter(Alert.Open.class::isInstance).isPresent();
      long rungBefore =
          input instanceof AlertInput.DeadlineReached d ? rung(desks, d.alertId()) : -1;
      desks.fold(input);
      for (AlertOutput output : desks.outputs) {
        if (output instanceof AlertOutput.Notify told) {
          assertThat(notifications.add(told.notificationId())).as(told.toString()).isTrue();
        }
      }
      if (input instanceof AlertInput.DeadlineReached reached && !desks.outputs.isEmpty()) {
        assertThat(reachedOnce.add(reached.deadlineId())).isTrue();
        if (climbs) {
          assertThat(rung(desks, reached.alertId())).isGreaterThan(rungBefore);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anOwnerWhoCannotBeToldIsPassedOnceAndSomebodyElseIsTold(long seed) {
    Desks desks = new Desks();
    for (AlertInput input : history(seed, desks)) {
      AlertState before = desks.state;
      desks.fold(input);
      if (input instanceof AlertInput.Undelivered notice) {
        Alert was = before.alert(notice.alertId()).orElseThrow();
        Alert is = desks.state.alert(notice.alertId()).orElseThrow();
        boolean passed = !is.dossier().owner().personId().equals(was.dossier().owner().personId());
        assertThat(is).hasSameClassAs(was);
        assertThat(is.dossier().stamp().change()).isEqualTo(Change.UNDELIVERED);
        assertThat(
                desks.outputs.stream()
                    .filter(AlertOutput.Notify.class::isInstance)
                    .map(output -> ((AlertOutput.Notify) output).personId()))
            .doesNotContain(notice.personId())
            .hasSizeLessThanOrEqualTo(passed ? 1 : 0);
        if (passed) {
          assertThat(was.dossier().owner().personId()).isEqualTo(notice.personId());
          assertThat(rung(desks, notice.alertId())).isGreaterThan(was.dossier().custody().rung());
        } else {
          assertThat(is.due()).isEqualTo(was.due());
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anOpenAlertBelowTheLastRungAlwaysHasADueTimeAndVersionsGrowByOne(long seed) {
    Desks desks = new Desks();
    for (AlertInput input : history(seed, desks)) {
      AlertState before = desks.state;
      desks.fold(input);
      for (Alert alert : desks.state.alerts().values()) {
        if (alert instanceof Alert.Open open) {
          assertThat(open.due().isEmpty())
              .isEqualTo(open.dossier().custody().rung() == Ladder.LAST);
        }
      }
      long pictures =
          desks.outputs.stream().filter(AlertOutput.AlertChanged.class::isInstance).count();
      assertThat(versions(desks.state) - versions(before)).isEqualTo(pictures);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoeverWasToldHearsOfEachWithdrawalAndHasToConfirmIt(long seed) {
    Desks desks = new Desks();
    Map<String, Set<String>> told = new HashMap<>();
    for (AlertInput input : history(seed, desks)) {
      AlertState before = desks.state;
      desks.directory = input.moment().directory();
      desks.fold(input);
      for (Alert alert : desks.state.alerts().values()) {
        if (input instanceof AlertInput.Withdrawn
            && !alert.equals(before.alerts().get(alert.id()))
            && alert.dossier().stamp().change() != Change.COPIED) {
          assertThat(alert.dossier().audience().toConfirm())
              .containsAll(told.getOrDefault(alert.id(), Set.of()));
        }
      }
      for (AlertOutput output : desks.outputs) {
        if (output instanceof AlertOutput.Notify notify) {
          told.computeIfAbsent(notify.alertId(), _ -> new HashSet<>()).add(notify.personId());
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatTheChildNeedsWaitsNeitherForADisagreementNorForAPlan(long seed) {
    Desks desks = new Desks();
    for (AlertInput input : history(seed, desks)) {
      AlertState before = desks.state;
      desks.directory = input.moment().directory();
      desks.fold(input);
      if (input instanceof AlertInput.Acted(Action action, var _)
          && (action instanceof Action.Disagree
              || action instanceof Action.Settle
              || action instanceof Action.Plan
              || action instanceof Action.MarkPlanned
              || action instanceof Action.DecideSharing)) {
        before
            .alert(action.alertId())
            .ifPresent(
                alert -> {
                  Alert after = desks.state.alert(action.alertId()).orElseThrow();
                  assertThat(after).hasSameClassAs(alert);
                  assertThat(after.due()).isEqualTo(alert.due());
                  assertThat(after.answer()).isEqualTo(alert.answer());
                  assertThat(after.dossier().custody()).isEqualTo(alert.dossier().custody());
                });
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCopyMakesNobodyOwnerIsToldOnceAndNeverOfWhatIsProtected(long seed) {
    Desks desks = new Desks();
    for (AlertInput input : history(seed, desks)) {
      AlertState before = desks.state;
      desks.directory = input.moment().directory();
      desks.fold(input);
      for (AlertOutput output : desks.outputs) {
        if (output instanceof AlertOutput.Notify told && told.template() == Template.COPY) {
          Alert alert = desks.state.alert(told.alertId()).orElseThrow();
          assertThat(alert.dossier().owner().personId()).isNotEqualTo(told.personId());
          assertThat(told.dueAt()).as("nobody waits for an answer").isEmpty();
          assertThat(openCopies(alert)).contains(told.personId());
          assertThat(alert.dossier().audience().informed()).containsKey(told.personId());
          assertThat(
                  input.moment().situation().children().stream()
                      .anyMatch(ChildSituation::locationProtected))
              .isFalse();
          before
              .alert(told.alertId())
              .filter(was -> openCopies(was).contains(told.personId()))
              .ifPresent(was -> assertThat(grown(was, alert)).isTrue());
        }
      }
      if (input instanceof AlertInput.SurroundingsChanged(Moment moment)
          && moment.situation().children().getFirst().locationProtected()) {
        assertThat(desks.state.alerts().values())
            .filteredOn(alert -> !alert.dossier().standing().isEmpty())
            .allMatch(alert -> openCopies(alert).isEmpty());
      }
    }
  }

  private static boolean grown(Alert before, Alert after) {
    return !after.dossier().standing().equals(before.dossier().standing())
        || !after.getClass().equals(before.getClass());
  }

  private static Set<String> openCopies(Alert alert) {
    return alert.dossier().audience().copies().stream()
        .filter(Copy::open)
        .map(Copy::personId)
        .collect(Collectors.toSet());
  }

  private static boolean reachableOrDesk(Alert alert, Moment moment) {
    Owner owner = alert.dossier().owner();
    return owner.role().equals(RoutingTable.DUTY_DESK)
        || moment.directory().reachable(owner.role(), owner.agency(), moment.at()).stream()
            .anyMatch(contact -> contact.personId().equals(owner.personId()));
  }

  private static long rung(Desks desks, String alertId) {
    return desks.state.alert(alertId).map(alert -> alert.dossier().custody().rung()).orElse(-1);
  }

  private static long versions(AlertState state) {
    return state.alerts().values().stream().mapToLong(alert -> alert.dossier().version()).sum();
  }

  /**
   * A history of one subject; it follows its own run, so that due times and actions meet real
   * alerts.
   */
  private static List<AlertInput> history(long seed, Desks unused) {
    Random random = new Random(seed);
    Desks run = new Desks();
    List<AlertInput> inputs = new ArrayList<>();
    Instant now = Instant.parse("2026-03-02T08:00:00Z");
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofMinutes(1 + random.nextInt(900)));
      AlertInput input = next(random, run, step, now);
      inputs.add(input);
      run.fold(input);
    }
    return inputs;
  }

  private static AlertInput next(Random random, Desks run, int step, Instant now) {
    List<Alert> alerts = List.copyOf(run.state.alerts().values());
    int kind = alerts.isEmpty() ? 0 : random.nextInt(11);
    return switch (kind) {
      case 0, 1 -> {
        Finding finding = finding(random);
        yield new AlertInput.Raised(finding, Optional.empty(), 1, run.moment(now));
      }
      case 2 ->
          new AlertInput.Strengthened(
              finding(random), Optional.empty(), random.nextBoolean(), 1, run.moment(now));
      case 3 -> {
        List<Finding> findings = pick(random, alerts).dossier().findings();
        yield new AlertInput.Withdrawn(
            pick(random, findings).id(), "corrected " + step, 1, run.moment(now));
      }
      case 4, 5, 6 -> deadline(random, alerts, run, now);
      case 7 -> {
        person(random, run, now);
        yield new AlertInput.SurroundingsChanged(run.moment(now));
      }
      case 8 -> {
        run.situation = situation(random);
        yield new AlertInput.SurroundingsChanged(run.moment(now));
      }
      case 9 -> undelivered(random, pick(random, alerts), step, run, now);
      default ->
          new AlertInput.Acted(action(random, pick(random, alerts), step, now), run.moment(now));
    };
  }

  private static AlertInput deadline(Random random, List<Alert> alerts, Desks run, Instant now) {
    Alert alert = pick(random, alerts);
    Deadline due = alert.due().orElse(new Deadline(alert.id() + "/due/1", now));
    return new AlertInput.DeadlineReached(alert.id(), due.id(), due.dueAt(), run.moment(now));
  }

  private static AlertInput undelivered(
      Random random, Alert alert, int step, Desks run, Instant now) {
    String person =
        random.nextBoolean() ? alert.dossier().owner().personId() : pick(random, PEOPLE);
    return new AlertInput.Undelivered(
        "lost-" + step, alert.id(), person, "smtp-550", run.moment(now));
  }

  private static void person(Random random, Desks run, Instant now) {
    String person = pick(random, PEOPLE);
    Optional<Instant> until =
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(now.plusSeconds(random.nextInt(2)));
    run.directory =
        run.directory.with(
            run.directory.version() + 1,
            new Contact(person, List.of(Channel.EMAIL, Channel.WEBHOOK), Desks.EVER, until));
  }

  private static Situation situation(Random random) {
    Set<CaseKind> open =
        random.nextBoolean() ? Set.of(pick(random, List.of(CaseKind.values()))) : Set.of();
    return Situation.of(
        new ChildSituation(
                random.nextInt(8) == 0,
                open,
                random.nextBoolean(),
                random.nextInt(6) == 0,
                false,
                false)
            .knownTo("c-rowan", List.of("fablewick-police", "tumbledown-primary")));
  }

  private static Action action(Random random, Alert alert, int step, Instant now) {
    String id = "act-" + step;
    return switch (random.nextInt(12)) {
      case 9 -> Desks.plan(id, alert, now, now.plus(Duration.ofHours(random.nextInt(100) - 5)));
      case 10 ->
          new Action.MarkPlanned(
              id,
              alert.id(),
              pick(random, PEOPLE),
              now,
              planned(random, alert),
              random.nextBoolean(),
              Desks.words(id));
      case 11 -> Desks.share(id, alert, now, random.nextBoolean());
      case 7 ->
          new Action.Disagree(
              id, alert.id(), pick(random, PEOPLE), now, 1 + random.nextInt(4), Desks.words(id));
      case 8 -> new Action.Settle(id, alert.id(), pick(random, PEOPLE), now, Desks.words(id));
      case 5 ->
          new Action.PutAside(
              id, alert.id(), "p-mash", now, now.plus(Duration.ofHours(random.nextInt(100) - 5)));
      case 6 -> new Action.Confirm(id, alert.id(), pick(random, PEOPLE), now);
      case 0 -> new Action.Opened(id, alert.id(), "p-mash", now);
      case 1 -> new Action.NotMine(id, alert.id(), "p-mash", now);
      case 2 ->
          new Action.Reassign(
              id, alert.id(), "p-mash", now, pick(random, List.of("edt", "lado", "nobody")));
      case 3 -> new Action.Close(id, alert.id(), "p-mash", now);
      default ->
          new Action.Acknowledge(
              id,
              alert.id(),
              "p-mash",
              now,
              Answer.ALREADY_KNOWN,
              Desks.words(id),
              random.nextInt(3) == 0 ? OptionalLong.of(1) : OptionalLong.empty());
    };
  }

  private static String planned(Random random, Alert alert) {
    List<PlannedAction> plan = alert.dossier().minutes().plan();
    return plan.isEmpty() ? "nothing" : pick(random, plan).id();
  }

  private static Finding finding(Random random) {
    int number = random.nextInt(6);
    return Desks.finding(
        "f" + number, PATTERNS.get(number), pick(random, List.of(Severity.values())));
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
