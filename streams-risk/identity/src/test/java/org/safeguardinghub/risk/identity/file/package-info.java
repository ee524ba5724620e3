@NullMarked
package org.safeguardinghub.risk.identity.file;

import org.jspecify.annotations.NullMarked;
