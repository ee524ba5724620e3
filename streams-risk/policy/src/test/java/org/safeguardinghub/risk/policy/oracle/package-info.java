/**
 * A second, deliberately naive implementation of the patterns, written from the words of the domain
 * reference (4.2, 5.1, 5.2) and of the choices in this module's README. It shares nothing with the
 * evaluator but the events themselves and the event catalogue, states its own constants, and scans
 * everything again for every question. Where the two disagree about a generated child, one of them
 * misreads the words.
 */
@NullMarked
package org.safeguardinghub.risk.policy.oracle;

import org.jspecify.annotations.NullMarked;
