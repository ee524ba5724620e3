/**
 * The intake: takes messages of a feed through the checks, records them and puts them on their
 * topics. Belongs here: what every connector does alike. Does not belong here: any agency's own
 * format, and HTTP.
 */
@NullMarked
package org.safeguardinghub.connectors.intake;

import org.jspecify.annotations.NullMarked;
