@NullMarked
package org.safeguardinghub.connectors.sftp;

import org.jspecify.annotations.NullMarked;
