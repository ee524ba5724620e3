@NullMarked
package org.safeguardinghub.connectors.health.fhir;

import org.jspecify.annotations.NullMarked;
