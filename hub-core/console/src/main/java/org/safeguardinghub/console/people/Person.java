package org.safeguardinghub.console.people;

/**
 * A professional.
 *
 * @param id opaque person id, as in topics
 * @param user name to sign in with
 * @param name name to show to other professionals
 */
public record Person(String id, String user, String name) {}
