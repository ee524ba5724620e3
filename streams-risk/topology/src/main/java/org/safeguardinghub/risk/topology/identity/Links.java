package org.safeguardinghub.risk.topology.identity;

import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.LinkConfidence;
import org.safeguardinghub.schemas.SubjectRole;

/** What a link record lets attribution do by itself. */
final class Links {
  /** Marks the links of a child that is not born yet: only the linker may handle its events. */
  private static final String NOT_BORN = "unborn:";

  private Links() {}

  static String fingerprint(ConcernRecord concern, boolean unborn) {
    return unborn ? NOT_BORN + concern.getFingerprint() : concern.getFingerprint();
  }

  /** Known for certain, with the same claims as before: attributed at once, in parallel. */
  static boolean settles(IdentityLinkRecord link, ConcernRecord concern) {
    return concern.getPersonRefStable()
        && concern.getSubjectRole() != SubjectRole.UNBORN
        && link.getConfidence() == LinkConfidence.CONFIRMED
        && link.getFingerprint().equals(concern.getFingerprint());
  }

  /**
   * Whether the linker has decided about this very event, or about a later one of the same person.
   */
  static boolean answers(IdentityLinkRecord link, ConcernRecord concern) {
    String fingerprint = link.getFingerprint();
    return fingerprint.endsWith(concern.getFingerprint())
        && !link.getDecidedAt().isBefore(concern.getReceivedAt());
  }
}
