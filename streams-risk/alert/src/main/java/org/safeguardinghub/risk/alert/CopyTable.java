package org.safeguardinghub.risk.alert;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * Who gets copies, as the routing table's file says it (domain reference, sections 5.2, 6.2, 6.3
 * and 1.5). Whatever is not said is not told: a role without a function gets none.
 *
 * @param rules beside what the rows name
 * @param never patterns of which nobody but the owner may hear
 * @param functions what each role is there for that may get a copy
 */
public record CopyTable(
    List<CopyRule> rules, Set<String> never, Map<String, Copy.Function> functions) {
  public static final CopyTable NONE = new CopyTable(List.of(), Set.of(), Map.of());

  /** From this class on nobody but the owner may know that there is anything. */
  private static final HandlingClass SEALED = HandlingClass.H4;

  public CopyTable {
    rules = List.copyOf(rules);
    never = Set.copyOf(never);
    functions = Map.copyOf(functions);
  }

  /** Whether nobody but its owner may know of an alert. */
  boolean closed(RouteRow row, Dossier dossier, Situation situation) {
    return row.confined()
        || dossier.subject().scope() == Scope.ADULT
        || situation.children().stream().anyMatch(ChildSituation::locationProtected)
        || dossier.standing().stream().anyMatch(this::closed);
  }

  private boolean closed(Finding finding) {
    return finding.forSteward()
        || never.contains(finding.pattern())
        || finding.evidence().stream().anyMatch(one -> one.handling().compareTo(SEALED) >= 0);
  }

  /**
   * The roles that get a copy, in the order of the table. While it is not settled whom the alert is
   * about, only those whom its row names hear of it.
   */
  Set<String> roles(RouteRow row, Dossier dossier, Situation situation) {
    Set<String> roles = new LinkedHashSet<>(row.copies());
    if (!dossier.identityUnconfirmed()) {
      List<Finding> standing = dossier.standing();
      for (CopyRule rule : rules) {
        if (rule.holds(row, dossier.subject().scope(), standing, situation)) {
          roles.addAll(rule.to());
        }
      }
    }
    return roles;
  }

  Optional<Copy.Function> function(String role) {
    return Optional.ofNullable(functions.get(role));
  }
}
