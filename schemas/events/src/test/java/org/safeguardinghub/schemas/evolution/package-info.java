/**
 * The gate that every change of a schema has to pass, and the proof that it refuses what it must.
 *
 * <p>Belongs here: rules over schema files, their committed history, golden bytes. Does not belong
 * here: a registry; the gate needs no server, so that it runs in every build.
 */
@NullMarked
package org.safeguardinghub.schemas.evolution;

import org.jspecify.annotations.NullMarked;
