package org.safeguardinghub.connectors.form;

/**
 * One item of what came in and what is to be done with it.
 *
 * @param place where it stands, for people
 */
public record Item(Place place, Fate fate) {}
