package org.safeguardinghub.risk.alert;

import java.util.Optional;

/**
 * Who answers for an alert. There is always exactly one.
 *
 * @param role the role in which this person answers
 * @param agency the agency in which the role is held, where it is held per agency
 * @param personId who
 * @param routeRow the row of the routing table that matched
 * @param because why it came here, in plain words
 */
public record Owner(
    String role, Optional<String> agency, String personId, String routeRow, String because) {}
