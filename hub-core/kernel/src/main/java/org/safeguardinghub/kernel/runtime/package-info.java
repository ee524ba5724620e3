/**
 * What every app needs at its edge: its settings file, Kafka client settings, the clock, the sign
 * that it is ready. Nothing of a domain decision, and no main.
 */
@NullMarked
package org.safeguardinghub.kernel.runtime;

import org.jspecify.annotations.NullMarked;
