package org.safeguardinghub.risk.topology.risk;

import java.util.Optional;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.LoadRecord;
import org.safeguardinghub.schemas.LoadTermRecord;

/** What worklists are ordered by, as {@code subjects.v1} shows it. */
final class Loads {
  private Loads() {}

  static Optional<LoadRecord> of(DecayedLoad load) {
    if (load.terms().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        LoadRecord.newBuilder()
            .setAt(load.at())
            .setTerms(load.terms().stream().map(Loads::of).toList())
            .setProtective(load.protective())
            .build());
  }

  private static LoadTermRecord of(DecayedLoad.Term term) {
    return LoadTermRecord.newBuilder()
        .setHandlingClass(HandlingClassCode.valueOf(term.handling().name()))
        .setHalfLifeDays(term.halfLifeDays())
        .setSum(term.sum())
        .setFloor(term.floor())
        .build();
  }
}
