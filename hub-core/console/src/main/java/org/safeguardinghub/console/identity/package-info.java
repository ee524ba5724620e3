/**
 * Questions about who is who, as an identity steward sees them, and what a steward rules. Finding
 * out who is who does not belong here (streams-risk/identity).
 */
@NullMarked
package org.safeguardinghub.console.identity;

import org.jspecify.annotations.NullMarked;
