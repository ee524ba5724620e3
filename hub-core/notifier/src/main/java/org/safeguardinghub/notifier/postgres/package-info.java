/**
 * Deliveries kept in PostgreSQL. SQL only: what follows from an answer is decided in the delivery
 * package.
 */
@NullMarked
package org.safeguardinghub.notifier.postgres;

import org.jspecify.annotations.NullMarked;
