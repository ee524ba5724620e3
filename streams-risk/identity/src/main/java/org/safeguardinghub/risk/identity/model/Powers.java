package org.safeguardinghub.risk.identity.model;

/**
 * Powers of two, computed by strict arithmetic alone: the same bit by bit on every machine, and a
 * good deal quicker than {@link StrictMath#pow}.
 */
final class Powers {
  private static final int STEP_BITS = 8;
  private static final int STEPS = 1 << STEP_BITS;
  private static final double[] FRACTIONS = new double[STEPS];
  private static final double LOG_2 = StrictMath.log(2);

  /** Beyond this a double holds no power of two. */
  private static final float MOST = 1000;

  static {
    for (int step = 0; step < STEPS; step++) {
      FRACTIONS[step] = StrictMath.pow(2, (double) step / STEPS);
    }
  }

  private Powers() {}

  /** Two to this power, to within a few parts in 10^14; a power beyond 1000 counts as 1000. */
  static double ofTwo(double power) {
    double bounded = Math.min(MOST, Math.max(-MOST, power));
    long steps = (long) Math.floor(bounded * STEPS);
    // e^rest by its series, the rest being less than 0.0028.
    double rest = (bounded - (double) steps / STEPS) * LOG_2;
    double series = 1 + rest * (1 + rest / 2 * (1 + rest / 3 * (1 + rest / 4)));
    double whole = Double.longBitsToDouble(((steps >> STEP_BITS) + Double.MAX_EXPONENT) << 52);
    return whole * FRACTIONS[(int) (steps & (STEPS - 1))] * series;
  }
}
