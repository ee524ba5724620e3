package org.safeguardinghub.risk.identity;

/**
 * One field of the claims against what is held of a child. Says how, never what.
 *
 * @param field the field's name as senders know it
 * @param outcome how it compared
 */
public record Comparison(String field, FieldOutcome outcome) {}
