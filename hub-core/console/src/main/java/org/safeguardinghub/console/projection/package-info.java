/**
 * Follows the topics and keeps the console's rows; tells open pages that something changed.
 * Nothing\n * here is typed in by a person, so all of it can be rebuilt from the topics.
 */
@NullMarked
package org.safeguardinghub.console.projection;

import org.jspecify.annotations.NullMarked;
