/**
 * The form by which a provider without a system of its own reports a concern, and what becomes of
 * it. Belongs here: the form, its message, keeping it until the intake has it, its receipt. Does
 * not belong here: any check of the intake, which alone decides what is taken in.
 */
@NullMarked
package org.safeguardinghub.console.referral;

import org.jspecify.annotations.NullMarked;
