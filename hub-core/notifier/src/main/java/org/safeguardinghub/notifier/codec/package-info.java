/**
 * Avro records of the topics to this module's own types and back. The only package that sees them,
 * besides the Kafka edge that carries them.
 */
@NullMarked
package org.safeguardinghub.notifier.codec;

import org.jspecify.annotations.NullMarked;
