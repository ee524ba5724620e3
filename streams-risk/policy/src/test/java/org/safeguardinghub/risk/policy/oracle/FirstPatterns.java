package org.safeguardinghub.risk.policy.oracle;

import java.util.List;
import org.safeguardinghub.kernel.subject.Scope;

/** P01 to P20. */
final class FirstPatterns {
  static final List<Tried> ALL =
      List.of(
          new Tried(
              Recipe.of(
                      "P01",
                      Scope.CHILD,
                      "ED-PHY-02",
                      "HV-PHY-01",
                      "EDU-PHY-01",
                      "NUR-PHY-01",
                      "ED-PHY-01",
                      "PAE-PHY-01",
                      "PAE-PHY-01",
                      "ED-VIO-01")
                  .reads("nonMobile", "birthmarkOpinion")
                  .within(1, 14)
                  .aged(0, 5, 6, 7),
              new NaiveP01()));

  private FirstPatterns() {}
}
