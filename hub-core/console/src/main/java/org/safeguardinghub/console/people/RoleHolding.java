package org.safeguardinghub.console.people;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.subject.DirectoryKey;

/**
 * Who holds a role.
 *
 * @param role code of the role
 * @param title what people call it
 * @param agency the one organisation that it is held in, where there are several such roles
 * @param area whether it is held for the hub's area
 * @param holders person ids: the holder, then the deputies
 * @param manager role above it on the ladder
 * @param outOfHours role that answers outside working hours
 * @param term when the role exists
 */
public record RoleHolding(
    String role,
    String title,
    Optional<String> agency,
    boolean area,
    List<String> holders,
    Optional<String> manager,
    Optional<String> outOfHours,
    Term term) {
  public RoleHolding {
    holders = List.copyOf(holders);
  }

  /** The same role with other holders. */
  public RoleHolding heldBy(List<String> others) {
    return new RoleHolding(role, title, agency, area, others, manager, outOfHours, term);
  }

  /** The role, with the organisation where it is held in one: what tells it from all others. */
  public String name() {
    return role + agency.map(code -> "@" + code).orElse("");
  }

  /** Key on the directory topic. */
  public String key() {
    return DirectoryKey.ofRole(role, agency);
  }
}
