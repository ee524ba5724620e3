package org.safeguardinghub.risk.alert;

import java.util.Optional;

/**
 * Who answers for a matched row: a role, and the agency in which it is held where that matters.
 *
 * @param role code of the role
 * @param agency code of the agency
 */
record Desk(String role, Optional<String> agency) {}
