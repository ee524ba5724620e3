package org.safeguardinghub.console.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WeeklyHours;

/** Changes of one person or one role, as a form says them. */
public final class DirectoryEdits {
  private DirectoryEdits() {}

  /** A fault of a form; the field is empty where it is about the directory as a whole. */
  public record Fault(String field, String message) {}

  /** What becomes of a form. */
  public sealed interface Outcome {
    record Sound(LeadDirectory after) implements Outcome {}

    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * A person's form.
   *
   * @param mail blank: the usual address
   * @param lastDay blank: no end is known
   * @param kept leave that stays
   * @param leaveFirst first day of a leave to add; blank: none
   * @param hours in words; blank: whenever they are asked
   * @param conflicts all that they may not answer for, with blanks or commas between
   */
  public record PersonForm(
      String mail,
      String lastDay,
      List<Leave> kept,
      String leaveFirst,
      String leaveLast,
      String hours,
      String conflicts) {
    public PersonForm {
      kept = List.copyOf(kept);
    }
  }

  /**
   * Changes a person.
   *
   * @param leaveOnly for somebody who changes their own entry: address and last day stay, and a
   *     conflict of interest may be added but not taken away
   */
  public static Outcome person(
      LeadDirectory before, Person person, PersonForm form, boolean leaveOnly, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    List<Leave> leave = new ArrayList<>(form.kept());
    if (!form.leaveFirst().isBlank() || !form.leaveLast().isBlank()) {
      Optional<LocalDate> first = day(form.leaveFirst(), "leaveFirst", faults);
      Optional<LocalDate> last = day(form.leaveLast(), "leaveLast", faults);
      if (first.isPresent() && last.isPresent()) {
        leave.add(new Leave(first.get(), last.get()));
      }
    }
    Optional<LocalDate> end =
        form.lastDay().isBlank() ? Optional.empty() : day(form.lastDay(), "lastDay", faults);
    Optional<WeeklyHours> hours = Week.read(form.hours());
    if (hours.isEmpty() && !form.hours().isBlank()) {
      faults.add(new Fault("hours", "Give hours such as: mon tue 09:00-15:30, fri 22:00-06:00"));
    }
    Set<String> conflicts = Conflicts.entries(form.conflicts());
    Conflicts.faults(conflicts, before.agencies())
        .forEach(fault -> faults.add(new Fault("conflicts", fault)));
    if (leaveOnly) {
      conflicts.addAll(person.conflicts());
    }
    if (!faults.isEmpty()) {
      return new Outcome.Faulty(faults);
    }
    Person changed =
        new Person(
            person.id(),
            person.user(),
            person.name(),
            leaveOnly
                ? person.mail()
                : Optional.of(form.mail().strip()).filter(mail -> !mail.isEmpty()),
            leaveOnly ? person.term() : new Term(person.term().firstDay(), end),
            leave,
            person.ways(),
            hours,
            conflicts);
    return checked(
        before,
        before.withPersons(
            before.persons().stream()
                .map(each -> each.id().equals(person.id()) ? changed : each)
                .toList()),
        today);
  }

  /** Gives a role other holders, in the order in which they are asked. */
  public static Outcome role(
      LeadDirectory before, RoleHolding role, List<String> holders, LocalDate today) {
    if (new HashSet<>(holders).size() < holders.size()) {
      return new Outcome.Faulty(List.of(new Fault("holder1", "Choose everybody once")));
    }
    RoleHolding changed = role.heldBy(holders);
    return checked(
        before,
        before.withRoles(
            before.roles().stream()
                .map(each -> each.key().equals(role.key()) ? changed : each)
                .toList()),
        today);
  }

  /** By the rules of an import; a fault that was there before hinders nobody. */
  private static Outcome checked(LeadDirectory before, LeadDirectory after, LocalDate today) {
    Set<String> known = Set.copyOf(reasons(before, today));
    List<Fault> faults =
        reasons(after, today).stream()
            .filter(reason -> !known.contains(reason))
            .map(reason -> new Fault("", reason))
            .toList();
    return faults.isEmpty() ? new Outcome.Sound(after) : new Outcome.Faulty(faults);
  }

  private static List<String> reasons(LeadDirectory directory, LocalDate today) {
    return switch (DirectoryFile.read("", DirectoryText.of(directory), Optional.of(today))) {
      case DirectoryFile.Reading.Sound _ -> List.of();
      case DirectoryFile.Reading.Faulty(var faults) ->
          faults.stream().map(fault -> fault.reason()).distinct().toList();
    };
  }

  private static Optional<LocalDate> day(String text, String field, List<Fault> faults) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      faults.add(new Fault(field, "Give a day, such as 2026-04-01"));
      return Optional.empty();
    }
  }
}
