package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;

/** One pattern of the catalogue, read from its words. */
interface NaivePattern {
  /** What stands about the subject as of a moment: findings, and notices in place of findings. */
  List<NaiveFinding> findings(NaiveChild child, Instant now);
}
