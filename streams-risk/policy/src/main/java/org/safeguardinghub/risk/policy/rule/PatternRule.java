package org.safeguardinghub.risk.policy.rule;

import java.util.Map;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * The logic of a pattern as typed values: one record for each kind of rule, here or in the
 * interface of its family. A new kind is a new record, a matcher in the evaluator and a section of
 * the reader; the exhaustive switches say where.
 */
public sealed interface PatternRule
    permits PatternRule.NonMobileInjury,
        PatternRule.SeveralFamilies,
        PatternRule.FoodWithHarm,
        PatternRule.WasNotBrought,
        PatternRule.HouseholdAbuse,
        PatternRule.RepeatMissing,
        PatternRule.ReturnInterview,
        HarmRule,
        ExploitationRule,
        LifeRule,
        ProcessRule {
  /** The clauses for which the pattern must give a text: each way in which the rule can be met. */
  Set<String> clauses();

  /** Patterns on whose findings it rests: they must stand before it in the policy. */
  default Set<String> restsOn() {
    return Set.of();
  }

  /**
   * One injury to a baby who cannot move by itself (P01).
   *
   * @param always types that say by themselves that the baby is not mobile
   * @param injuries all injury types
   * @param nonMobile attribute that says so
   * @param presumedUnderMonths below this age the baby counts as not mobile where nobody says
   * @param medicals examinations that answer an earlier finding
   * @param medicalAnswersWithinDays within so many days of a finding a medical is its answer, not a
   *     trigger by age alone
   * @param birthmark medical that closes the findings of its day
   */
  record NonMobileInjury(
      EventSelector always,
      EventSelector injuries,
      String nonMobile,
      int presumedUnderMonths,
      EventSelector medicals,
      int medicalAnswersWithinDays,
      EventSelector birthmark,
      Severity severity)
      implements PatternRule {
    @Override
    public Set<String> clauses() {
      return Set.of("stated", "presumed");
    }
  }

  /**
   * Several agency families each hold a piece (P03).
   *
   * @param threshold incidents and window
   * @param minLevel level from which an incident counts
   * @param families least number of origin families
   * @param raisedLevel incidents of this level or higher ...
   * @param raisedFamilies ... from so many families raise the severity ...
   * @param raised ... to this
   * @param progress an event of a plan that works
   * @param progressDays how long it speaks for the plan
   * @param lowered severity while it does
   */
  record SeveralFamilies(
      Threshold threshold,
      int minLevel,
      int families,
      Severity severity,
      int raisedLevel,
      int raisedFamilies,
      Severity raised,
      EventSelector progress,
      int progressDays,
      Severity lowered)
      implements PatternRule {
    @Override
    public Set<String> clauses() {
      return Set.of("several");
    }
  }

  /**
   * A hungry child who also loses weight or is hurt (P05).
   *
   * @param food hunger
   * @param growth growth faltering
   * @param injuries unexplained injuries
   * @param windowDays within which both must lie, in either order
   * @param householdAbuse domestic abuse in the household, context included
   * @param abuseDays how far back it is read
   * @param raised severity with both growth and injury, or with that abuse
   */
  record FoodWithHarm(
      EventSelector food,
      EventSelector growth,
      EventSelector injuries,
      int windowDays,
      EventSelector householdAbuse,
      int abuseDays,
      Severity severity,
      Severity raised)
      implements PatternRule {
    @Override
    public Set<String> clauses() {
      return Set.of("growth", "injury", "both");
    }
  }

  /**
   * Was not brought (P06).
   *
   * @param missed the missed appointments
   * @param excluding attributes that take an event out
   * @param selfBooking attribute that takes it out from an age on
   * @param selfBookingFromYears that age
   * @param many enough for any child
   * @param vulnerable enough with one of these plans, or with the condition
   * @param plans open episodes that make a child vulnerable
   * @param longTermCondition attribute that does
   * @param afterInjury enough after an injury or medical
   * @param injuries injuries and medicals
   * @param serious attribute that raises the severity
   */
  record WasNotBrought(
      EventSelector missed,
      Set<String> excluding,
      String selfBooking,
      int selfBookingFromYears,
      Threshold many,
      Threshold vulnerable,
      Set<EpisodeKind> plans,
      String longTermCondition,
      Threshold afterInjury,
      EventSelector injuries,
      Severity severity,
      String serious,
      Severity raised)
      implements PatternRule {
    public WasNotBrought {
      excluding = Set.copyOf(excluding);
      plans = Set.copyOf(plans);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("many", "vulnerable", "afterInjury");
    }
  }

  /**
   * Repeat or rising domestic abuse in a household with children (P07).
   *
   * @param incidents what counts
   * @param grades risk grade by type: higher is worse; other types are ungraded
   * @param repeated enough for any household
   * @param clustered enough in a short time
   * @param riseDays a higher grade within so many days of a lower one is enough
   * @param infant enough with a child under an age, or a pregnancy
   * @param infantUnderMonths that age
   * @param pregnancy events that say that somebody is pregnant, or has just given birth
   * @param pregnancyDays longest time from such an event, or before a birth, that counts as
   *     pregnancy
   * @param highGrade this grade or higher raises the severity
   * @param markers attributes that raise it
   * @param away attribute: the perpetrator is verified to be away
   * @param rearm events that say that the perpetrator may be back
   * @param raised severity with high grade or marker
   * @param lowered severity while the perpetrator is away
   */
  record HouseholdAbuse(
      EventSelector incidents,
      Map<String, Integer> grades,
      Threshold repeated,
      Threshold clustered,
      int riseDays,
      Threshold infant,
      int infantUnderMonths,
      EventSelector pregnancy,
      int pregnancyDays,
      int highGrade,
      Set<String> markers,
      String away,
      EventSelector rearm,
      Severity severity,
      Severity raised,
      Severity lowered)
      implements PatternRule {
    public HouseholdAbuse {
      grades = Map.copyOf(grades);
      markers = Set.copyOf(markers);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("repeated", "clustered", "rising", "infant");
    }
  }

  /**
   * Repeat missing (P10).
   *
   * @param missing missing incidents
   * @param returns the child is back
   * @param halfWeight attribute of an incident that counts half
   * @param repeated enough
   * @param clustered enough in a short time
   * @param longHours one incident that lasts longer is enough
   * @param youngUnderYears one incident of a younger child is enough
   * @param arrival arrival of an unaccompanied child
   * @param arrivalHours one incident within so many hours of it is enough
   * @param raised severity of that form
   */
  record RepeatMissing(
      EventSelector missing,
      EventSelector returns,
      String halfWeight,
      Threshold repeated,
      Threshold clustered,
      int longHours,
      int youngUnderYears,
      EventSelector arrival,
      int arrivalHours,
      Severity severity,
      Severity raised)
      implements PatternRule {
    @Override
    public Set<String> clauses() {
      return Set.of("repeated", "clustered", "long", "young", "arrival");
    }
  }

  /**
   * Return interview overdue (P11).
   *
   * @param returns what starts the clock, once per missing incident
   * @param missing missing incidents
   * @param oneReturnHours returns of no known incident that lie closer together are one
   * @param interviews what stops it
   * @param hours clock hours
   * @param severity of a first miss
   * @param again severity of each later one
   * @param declined an interview that the child declined
   * @param declinesInRow so many in a row are a finding of their own
   */
  record ReturnInterview(
      EventSelector returns,
      EventSelector missing,
      int oneReturnHours,
      EventSelector interviews,
      int hours,
      Severity severity,
      Severity again,
      EventSelector declined,
      int declinesInRow)
      implements PatternRule {
    /** Stage of the finding about declined interviews. */
    public static final String DECLINED = "declined";

    @Override
    public Set<String> clauses() {
      return Set.of("overdue", DECLINED);
    }
  }
}
