package org.safeguardinghub.connectors.intake.receipt;

import java.util.List;
import java.util.Map;

/** Keeps fates, together with how far their topic has been read. */
public interface FateStore {
  /** Next offset to read, by partition; a partition that was never read is absent. */
  Map<Integer, Long> positions();

  /** Keeps fates and positions in one transaction, by the rule of {@link SubjectFate#with}. */
  void keep(List<SubjectFate> fates, Map<Integer, Long> nextOffsets);
}
