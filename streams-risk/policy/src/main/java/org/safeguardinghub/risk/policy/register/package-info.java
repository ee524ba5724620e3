/**
 * What a policy says, for people: the register of its rules that a partnership can publish, and how
 * two versions differ. Made from the policy alone, so that it cannot say anything else.
 */
@NullMarked
package org.safeguardinghub.risk.policy.register;

import org.jspecify.annotations.NullMarked;
