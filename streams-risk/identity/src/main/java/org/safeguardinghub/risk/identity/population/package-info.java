/**
 * Invented children of an England-like place with what agencies write of them, truth included: for
 * tests and measurements. Pure: the same seed gives the same rows. Here is no file format and
 * nothing that matches.
 */
@NullMarked
package org.safeguardinghub.risk.identity.population;

import org.jspecify.annotations.NullMarked;
