package org.safeguardinghub.connectors.health.fhir;

/** Why something cannot be read. Neither part repeats anything of it. */
record Fault(String reasonCode, String whatToDo) {}
