package org.safeguardinghub.risk.alert;

import java.util.Optional;

/**
 * A role, and the agency in which it is held where that matters.
 *
 * @param role code of the role
 * @param agency code of the agency
 */
public record Desk(String role, Optional<String> agency) {}
