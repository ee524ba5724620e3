/**
 * Takes in what the systems of the NHS send: FHIR resources and bundles, HL7 version 2 messages
 * over MLLP, and files of emergency care. Each becomes events of the catalogue by reviewed tables,
 * or is told why not. The checks of a concern, receipts and Kafka belong to {@code
 * connectors.intake}.
 */
@NullMarked
package org.safeguardinghub.connectors.health;

import org.jspecify.annotations.NullMarked;
