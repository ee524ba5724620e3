package org.safeguardinghub.console.alert;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * Who may open an alert that is not in their hands, saying why (domain reference, section 1.5): for
 * a while, to read and to do nothing else, with an immediate notice to its owner and to information
 * governance, and a review of it. Each item still shows only to those who may see its handling
 * class.
 */
public final class BreakGlass {
  /** How long it stays open. */
  public static final Duration OPEN_FOR = Duration.ofHours(1);

  /** A reason says which child, what is happening and why now: no word alone does. */
  public static final int REASON_MIN = 20;

  /** Who reads the reasons and reviews them. */
  public static final String REVIEWERS = "information-governance";

  /** Their work is with the hub and not with children. */
  private static final Set<String> NO_CASEWORK =
      Set.of("administrator", "analyst", "data-quality", "provider", REVIEWERS);

  /** Where the very existence of an item is for a few: location-protected, allegations. */
  private static final Set<HandlingClass> SEALED = EnumSet.of(HandlingClass.H4, HandlingClass.H5);

  private BreakGlass() {}

  /** Whether somebody may. */
  public enum Answer {
    /** After saying why. */
    WITH_A_REASON,
    /** It is in their hands. */
    NOT_NEEDED,
    /** It stays closed to them, whatever the reason. */
    CLOSED
  }

  /** Whether a role works with children. */
  public static boolean casework(String role) {
    return !NO_CASEWORK.contains(role);
  }

  /** Of an alert that the reader may know of. */
  public static Answer of(Alert alert, Reader reader) {
    if (reader.mayOpen(alert.owner())) {
      return Answer.NOT_NEEDED;
    }
    boolean casework = reader.roles().stream().anyMatch(BreakGlass::casework);
    return casework && reader.mayKnow(alert) && !sealed(alert, reader)
        ? Answer.WITH_A_REASON
        : Answer.CLOSED;
  }

  private static boolean sealed(Alert alert, Reader reader) {
    Scope scope = alert.subject().scope();
    return scope == Scope.ADULT
        || scope.ofTheHub()
        || alert.findings().stream()
            .flatMap(finding -> finding.evidence().stream())
            .map(Alert.Evidence::handling)
            .anyMatch(
                handling -> SEALED.contains(handling) && !HandlingRule.maySee(handling, reader));
  }
}
