package org.safeguardinghub.risk.policy.file;

import java.util.List;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/** Policies and their faults as text for a terminal. */
public final class PolicyText {
  private PolicyText() {}

  /** One line for each fault: file, line and reason. */
  public static String faults(List<Fault> faults) {
    return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
  }

  /** What a policy holds: one line for each pattern, and how many are not evaluated yet. */
  public static String summary(Policy policy) {
    StringBuilder text = new StringBuilder();
    text.append(policy.id()).append(" version ").append(policy.version());
    text.append(", from ").append(policy.effectiveFrom()).append('\n');
    for (Pattern pattern : policy.patterns()) {
      text.append("  ").append(pattern.id()).append("  ").append(pattern.title()).append('\n');
    }
    int missing = policy.notBuilt().size();
    return text.append("  ")
        .append(missing)
        .append(missing == 1 ? " pattern" : " patterns")
        .append(" not built yet\n")
        .toString();
  }
}
