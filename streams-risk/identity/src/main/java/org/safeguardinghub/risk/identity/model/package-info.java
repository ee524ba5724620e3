/**
 * What agreements are worth: records as rows of forms, the parameters, their learning without
 * labels, and the score of a pair, field by field. Pure. Which pairs are looked at does not belong
 * here.
 */
@NullMarked
package org.safeguardinghub.risk.identity.model;

import org.jspecify.annotations.NullMarked;
