package org.safeguardinghub.risk.policy.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;

/** Rules about what services do, and above all about what they leave undone. */
public sealed interface ProcessRule extends PatternRule {
  /**
   * A child with a history drops out of sight (P15).
   *
   * @param triggers the child leaves a school, a practice or a home; never history themselves
   * @param protectedMoves moves of these handling classes are none
   * @param acceptances say that a new school or authority has taken the child on ...
   * @param acceptedBy ... if they carry this attribute
   * @param history enough before the trigger, any of them
   * @param severity of the first stage, at the trigger
   * @param sightings somebody saw the child
   * @param unseen how long nobody may see the child
   * @param raised severity of the second stage, when that time has passed
   */
  record Vanishing(
      EventSelector triggers,
      Set<HandlingClass> protectedMoves,
      EventSelector acceptances,
      String acceptedBy,
      List<LevelThreshold> history,
      Severity severity,
      EventSelector sightings,
      Allowance unseen,
      Severity raised)
      implements ProcessRule {
    /** Stage at the trigger. */
    public static final String LEFT = "1";

    /** Stage when nobody has seen the child since. */
    public static final String UNSEEN = "2";

    public Vanishing {
      protectedMoves = Set.copyOf(protectedMoves);
      history = List.copyOf(history);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("left", "unseen");
    }
  }

  /**
   * A child with a plan is not seen (P16).
   *
   * @param plans how long each kind of plan allows, the strictest first: while it is open, those
   *     after it do not run
   * @param visits a statutory visit that saw the child, which alone stops these clocks
   * @param seenAlone attribute of a visit, shown
   * @param otherSightings by other agencies, shown
   * @param failed visits without access
   * @param failedInRow so many in a row are a finding while a plan is open
   * @param access ends such a row
   */
  record UnseenOnPlan(
      List<PlanVisits> plans,
      EventSelector visits,
      String seenAlone,
      EventSelector otherSightings,
      EventSelector failed,
      int failedInRow,
      EventSelector access,
      Severity severity)
      implements ProcessRule {
    /** How long a child with such a plan may go unseen. */
    public record PlanVisits(EpisodeKind kind, Allowance allowance) {}

    public UnseenOnPlan {
      plans = List.copyOf(plans);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("overdue", "noAccess");
    }
  }

  /**
   * Referral after referral is closed (P18).
   *
   * @param closures closed without action
   * @param referrals what was closed; says who referred where the closure does not
   * @param referrer attribute that says who referred
   * @param reason attribute of a closure, shown
   * @param spread enough if several referred
   * @param referrers so many
   * @param clustered enough whoever referred
   */
  record ReferralChurn(
      List<EventSelector> closures,
      EventSelector referrals,
      String referrer,
      String reason,
      Threshold spread,
      int referrers,
      Threshold clustered,
      Severity severity)
      implements ProcessRule {
    public ReferralChurn {
      closures = List.copyOf(closures);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("spread", "clustered");
    }
  }

  /**
   * New concern soon after help ended (P19).
   *
   * @param closures a case was closed or a plan ended
   * @param concerns enough after one, any of them; their days are counted from the closure
   */
  record AfterClosing(
      List<EventSelector> closures, List<LevelThreshold> concerns, Severity severity)
      implements ProcessRule {
    public AfterClosing {
      closures = List.copyOf(closures);
      concerns = List.copyOf(concerns);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("again");
    }
  }

  /**
   * Clocks that ran out (P29, P30): one finding for each start.
   *
   * @param staged the clock's name is the stage of its findings
   */
  record Clocks(boolean staged, List<Clock> clocks) implements ProcessRule {
    public Clocks {
      clocks = List.copyOf(clocks);
    }

    @Override
    public Set<String> clauses() {
      return clocks.stream().map(Clock::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> restsOn() {
      return clocks.stream()
          .map(Clock::start)
          .filter(Clock.Start.ByFinding.class::isInstance)
          .map(start -> ((Clock.Start.ByFinding) start).pattern())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * A known dangerous adult near a child (P33).
   *
   * @param signs link such an adult with a household
   * @param checked attribute: two people checked that it is the right person; without it a steward
   *     has to look first
   * @param supervised attribute: a supervised arrangement is in place
   * @param answeredBy families ...
   * @param answerLevel ... whose events of this level or higher are an answer
   * @param allowance within this time
   * @param adultFromYears from this age on somebody is no child
   */
  record DangerousAdult(
      EventSelector signs,
      String checked,
      String supervised,
      Set<OriginFamily> answeredBy,
      int answerLevel,
      Allowance allowance,
      int adultFromYears,
      Severity severity)
      implements ProcessRule {
    public DangerousAdult {
      answeredBy = Set.copyOf(answeredBy);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("near", "unchecked");
    }
  }

  /**
   * Professionals disagree about an alert and do not settle it in time (P37): one finding for each
   * stage, which is its stage.
   *
   * @param stages how long each stage may take
   */
  record Disputes(List<DisputeStage> stages) implements ProcessRule {
    /** A stage of the procedure, by its number. */
    public record DisputeStage(int stage, Allowance allowance, Severity severity) {}

    public Disputes {
      stages = List.copyOf(stages);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("unsettled");
    }
  }

  /**
   * A child is gravely harmed and nobody checks the other children of the household (P39).
   *
   * @param harm grave harm, by its type or by its kind
   * @param otherHarm of these it is not the harm that is meant
   * @param minLevel level from which it is grave
   * @param visits a visit to one of the other children
   * @param checks say that all of them were seen or considered
   * @param allowance within this time
   * @param adultFromYears from this age on somebody is no child
   * @param pregnancyDays so long before its birth a child cannot be checked
   */
  record SiblingsUnchecked(
      List<EventSelector> harm,
      EventSelector otherHarm,
      int minLevel,
      EventSelector visits,
      EventSelector checks,
      Allowance allowance,
      int adultFromYears,
      int pregnancyDays,
      Severity severity)
      implements ProcessRule {
    public SiblingsUnchecked {
      harm = List.copyOf(harm);
    }

    @Override
    public Set<String> clauses() {
      return Set.of("unchecked");
    }
  }
}
