package org.safeguardinghub.console.people;

/** An organisation that takes part: its code in events and its name. */
public record Agency(String code, String name) {}
