package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * What the daily check of the lead directory found about a role (domain reference, section 6.2: a
 * lead with no deliverable contact raises an S2). It is an alert of its own, about the role and
 * about no child, with a ladder as every other.
 */
public final class RoleReach {
  /** Stands where other alerts have the pattern that found them. */
  public static final String PATTERN = "D01";

  /** No policy found it. */
  private static final int NO_POLICY = 0;

  private RoleReach() {}

  /**
   * Nobody of the role can be told. Found again on another day, it is a further reason to look.
   *
   * @param id of what was found: the same for as long as it lasts
   * @param role a subject of the scope ROLE
   */
  public static AlertInput nobody(String id, SubjectRef role, Moment moment) {
    return new AlertInput.Raised(finding(id, role, moment), Optional.empty(), NO_POLICY, moment);
  }

  /** Somebody of the role can be told again. */
  public static AlertInput somebody(String id, Moment moment) {
    return new AlertInput.Withdrawn(
        id, "somebody of the role can be told again", NO_POLICY, moment);
  }

  private static Finding finding(String id, SubjectRef role, Moment moment) {
    return new Finding(
        id,
        PATTERN,
        "Nobody of a role can be told of an alert",
        "",
        WorkingCalendar.localDay(moment.at()),
        Severity.S2,
        ("The daily check of %s found nobody of the role %s who is in post, not on leave and can be"
                + " told. Alerts for this role go up the ladder until somebody is there.")
            .formatted(WorkingCalendar.localDay(moment.at()), role.ref()),
        "Who holds this role from today on?",
        List.of("Somebody holds the role, and the directory does not say so"),
        List.of(),
        "The lead directory of this hub",
        List.of(),
        true,
        Optional.empty(),
        false,
        false,
        List.of(),
        Set.of());
  }
}
