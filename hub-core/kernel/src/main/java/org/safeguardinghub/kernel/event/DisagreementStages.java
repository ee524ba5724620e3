package org.safeguardinghub.kernel.event;

import java.util.Optional;

/**
 * The stages of saying that what is done is wrong: one professional to another, managers, senior
 * managers, the partnership.
 */
public final class DisagreementStages {
  /** No procedure goes further. */
  public static final int LAST = 4;

  private static final int FIRST = 1;

  private DisagreementStages() {}

  /**
   * The stage to which it can be taken; beyond {@link #LAST} there is none.
   *
   * @param open the stage at which it is open; empty where nobody disagrees, or it was settled
   */
  public static int next(Optional<Integer> open) {
    return open.map(stage -> stage + 1).orElse(FIRST);
  }
}
