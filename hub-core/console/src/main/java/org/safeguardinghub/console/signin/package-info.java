/**
 * Who may open the console: passwords, sessions, the lock after repeated failures. Pure but for
 * the\n * random source and the clock that are handed in; no HTTP and no SQL.
 */
@NullMarked
package org.safeguardinghub.console.signin;

import org.jspecify.annotations.NullMarked;
