package org.safeguardinghub.risk.policy.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.event.Severity;

/** Harm to a child: injuries, what is said about them, who tells of it, and what precedes it. */
public sealed interface HarmRule extends PatternRule {
  /**
   * Injuries that repeat (P02).
   *
   * @param injuries all injury types
   * @param excluding attributes by which an event says that there was no injury
   * @param followUp attribute of an event about an injury that was reported before
   * @param threshold enough
   * @param underYears read up to this age
   * @param youngUnderYears below this age the severity is raised
   * @param providers injuries first reported by so many agencies raise it
   * @param inconsistent attribute that raises it
   * @param consistent a medical that explains the injuries up to it
   * @param raised severity when raised
   * @param lowered severity while such a medical is the last word
   */
  record RepeatInjury(
      EventSelector injuries,
      Set<String> excluding,
      String followUp,
      Threshold threshold,
      int underYears,
      int youngUnderYears,
      int providers,
      String inconsistent,
      EventSelector consistent,
      Severity severity,
      Severity raised,
      Severity lowered)
      implements HarmRule {
    public RepeatInjury {
      excluding = Set.copyOf(excluding);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("repeated");
    }
  }

  /**
   * Accounts of harm that do not agree (P17).
   *
   * @param accounts events that may record how an injury came about
   * @param explanation attribute with the explanation
   * @param unexplained values of it that are no explanation
   * @param differ attribute of an event that says by itself that accounts differ
   * @param followUp attribute that names an earlier event about the same injury
   * @param days accounts of different injuries are compared within so many days
   * @param reinterview an account that was taken again: it replaces what was said up to so many
   *     days before
   */
  record ConflictingAccounts(
      EventSelector accounts,
      String explanation,
      Set<String> unexplained,
      String differ,
      String followUp,
      int days,
      EventSelector reinterview,
      Severity severity)
      implements HarmRule {
    public ConflictingAccounts {
      unexplained = Set.copyOf(unexplained);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("explanations", "differ");
    }
  }

  /**
   * Relatives, neighbours or helplines who tell again (P20).
   *
   * @param concerns their reports
   * @param caller attribute with an opaque reference to who told
   * @param threshold so many incidents, from as many callers
   */
  record PublicConcern(
      EventSelector concerns,
      String caller,
      Threshold threshold,
      List<Remark> remarks,
      Severity severity)
      implements HarmRule {
    public PublicConcern {
      remarks = List.copyOf(remarks);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("callers", "unnamed");
    }
  }

  /**
   * A new adult in the household, then harm (P21). An injury is a finding about the child who was
   * hurt; domestic abuse is one about the household.
   *
   * @param arrivals reports of a new adult
   * @param marked any event that says so beside what it reports
   * @param injuries injuries of the child
   * @param excluding attributes by which an event says that there was no injury
   * @param abuse domestic abuse incidents
   * @param days longest time from the one to the other
   * @param youngUnderYears a child below this age raises the severity
   */
  record NewAdult(
      EventSelector arrivals,
      EventSelector marked,
      EventSelector injuries,
      Set<String> excluding,
      EventSelector abuse,
      int days,
      int youngUnderYears,
      List<Remark> remarks,
      Severity severity,
      Severity raised)
      implements HarmRule {
    public NewAdult {
      excluding = Set.copyOf(excluding);
      remarks = List.copyOf(remarks);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("injury", "abuse");
    }
  }

  /**
   * Signs of harm that repeat or come together (P24, P34, P35).
   *
   * @param signs ways in which it is met, the most telling first
   * @param raise what raises the severity
   */
  record Signs(List<Sign> signs, Optional<Raise> raise, List<Remark> remarks) implements HarmRule {
    public Signs {
      signs = List.copyOf(signs);
      remarks = List.copyOf(remarks);
    }

    @Override
    public Set<String> clauses() {
      return signs.stream().map(Sign::clause).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * One way in which signs are met.
   *
   * @param clause its name
   * @param events what counts
   * @param atLeast so many incidents of it
   * @param other what else has to be there
   * @param days window that holds all of it
   */
  record Sign(
      String clause,
      EventSelector events,
      int atLeast,
      Optional<Other> other,
      int days,
      Severity severity) {}

  /** Something beside what counts; it may be a fact that counts for nothing by itself. */
  record Other(How how, EventSelector events) {}

  /** How the other stands to what counts. */
  enum How {
    /** In either order, or said by the same event. */
    TOGETHER,
    /** After it. */
    AFTER,
    /** It takes it back: an event with the assertion retracted, which counts nowhere else. */
    RETRACTION
  }

  /** Attributes of what is met that make the finding more urgent. */
  record Raise(Set<String> attributes, Severity to) {
    public Raise {
      attributes = Set.copyOf(attributes);
    }
  }

  /**
   * What is shown with a finding and changes nothing else about it.
   *
   * @param days seen so many days before the finding
   * @param daysAfter or, where it became known later, so many days after
   * @param says what is then said
   */
  record Remark(EventSelector events, int days, int daysAfter, String says) {}
}
