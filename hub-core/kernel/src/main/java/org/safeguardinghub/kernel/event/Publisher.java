package org.safeguardinghub.kernel.event;

import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * Who published an event: an organisation, never a person.
 *
 * @param agency the onboarded organisation's code, for example {@code fablewick-police}
 * @param family the origin family of the event's type, by which patterns count independent voices
 */
public record Publisher(String agency, OriginFamily family) {}
