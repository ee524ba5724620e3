/**
 * The brake: what only a change of policy found waits here until an administrator lets it go. Pure,
 * like all rules about alerts, and in front of them: an alert never knows what was held.
 */
@NullMarked
package org.safeguardinghub.risk.alert.brake;

import org.jspecify.annotations.NullMarked;
