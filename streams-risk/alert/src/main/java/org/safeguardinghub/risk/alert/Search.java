package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * What is looked for: somebody who answers for an alert in a role, or above it.
 *
 * @param role where to begin
 * @param agency in which the role is held, where it is held per agency
 * @param routeRow the row of the routing table
 * @param because why it comes there, in words without a full stop
 * @param rung rung of the ladder on which it comes there
 * @param until by when an answer is due; absent: as long as the ladder gives the role
 */
record Search(
    String role,
    Optional<String> agency,
    String routeRow,
    String because,
    int rung,
    Optional<Instant> until) {
  Search(String role, Optional<String> agency, String routeRow, String because) {
    this(role, agency, routeRow, because, 0, Optional.empty());
  }

  /** In the owner's own role. */
  static Search likeOwner(Dossier dossier, String because, Optional<Instant> until) {
    Owner owner = dossier.owner();
    return new Search(
        owner.role(), owner.agency(), owner.routeRow(), because, dossier.custody().rung(), until);
  }
}
