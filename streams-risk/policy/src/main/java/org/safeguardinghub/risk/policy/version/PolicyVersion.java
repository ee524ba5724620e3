package org.safeguardinghub.risk.policy.version;

import java.time.Instant;

/**
 * One published version.
 *
 * @param policyId name of the policy
 * @param version its version
 * @param effectiveFrom from when on it holds, unless one that holds later is due
 * @param sha256 of its text
 * @param publishedAt when
 * @param publishedBy by whom
 */
public record PolicyVersion(
    String policyId,
    int version,
    Instant effectiveFrom,
    String sha256,
    Instant publishedAt,
    String publishedBy) {
  /** Its key on the policy topic. */
  public String name() {
    return policyId + '/' + version;
  }
}
