package org.safeguardinghub.console.audit;

/** Keeps who saw what. Writing fails loudly: what cannot be recorded is not shown. */
public interface AuditTrail {
  /**
   * Writes one record.
   *
   * @param actor person id, or {@code unknown}
   * @param objectId opaque id, never a name
   */
  void write(String actor, Action action, String objectKind, String objectId);

  /** What was done. */
  enum Action {
    SIGNED_IN,
    SIGN_IN_LOCKED,
    SIGNED_OUT,
    LISTED,
    OPENED,
    READ_STORY,
    PRINTED,
    REFUSED,
    ANSWERED,
    /** Recorded what somebody is to do about an alert, or what came of it. */
    PLANNED,
    /** Recorded that information is shared, or is not. */
    DECIDED_SHARING,
    /** Reported a concern by the form for providers. */
    REFERRED,
    CHANGED,
    BROKE_GLASS,
    REVIEWED
  }
}
