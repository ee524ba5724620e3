@NullMarked
package org.safeguardinghub.deploy.local.command;

import org.jspecify.annotations.NullMarked;
