package org.safeguardinghub.risk.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/**
 * What an event says of where a child lives.
 *
 * @param away whether it lives with no family from then on; else with one again
 * @param at since when, which is also until when it was a member of its households
 */
public record HomeMove(boolean away, Instant at) {
  /** What an event of this type says; nothing for most. */
  public static Optional<HomeMove> of(EventCatalogue catalogue, String type, Instant occurred) {
    if (catalogue.inSet(CodeSet.LEAVES_HOME, type, Map.of())) {
      return Optional.of(new HomeMove(true, occurred));
    }
    return catalogue.inSet(CodeSet.COMES_HOME, type, Map.of())
        ? Optional.of(new HomeMove(false, occurred))
        : Optional.empty();
  }

  /** Whether it says more than what is known: what happened later holds. */
  public boolean after(Optional<HomeMove> known) {
    return known.map(before -> at.isAfter(before.at)).orElse(true);
  }
}
