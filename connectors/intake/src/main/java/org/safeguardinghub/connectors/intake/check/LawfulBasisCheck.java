package org.safeguardinghub.connectors.intake.check;

import java.util.Optional;
import org.safeguardinghub.kernel.message.Step;
import org.safeguardinghub.kernel.sharing.LegalGateways;

/**
 * On which basis is it shared? Without one nothing is shared, except what cannot wait: a level 4
 * concern is never held up by a missing form (domain reference, section 1.3, rule 1).
 */
final class LawfulBasisCheck implements Check {
  private final LegalGateways gateways;

  LawfulBasisCheck(LegalGateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public Step step() {
    return Step.LAWFUL_BASIS;
  }

  @Override
  public Outcome check(Draft draft) {
    Optional<String> named = draft.envelope().sharing().legalGateway();
    Optional<String> known = named.filter(gateways::has);
    if (known.isPresent() || draft.level() == 4) {
      return new Outcome.Passed(draft.withGateway(known));
    }
    return named.isPresent()
        ? refuse(
            "UNKNOWN_GATEWAY",
            "name a legal gateway of the published list, such as CA2004-S16LA",
            "/legalGateway")
        : refuse(
            "NO_GATEWAY",
            "name the legal gateway under which you share, such as CA2004-S16LA; only level 4 may be completed later",
            "/legalGateway");
  }
}
