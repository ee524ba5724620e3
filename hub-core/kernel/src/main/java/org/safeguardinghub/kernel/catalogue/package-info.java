/**
 * The language of events: their types, the attributes that each may carry, the origin families and
 * the named sets of types. Belongs here: reading and checking that reference data. Does not belong
 * here: patterns, clocks and routes (policy), the envelope and its checks (intake), and who may see
 * what (sharing rules).
 */
@NullMarked
package org.safeguardinghub.kernel.catalogue;

import org.jspecify.annotations.NullMarked;
