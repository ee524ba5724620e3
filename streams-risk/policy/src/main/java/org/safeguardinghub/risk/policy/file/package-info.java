/**
 * Reads a policy file strictly and prints its faults. Belongs here: names of keys, bounds of
 * numbers, checks against the event catalogue. Does not belong here: what a rule does.
 */
@NullMarked
package org.safeguardinghub.risk.policy.file;

import org.jspecify.annotations.NullMarked;
