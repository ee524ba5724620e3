package org.safeguardinghub.connectors.intake.check;

import java.util.List;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.message.Step;
import org.safeguardinghub.kernel.sharing.LegalGateways;

/**
 * The checks in their order. A chain that lacks one would let messages in unchecked, so it does not
 * start.
 */
public final class Checks {
  private static final List<Step> ORDER =
      List.of(Step.SHAPE, Step.CATALOGUE, Step.LAWFUL_BASIS, Step.HANDLING, Step.TIME);

  private final List<Check> chain;

  Checks(List<Check> chain) {
    if (!chain.stream().map(Check::step).toList().equals(ORDER)) {
      throw new IllegalArgumentException("the checks must be " + ORDER + ", in this order");
    }
    this.chain = List.copyOf(chain);
  }

  public static Checks standard(EventCatalogue catalogue, LegalGateways gateways) {
    return new Checks(
        List.of(
            new ShapeCheck(),
            new CatalogueCheck(catalogue),
            new LawfulBasisCheck(gateways),
            new HandlingCheck(),
            new TimeCheck()));
  }

  /** Passes all, or stops at the first refusal. */
  public Check.Outcome run(Draft draft) {
    Draft current = draft;
    for (Check check : chain) {
      switch (check.check(current)) {
        case Check.Outcome.Passed(Draft next) -> current = next;
        case Check.Outcome.Refused refused -> {
          return refused;
        }
      }
    }
    return new Check.Outcome.Passed(current);
  }
}
