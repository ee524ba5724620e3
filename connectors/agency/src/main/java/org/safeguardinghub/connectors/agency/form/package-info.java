/**
 * Mappings of agencies without a connector of their own. Belongs here: the list of those that are
 * shipped. Does not belong here: what a mapping is; folders and sending.
 */
@NullMarked
package org.safeguardinghub.connectors.agency.form;

import org.jspecify.annotations.NullMarked;
