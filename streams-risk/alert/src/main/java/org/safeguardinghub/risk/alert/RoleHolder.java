package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who holds a role.
 *
 * @param role code of the role
 * @param agency the agency in which it is held; absent: the role of the area
 * @param personIds holder, then deputies, in order
 * @param outOfHoursRole who answers outside working hours
 * @param managerRole the role above it
 * @param from since when, inclusive
 * @param until until when, exclusive; absent: still
 */
public record RoleHolder(
    String role,
    Optional<String> agency,
    List<String> personIds,
    Optional<String> outOfHoursRole,
    Optional<String> managerRole,
    Instant from,
    Optional<Instant> until) {
  public RoleHolder {
    personIds = List.copyOf(personIds);
  }

  boolean holdsAt(Instant at) {
    return Directory.holds(from, until, at);
  }
}
