/**
 * Evaluates a policy over a timeline: a full scan in order of occurrence, the specification of what
 * a finding is. Belongs here: the primitives that patterns share (windows, counts, re-fire,
 * routing) and one matcher for each kind of rule. Does not belong here: thresholds, words, what has
 * been published before.
 */
@NullMarked
package org.safeguardinghub.risk.policy.evaluate;

import org.jspecify.annotations.NullMarked;
