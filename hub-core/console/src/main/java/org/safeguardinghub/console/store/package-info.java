/**
 * The PostgreSQL side of the console: sign-in, the projection, actions. SQL belongs here, rules
 * do\n * not.
 */
@NullMarked
package org.safeguardinghub.console.store;

import org.jspecify.annotations.NullMarked;
