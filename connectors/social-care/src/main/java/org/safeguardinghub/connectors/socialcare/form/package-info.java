/**
 * The statutory forms of children's social care. Belongs here: workbooks, and the list of mappings
 * that are shipped. Does not belong here: folders and sending; what a mapping is.
 */
@NullMarked
package org.safeguardinghub.connectors.socialcare.form;

import org.jspecify.annotations.NullMarked;
