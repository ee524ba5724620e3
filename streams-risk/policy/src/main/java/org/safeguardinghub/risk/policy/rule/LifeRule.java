package org.safeguardinghub.risk.policy.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;

/** Circumstances of a life over a longer time: what adds up, comes together, or does not hold. */
public sealed interface LifeRule extends PatternRule {
  /**
   * What lowers a severity for some time.
   *
   * @param events events that speak for the family
   * @param contrary later events that say otherwise; they end it
   * @param days how long it speaks for them
   * @param severity severity while it does
   */
  record Lowering(
      List<EventSelector> events, List<EventSelector> contrary, int days, Severity severity) {
    public Lowering {
      events = List.copyOf(events);
      contrary = List.copyOf(contrary);
    }
  }

  /**
   * One of several things that come together.
   *
   * @param title in words
   * @param events by which it is known
   */
  record Factor(String title, List<EventSelector> events) {
    public Factor {
      events = List.copyOf(events);
    }
  }

  /**
   * A very young child in the household.
   *
   * @param underMonths younger than this
   * @param pregnancy events that say that somebody is pregnant; absent where an unborn child does
   *     not count
   * @param pregnancyDays longest time from such an event, or before a birth, that counts as
   *     pregnancy; 0 where an unborn child does not count
   */
  record YoungChild(int underMonths, Optional<EventSelector> pregnancy, int pregnancyDays) {}

  /**
   * Incidents of one kind that go on (P04, P09).
   *
   * @param incidents what counts, by any of these choices
   * @param threshold incidents and window
   * @param families least number of origin families
   * @param spanDays least time from the first to the last of them
   * @param lowered what lowers the severity, if anything does
   */
  record IncidentRun(
      List<EventSelector> incidents,
      Threshold threshold,
      int families,
      int spanDays,
      Severity severity,
      Optional<Lowering> lowered)
      implements LifeRule {
    public IncidentRun {
      incidents = List.copyOf(incidents);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("run");
    }
  }

  /**
   * Several factors together in one household (P08, P36).
   *
   * @param factors all of them are needed
   * @param windowDays within which they must lie, in any order
   * @param notCounted events that are no factor after all
   * @param needed the young child without whom nothing is found, if one is needed
   * @param raising the young child who raises the severity, if one does
   * @param births events by which a young child comes in
   * @param severity severity without a child who raises it
   * @param raised severity with such a child
   * @param lowered what lowers the severity, if anything does
   */
  record FactorsTogether(
      List<Factor> factors,
      int windowDays,
      Optional<EventSelector> notCounted,
      Optional<YoungChild> needed,
      Optional<YoungChild> raising,
      EventSelector births,
      Severity severity,
      Severity raised,
      Optional<Lowering> lowered)
      implements LifeRule {
    public FactorsTogether {
      factors = List.copyOf(factors);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("together");
    }
  }

  /**
   * A household that moves often (P22).
   *
   * @param dwelling attribute with the dwelling
   * @param dwellings so many different ones are enough
   * @param authority attribute with the local authority
   * @param authorities so many different ones are enough
   * @param school attribute with the school
   * @param schools so many different ones of one child are enough
   * @param windowDays in this time
   * @param excluded moves that never count
   * @param countedOnce events whose dwellings count once together
   * @param minLevel a concern of this level or higher is needed beside
   * @param facts events without blame, which are no such concern
   * @param plans open episodes of a child that raise the severity
   * @param raised severity with such a plan
   */
  record FrequentMoves(
      String dwelling,
      int dwellings,
      String authority,
      int authorities,
      String school,
      int schools,
      int windowDays,
      EventSelector excluded,
      EventSelector countedOnce,
      int minLevel,
      EventSelector facts,
      Set<EpisodeKind> plans,
      Severity severity,
      Severity raised)
      implements LifeRule {
    public FrequentMoves {
      plans = Set.copyOf(plans);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("dwellings", "authorities", "schools");
    }
  }

  /**
   * Risks come together before a birth and nobody has a plan (P23).
   *
   * @param own kinds of risk that are known of the pregnancy itself
   * @param household kinds of risk that household context tells too
   * @param kinds so many kinds are enough
   * @param pregnancyDays longest pregnancy, and window
   * @param plan what answers it
   * @param birth notice of a birth, where no date of birth is known
   * @param workingDays still no plan so many working days later ...
   * @param later ... is this severe
   * @param nearWeeks the baby is expected in less than so many weeks: ...
   * @param near ... this severe
   * @param ringsAtHour a rise that the calendar alone brings comes at this local hour
   */
  record PreBirthRisk(
      List<Factor> own,
      List<Factor> household,
      int kinds,
      int pregnancyDays,
      EventSelector plan,
      EventSelector birth,
      Severity severity,
      int workingDays,
      Severity later,
      int nearWeeks,
      Severity near,
      int ringsAtHour)
      implements LifeRule {
    public PreBirthRisk {
      own = List.copyOf(own);
      household = List.copyOf(household);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("kinds");
    }
  }

  /**
   * Attendance breaks off while another agency is concerned (P31).
   *
   * @param graded events that carry attendance before and now
   * @param before attribute with the attendance before, in percent
   * @param beforeFrom it was at least this
   * @param now attribute with the attendance now, in percent
   * @param nowBelow it is below this
   * @param unexplained a long absence that nobody explained
   * @param excusing attributes that explain an absence
   * @param windowDays within which collapse and concern must lie, in either order
   * @param minLevel a concern of this level or higher, from another family
   * @param facts events without blame, which are no such concern
   */
  record AttendanceCollapse(
      EventSelector graded,
      String before,
      int beforeFrom,
      String now,
      int nowBelow,
      EventSelector unexplained,
      Set<String> excusing,
      int windowDays,
      int minLevel,
      EventSelector facts,
      Severity severity)
      implements LifeRule {
    public AttendanceCollapse {
      excusing = Set.copyOf(excusing);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("collapse", "unexplained");
    }
  }

  /**
   * A looked-after child is moved from place to place (P38).
   *
   * @param placements what begins a placement
   * @param moves those of them that are moves
   * @param ends the child is no longer looked after
   * @param placement attribute with the placement
   * @param planned attribute of a planned move, which does not count
   * @param many placements that are enough
   * @param unplanned moves that are enough
   * @param trouble what else must have happened in the time of {@code many}
   * @param troubleFamilies concerns of these families are trouble too
   */
  record PlacementInstability(
      EventSelector placements,
      EventSelector moves,
      EventSelector ends,
      String placement,
      String planned,
      Threshold many,
      Threshold unplanned,
      EventSelector trouble,
      Set<OriginFamily> troubleFamilies,
      Severity severity)
      implements LifeRule {
    public PlacementInstability {
      troubleFamilies = Set.copyOf(troubleFamilies);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("placements", "moves");
    }
  }

  /**
   * It has gone well for a longer time, and the child was seen (P40).
   *
   * @param threshold protective incidents and window
   * @param families least number of origin families
   * @param minLevel no concern of this level or higher within the window
   * @param sighting somebody saw the child ...
   * @param sightingDays ... within so many days
   */
  record SustainedImprovement(
      Threshold threshold,
      int families,
      int minLevel,
      EventSelector sighting,
      int sightingDays,
      Severity severity)
      implements LifeRule {
    @Override
    public Set<String> clauses() {
      return Set.of("improved");
    }
  }
}
