/**
 * The edge for files of people: CSV and its mapping in, clusters and figures out. Nothing else of
 * identity reads or writes files.
 */
@NullMarked
package org.safeguardinghub.risk.identity.file;

import org.jspecify.annotations.NullMarked;
