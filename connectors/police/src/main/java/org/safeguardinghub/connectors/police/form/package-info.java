/**
 * The form in which police forces send reports. Belongs here: the mapping and its schemas. Does not
 * belong here: what a mapping is; folders and sending.
 */
@NullMarked
package org.safeguardinghub.connectors.police.form;

import org.jspecify.annotations.NullMarked;
