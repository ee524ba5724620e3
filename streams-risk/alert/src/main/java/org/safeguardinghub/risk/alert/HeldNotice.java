package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Severity;

/**
 * The notice to an administrator that a change of policy found something urgent. It says neither
 * what nor about whom, and its id follows from the policy version: one change gives one notice,
 * however much it found.
 */
public final class HeldNotice {
  private static final String ADMINISTRATOR = "administrator";

  private HeldNotice() {}

  /** To the first administrator who can be reached, else to the duty desk. */
  public static List<AlertOutput.Notify> of(int policyVersion, Moment moment) {
    String reference = "policy-" + policyVersion;
    for (String role : List.of(ADMINISTRATOR, RoutingTable.DUTY_DESK)) {
      Optional<Contact> contact =
          moment.directory().reachable(role, Optional.empty(), moment.at()).stream().findFirst();
      if (contact.isPresent()) {
        String person = contact.get().personId();
        return List.of(
            new AlertOutput.Notify(
                Ids.notification(reference, Template.HELD_BY_POLICY, policyVersion, 0, person),
                reference,
                person,
                role,
                contact.get().channels(),
                Template.HELD_BY_POLICY,
                Severity.S1,
                reference,
                Optional.empty(),
                moment.at()));
      }
    }
    return List.of();
  }
}
