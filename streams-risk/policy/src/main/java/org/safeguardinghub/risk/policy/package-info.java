/**
 * The pure core of risk detection: {@link org.safeguardinghub.risk.policy.RiskPolicy#fold} takes a
 * subject's state and one input and answers with the new state and decisions. The topology, the
 * replay and the tests call the same method. Belongs here: that step and its values. Does not
 * belong here: Kafka, stored forms, clocks, logging, randomness.
 */
@NullMarked
package org.safeguardinghub.risk.policy;

import org.jspecify.annotations.NullMarked;
