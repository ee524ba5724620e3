/**
 * What an evaluation says: findings with their firings, evidence and words, notices, deadlines and
 * proposed echoes. Belongs here: values and their deterministic ids. Does not belong here: alerts,
 * owners, routes.
 */
@NullMarked
package org.safeguardinghub.risk.policy.finding;

import org.jspecify.annotations.NullMarked;
