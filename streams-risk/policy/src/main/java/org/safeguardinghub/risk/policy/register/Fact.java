package org.safeguardinghub.risk.policy.register;

/**
 * One value of a rule, in words.
 *
 * @param name for example "window days"
 * @param value for example "90"
 */
public record Fact(String name, String value) {}
