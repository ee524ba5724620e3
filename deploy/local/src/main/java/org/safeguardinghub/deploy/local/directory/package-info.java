/**
 * The lead directory of a running hub, for the command line: read and add versions with a database
 * role that may do that and nothing else. What a directory means is the console's.
 */
@NullMarked
package org.safeguardinghub.deploy.local.directory;

import org.jspecify.annotations.NullMarked;
