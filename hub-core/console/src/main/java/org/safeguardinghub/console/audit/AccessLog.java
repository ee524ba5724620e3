package org.safeguardinghub.console.audit;

import java.time.Instant;
import java.util.List;

/** Reads who saw what. */
public interface AccessLog {
  /**
   * What was done with one thing, the latest first, at most a hundred lines.
   *
   * @param objectKind as it was written, such as {@code alert}
   */
  List<Access> of(String objectKind, String objectId);

  /** One line of the record. */
  record Access(String actor, AuditTrail.Action action, Instant at) {}
}
