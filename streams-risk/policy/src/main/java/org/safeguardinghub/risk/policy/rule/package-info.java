/**
 * A policy as typed values: patterns with their thresholds, windows, sets of event types and words.
 * Belongs here: one record for each kind of rule. Does not belong here: how a rule is evaluated,
 * how the file is read, any default value.
 */
@NullMarked
package org.safeguardinghub.risk.policy.rule;

import org.jspecify.annotations.NullMarked;
