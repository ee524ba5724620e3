/** FHIR resources and bundles (STU3, R4, R4B; JSON and XML) and what each becomes. */
@NullMarked
package org.safeguardinghub.connectors.health.fhir;

import org.jspecify.annotations.NullMarked;
