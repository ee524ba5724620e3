/**
 * The stored form of the domain: Avro serdes as every app uses them, and the translation of values
 * that several apps share. The mapping of one record that one app owns lives in that app, in a
 * class named {@code *Codec}.
 */
@NullMarked
package org.safeguardinghub.kernel.codec;

import org.jspecify.annotations.NullMarked;
