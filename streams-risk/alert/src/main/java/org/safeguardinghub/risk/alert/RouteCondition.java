package org.safeguardinghub.risk.alert;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;

/** One condition of a routing row. A row matches where all of its conditions hold. */
public sealed interface RouteCondition {
  /** Whether it holds for this reason in this situation of one child. */
  boolean holds(Scope scope, Finding finding, ChildSituation child);

  /**
   * Whether all of them hold for a reason and one of the children. It is asked of every row of a
   * table for every alert of a subject, so it makes nothing.
   */
  static boolean allHold(
      List<RouteCondition> conditions, Scope scope, Finding finding, Situation situation) {
    for (ChildSituation child : situation.children()) {
      if (allHold(conditions, scope, finding, child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean allHold(
      List<RouteCondition> conditions, Scope scope, Finding finding, ChildSituation child) {
    for (RouteCondition condition : conditions) {
      if (!condition.holds(scope, finding, child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(Finding finding, Predicate<Evidence> some) {
    for (Evidence evidence : finding.evidence()) {
      if (some.test(evidence)) {
        return true;
      }
    }
    return false;
  }

  /** The reason is of one of these patterns. */
  record PatternIn(Set<String> patterns) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return patterns.contains(finding.pattern());
    }
  }

  /** The reason is of none of these patterns. */
  record PatternNotIn(Set<String> patterns) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return !patterns.contains(finding.pattern());
    }
  }

  /** The reason has one of these severities. */
  record SeverityIn(Set<Severity> severities) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return severities.contains(finding.severity());
    }
  }

  /** The alert's subject is of one of these kinds. */
  record ScopeIn(Set<Scope> scopes) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return scopes.contains(scope);
    }
  }

  /** The whole evidence is of this handling class or stricter: nothing of it can be shown below. */
  record AllEvidenceAtLeast(HandlingClass handling) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return !finding.evidence().isEmpty()
          && !any(finding, e -> e.handling().compareTo(handling) < 0);
    }
  }

  /** Some evidence is of exactly this handling class. */
  record AnyEvidenceOf(HandlingClass handling) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return any(finding, e -> e.handling() == handling);
    }
  }

  /** Some evidence is of this level or higher. */
  record LevelAtLeast(int level) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return any(finding, e -> e.level() >= level);
    }
  }

  /** All evidence is of this level or lower. */
  record LevelAtMost(int level) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return !any(finding, e -> e.level() > level);
    }
  }

  /** All evidence originates from these families. */
  record OnlyFamilies(List<OriginFamily> families) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return !finding.evidence().isEmpty() && !any(finding, e -> !families.contains(e.family()));
    }
  }

  /** All evidence was published by one agency; the role is looked up in that agency. */
  record OneAgency() implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return agency(finding).isPresent();
    }

    static Optional<String> agency(Finding finding) {
      if (finding.evidence().isEmpty()) {
        return Optional.empty();
      }
      String agency = finding.evidence().getFirst().agency();
      return any(finding, e -> !e.agency().equals(agency)) ? Optional.empty() : Optional.of(agency);
    }
  }

  /** Social care has one of these open. */
  record OpenCase(Set<CaseKind> kinds) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return !Collections.disjoint(child.open(), kinds);
    }
  }

  /** A property of the child's situation, or of the reason, that is there. */
  record Is(Flag flag) implements RouteCondition {
    @Override
    public boolean holds(Scope scope, Finding finding, ChildSituation child) {
      return switch (flag) {
        case LOCATION_PROTECTED -> child.locationProtected();
        case FOR_STEWARD -> finding.forSteward();
        case IDENTITY_UNCONFIRMED -> finding.identityUnconfirmed();
        case MISSING_NOW -> child.missingNow();
        case NO_OPEN_CASE -> child.open().isEmpty();
        case CLOSED_RECENTLY -> child.closedRecently();
        case UNBORN -> child.unborn();
        case UNDER_FIVE -> child.underFive();
      };
    }
  }

  /** What a row may ask of a situation. */
  enum Flag {
    LOCATION_PROTECTED,
    FOR_STEWARD,
    IDENTITY_UNCONFIRMED,
    MISSING_NOW,
    NO_OPEN_CASE,
    CLOSED_RECENTLY,
    UNBORN,
    UNDER_FIVE
  }
}
