/** The server's process: settings, start and stop. Nothing here decides anything. */
@NullMarked
package org.safeguardinghub.connectors.sftp.app;

import org.jspecify.annotations.NullMarked;
