package org.safeguardinghub.console.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.calendar.WeeklyHours;

/** Whether somebody can be reached in every role, on a day and on all days after it. */
public final class Reach {
  /** Without them nobody is there when everybody else fails, or to put a directory right. */
  static final List<String> NEVER_EMPTY = List.of("duty-desk", "administrator");

  private Reach() {}

  /**
   * Days on which nobody of a role can be reached.
   *
   * @param lastDay absent: for good
   */
  public record Gap(RoleHolding holding, LocalDate firstDay, Optional<LocalDate> lastDay) {
    /** The gap in a sentence. */
    public String words() {
      return "nobody of the role %s can be reached from %s %s"
          .formatted(holding.name(), firstDay, lastDay.map(last -> "to " + last).orElse("on"));
    }
  }

  /** Every gap on this day and after it, in the order of the directory's roles. */
  public static List<Gap> gaps(LeadDirectory directory, LocalDate today) {
    List<LocalDate> days = turningDays(directory, today);
    return directory.roles().stream()
        .flatMap(holding -> gaps(directory, holding, days).stream())
        .toList();
  }

  /**
   * Whether a directory with this gap is refused. A gap that ends is bridged by the ladder: alerts
   * go up a rung. A desk is where the ladder ends, or all there is at night: it has no gap.
   */
  public static boolean refused(LeadDirectory directory, Gap gap) {
    return desk(directory, gap.holding().role()) || gap.lastDay().isEmpty();
  }

  private static boolean desk(LeadDirectory directory, String role) {
    return NEVER_EMPTY.contains(role)
        || directory.roles().stream()
            .anyMatch(holding -> holding.outOfHours().filter(role::equals).isPresent());
  }

  /** Whether somebody is there; at a desk that must always answer, at every hour. */
  private static boolean answered(LeadDirectory directory, RoleHolding holding, LocalDate day) {
    List<Person> there = there(directory, holding, day);
    boolean always = there.stream().anyMatch(person -> person.hours().isEmpty());
    List<WeeklyHours> hours = there.stream().flatMap(person -> person.hours().stream()).toList();
    return desk(directory, holding.role())
        ? always || WeeklyHours.coverTheWeek(hours)
        : !there.isEmpty();
  }

  /** Whether somebody of the role is in post and not on leave on a day. */
  public static boolean reached(LeadDirectory directory, RoleHolding holding, LocalDate day) {
    return !there(directory, holding, day).isEmpty();
  }

  private static List<Gap> gaps(
      LeadDirectory directory, RoleHolding holding, List<LocalDate> days) {
    List<Gap> gaps = new ArrayList<>();
    Optional<LocalDate> since = Optional.empty();
    for (LocalDate day : days) {
      boolean empty = holding.term().holdsOn(day) && !answered(directory, holding, day);
      if (empty && since.isEmpty()) {
        since = Optional.of(day);
      } else if (!empty && since.isPresent()) {
        gaps.add(new Gap(holding, since.get(), Optional.of(day.minusDays(1))));
        since = Optional.empty();
      }
    }
    since.ifPresent(first -> gaps.add(new Gap(holding, first, Optional.empty())));
    return gaps;
  }

  /** Names of the roles that exist on a day and in which nobody can be told then. */
  public static List<String> unreached(LeadDirectory directory, LocalDate day) {
    return directory.roles().stream()
        .filter(holding -> holding.term().holdsOn(day) && !reached(directory, holding, day))
        .map(RoleHolding::name)
        .toList();
  }

  private static List<Person> there(LeadDirectory directory, RoleHolding holding, LocalDate day) {
    return holding.holders().stream()
        .flatMap(id -> directory.person(id).stream())
        .filter(person -> person.reachableOn(day))
        .toList();
  }

  /** The days from which on something may be otherwise, this day first. */
  private static List<LocalDate> turningDays(LeadDirectory directory, LocalDate today) {
    Set<LocalDate> days = new TreeSet<>(Set.of(today));
    Stream.concat(
            directory.roles().stream().flatMap(holding -> bounds(holding.term())),
            directory.persons().stream()
                .flatMap(person -> Stream.concat(bounds(person.term()), bounds(person.leave()))))
        .filter(day -> day.isAfter(today))
        .forEach(days::add);
    return List.copyOf(days);
  }

  private static Stream<LocalDate> bounds(Term term) {
    return Stream.concat(
        term.firstDay().stream(), term.lastDay().map(last -> last.plusDays(1)).stream());
  }

  private static Stream<LocalDate> bounds(List<Leave> leave) {
    return leave.stream().flatMap(away -> Stream.of(away.firstDay(), away.lastDay().plusDays(1)));
  }
}
