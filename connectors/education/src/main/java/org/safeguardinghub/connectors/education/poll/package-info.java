/**
 * Asks an attendance system for its marks, page by page. Belongs here: asking, waiting and the
 * checkpoint. Does not belong here: what a mark means.
 */
@NullMarked
package org.safeguardinghub.connectors.education.poll;

import org.jspecify.annotations.NullMarked;
