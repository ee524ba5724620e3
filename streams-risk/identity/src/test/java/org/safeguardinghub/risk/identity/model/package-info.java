@NullMarked
package org.safeguardinghub.risk.identity.model;

import org.jspecify.annotations.NullMarked;
