/**
 * What the hub holds about one subject, in order of occurrence: events with their corrections
 * applied, echoes and incidents resolved, subject facts, social-care episodes and ages. Belongs
 * here: what is true of a timeline under every policy. Does not belong here: which of it matters to
 * a pattern, stored forms, clocks.
 */
@NullMarked
package org.safeguardinghub.risk.policy.timeline;

import org.jspecify.annotations.NullMarked;
