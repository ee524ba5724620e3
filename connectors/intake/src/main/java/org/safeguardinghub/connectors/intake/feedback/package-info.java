/**
 * Tells an agency that wants it, by a signed webhook, that what became of one of its receipts has
 * changed. What has become of it is not here: the agency asks its receipt. Which receipts are to be
 * told of is decided where answers are kept.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.feedback;

import org.jspecify.annotations.NullMarked;
