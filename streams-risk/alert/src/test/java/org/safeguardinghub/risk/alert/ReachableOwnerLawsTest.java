package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.calendar.WeeklyHours;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;

/**
 * Who owns an alert at every instant of a generated history of the directory: people come and go,
 * are on leave, have hours and conflicts of interest, answer or do not. Due times are noticed when
 * they pass, the directory is followed whenever it says something else; between two such moments
 * nothing changes. What is expected is reckoned here by trying every quarter of an hour.
 */
final class ReachableOwnerLawsTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();
  private static final RoutingTable TABLE = RoutingTable.load();
  private static final Set<String> BY_THE_CLOCK = Set.of("edt", "police-control-room");
  private static final int HAPPENINGS = 60;

  private final Desks desks = new Desks();
  private final Set<String> climbedAt = new HashSet<>();
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private int climbs;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyOpenAlertIsWithSomebodyWhoCanAnswerAndNoRungIsSkippedRepeatedOrLate(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < HAPPENINGS; step++) {
      Instant happens = now.plus(QUARTER.multipliedBy(1 + random.nextInt(60)));
      passTime(happens);
      now = happens;
      happen(random, step);
      look();
    }
    passTime(now.plus(Duration.ofDays(60)));
    assertThat(climbs).as("the ladder was climbed").isPositive();
    assertThat(desks.state.alerts().values())
        .filteredOn(Alert.Open.class::isInstance)
        .as("two months later whatever nobody answered is on the last rung")
        .allMatch(alert -> alert.dossier().custody().rung() == Ladder.LAST);
  }

  /** Every due time and every date of the directory until then, in their order. */
  private void passTime(Instant until) {
    while (true) {
      Optional<Instant> due = dues().map(Deadline::dueAt).min(Instant::compareTo);
      Optional<Instant> dated = desks.directory.nextChangeAfter(now);
      Instant next =
          Stream.concat(due.stream(), dated.stream()).min(Instant::compareTo).orElse(Instant.MAX);
      if (next.isAfter(until)) {
        return;
      }
      now = next;
      if (due.filter(next::equals).isPresent()) {
        reachDueTimes();
      }
      desks.surroundings(now);
      look();
    }
  }

  private Stream<Deadline> dues() {
    return desks.state.alerts().values().stream().flatMap(alert -> alert.due().stream());
  }

  private void reachDueTimes() {
    for (Alert alert : List.copyOf(desks.state.alerts().values())) {
      Optional<Deadline> due = alert.due().filter(each -> each.dueAt().equals(now));
      if (due.isEmpty()) {
        continue;
      }
      AlertInput reached =
          new AlertInput.DeadlineReached(alert.id(), due.get().id(), now, desks.moment(now));
      desks.fold(reached);
      if (alert instanceof Alert.Open) {
        Alert climbed = desks.state.alert(alert.id()).orElseThrow();
        assertThat(climbedAt.add(due.get().id())).as("no rung is repeated").isTrue();
        assertThat(climbed.dossier().custody().rung()).isEqualTo(expectedRung(alert.dossier()));
        climbs++;
      }
      // After a restart the same due time may be noticed once more.
      desks.fold(reached);
      assertThat(desks.outputs).isEmpty();
    }
  }

  /** The next rung on which somebody other than the owner can answer. */
  private int expectedRung(Dossier dossier) {
    Custody held = dossier.custody();
    RouteRow row = TABLE.row(held.owner().routeRow()).orElseThrow();
    boolean dutyAnswers =
        held.rung() + 1 < Ladder.LAST
            && !CALENDAR.isOfficeTime(now)
            && row.outOfHours()
                .filter(duty -> duty.severities().contains(dossier.severity()))
                .filter(duty -> !duty.role().equals(held.ladderRole()))
                .filter(duty -> somebodyElse(held.rung() + 1, duty.role(), dossier))
                .isPresent();
    if (dutyAnswers) {
      return held.rung() + 1;
    }
    String role = held.ladderRole();
    for (int rung = 1; rung < Ladder.LAST; rung++) {
      if (rung > 1) {
        role = above(role);
      }
      // Above the deputy it is the first of the role who counts.
      if (rung > held.rung() && somebodyElse(rung, role, dossier)) {
        return rung;
      }
    }
    return Ladder.LAST;
  }

  private String above(String role) {
    return desks
        .directory
        .holder(role, Optional.empty(), now)
        .flatMap(RoleHolder::managerRole)
        .orElse(TABLE.managers().getOrDefault(role, RoutingTable.DUTY_DESK));
  }

  private boolean somebodyElse(int rung, String role, Dossier dossier) {
    Period period = TABLE.ladder().of(dossier.severity(), rung);
    Instant due =
        (BY_THE_CLOCK.contains(role) ? period.byTheClock() : period).endFrom(now, CALENDAR);
    List<String> able =
        holders(role).filter(person -> canAnswer(person, role, dossier, Optional.of(due))).toList();
    String owner = dossier.owner().personId();
    return (rung > 1 && !BY_THE_CLOCK.contains(role))
        ? able.stream()
            .min(java.util.Comparator.comparing(person -> !atWorkNow(person, role)))
            .filter(person -> !person.equals(owner))
            .isPresent()
        : able.stream().anyMatch(person -> !person.equals(owner));
  }

  private boolean atWorkNow(String person, String role) {
    Contact contact = desks.directory.contacts().get(person);
    return contact != null && atWork(contact, role, now, now);
  }

  private Stream<String> holders(String role) {
    return desks.directory.holder(role, Optional.empty(), now).stream()
        .flatMap(holder -> holder.personIds().stream());
  }

  private boolean canAnswer(String person, String role, Dossier dossier, Optional<Instant> due) {
    Contact contact = desks.directory.contacts().get(person);
    return contact != null
        && !now.isBefore(contact.from())
        && contact.until().map(now::isBefore).orElse(true)
        && !conflicted(contact, dossier)
        && due.map(end -> end.isBefore(now) || atWork(contact, role, now, end)).orElse(true);
  }

  private static boolean conflicted(Contact contact, Dossier dossier) {
    return contact.conflicts().contains("child/c-rowan")
        || dossier.findings().stream()
            .flatMap(finding -> finding.evidence().stream())
            .anyMatch(evidence -> contact.conflicts().contains("agency/" + evidence.agency()));
  }

  private static boolean atWork(Contact contact, String role, Instant from, Instant until) {
    if (contact.hours().isEmpty()) {
      return true;
    }
    for (Instant at = from; !at.isAfter(until); at = at.plus(QUARTER)) {
      if (onShift(contact.hours().get(), role, at)) {
        return true;
      }
    }
    return onShift(contact.hours().get(), role, until);
  }

  private static boolean onShift(WeeklyHours hours, String role, Instant at) {
    ZonedDateTime local = at.atZone(WorkingCalendar.ZONE);
    for (WeeklyHours.Shift shift : hours.shifts()) {
      boolean overnight = !shift.until().isAfter(shift.from());
      boolean today =
          begins(shift, role, local)
              && !local.toLocalTime().isBefore(shift.from())
              && (overnight || local.toLocalTime().isBefore(shift.until()));
      boolean sinceYesterday =
          overnight
              && begins(shift, role, local.minusDays(1))
              && local.toLocalTime().isBefore(shift.until());
      if (today || sinceYesterday) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(WeeklyHours.Shift shift, String role, ZonedDateTime day) {
    return shift.days().contains(day.getDayOfWeek())
        && (BY_THE_CLOCK.contains(role) || CALENDAR.isWorkingDay(day.toLocalDate()));
  }

  /** The law itself. */
  private void look() {
    for (Alert alert : desks.state.alerts().values()) {
      boolean live = alert instanceof Alert.Open || alert instanceof Alert.Acknowledged;
      if (!live) {
        continue;
      }
      Dossier dossier = alert.dossier();
      Owner owner = dossier.owner();
      Optional<Instant> due =
          alert instanceof Alert.Open ? alert.due().map(Deadline::dueAt) : Optional.empty();
      boolean can =
          holders(owner.role()).anyMatch(owner.personId()::equals)
              && canAnswer(owner.personId(), owner.role(), dossier, due);
      assertThat(can || owner.role().equals(RoutingTable.DUTY_DESK))
          .as(
              "%s at %s, due %s: %s, %s",
              alert.id(), now, due, owner, desks.directory.contacts().get(owner.personId()))
          .isTrue();
      Contact contact = desks.directory.contacts().get(owner.personId());
      assertThat(contact != null && conflicted(contact, dossier)).as(owner.toString()).isFalse();
      if (alert instanceof Alert.Open open) {
        assertThat(open.due().isEmpty()).isEqualTo(dossier.custody().rung() == Ladder.LAST);
        assertThat(due.map(now::isAfter).orElse(false)).as("no rung is late").isFalse();
      }
    }
  }

  private void happen(Random random, int step) {
    List<Alert> alerts = List.copyOf(desks.state.alerts().values());
    switch (alerts.isEmpty() ? 0 : random.nextInt(6)) {
      case 0, 1 -> desks.raise(finding(random), now);
      case 2 -> {
        Alert alert = pick(random, alerts);
        String owner = alert.dossier().owner().personId();
        desks.act(action(random, "act-" + step, alert.id(), owner));
      }
      default -> {
        desks.directory = desks.directory.with(desks.directory.version() + 1, changed(random));
        desks.surroundings(now);
      }
    }
  }

  private Action action(Random random, String id, String alert, String person) {
    return switch (random.nextInt(3)) {
      case 0 -> new Action.NotMine(id, alert, person, now);
      case 1 -> new Action.Reassign(id, alert, person, now, pick(random, List.of("edt", "lado")));
      default ->
          new Action.Acknowledge(
              id, alert, person, now, Answer.ACT, Desks.words(id), OptionalLong.empty());
    };
  }

  /** Somebody leaves, comes back, goes on leave, has other hours or a conflict of interest. */
  private Contact changed(Random random) {
    // In their order: that of the map is another in each process.
    String person = pick(random, desks.directory.contacts().keySet().stream().sorted().toList());
    Instant from = random.nextInt(4) == 0 ? now.plus(QUARTER.multipliedBy(400)) : Desks.EVER;
    Optional<Instant> until =
        random.nextInt(3) == 0
            ? Optional.of(now.plus(QUARTER.multipliedBy(random.nextInt(300))))
            : Optional.empty();
    Set<String> conflicts =
        switch (random.nextInt(6)) {
          case 0 -> Set.of("child/c-rowan");
          case 1 -> Set.of("agency/fablewick-CSC");
          default -> Set.of();
        };
    Optional<WeeklyHours> hours =
        random.nextBoolean() ? Optional.empty() : Optional.of(hours(random));
    return new Contact(person, List.of(Channel.EMAIL), from, until, hours, conflicts);
  }

  private static WeeklyHours hours(Random random) {
    Set<DayOfWeek> days = new HashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextBoolean()) {
        days.add(day);
      }
    }
    days.add(DayOfWeek.THURSDAY);
    LocalTime from = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    return new WeeklyHours(
        List.of(
            new WeeklyHours.Shift(days, from, from.plusMinutes(15L * (1 + random.nextInt(60))))));
  }

  private static Finding finding(Random random) {
    int number = random.nextInt(8);
    String pattern = List.of("P01", "P03", "P05", "P11").get(random.nextInt(4));
    return Desks.finding("f" + number, pattern, pick(random, List.of(Severity.values())));
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
