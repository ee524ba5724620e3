/**
 * The SFTP server: an agency signs in with its own key and sees its own folders, nothing else.
 * Belongs here: who is let in, what may be done in a folder, when a file is handed over. Does not
 * belong here: what a file means, and the taking of files, which is the drop folder's.
 */
@NullMarked
package org.safeguardinghub.connectors.sftp;

import org.jspecify.annotations.NullMarked;
