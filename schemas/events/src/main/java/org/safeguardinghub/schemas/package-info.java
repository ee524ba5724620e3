/**
 * The Avro records of the hub's topics, generated from {@code src/main/avro}, and the one class
 * that makes Avro trust them.
 *
 * <p>Belongs here: generated records and enums, {@link org.safeguardinghub.schemas.TrustedSchemas}.
 * Does not belong here: domain types, mapping, validation; the kernel's codec turns these records
 * into the domain's language and nobody else should touch them.
 *
 * <p>The package is not null-marked, because the generated builders take null for every nullable
 * field and the generator cannot say so; hand-written classes mark themselves.
 */
@NullUnmarked
package org.safeguardinghub.schemas;

import org.jspecify.annotations.NullUnmarked;
