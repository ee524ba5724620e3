package org.safeguardinghub.risk.identity;

/**
 * One field of the claims against what is held of a child. Says how, never what.
 *
 * @param field the field's name as senders know it
 * @param outcome how it compared
 * @param how the same in plain words; empty where one of the two is missing
 * @param bits what it weighs for one person; below 0 against
 */
public record Comparison(String field, FieldOutcome outcome, String how, double bits) {
  /** A comparison that was not weighed: a rule goes by it as it is. */
  static Comparison of(String field, FieldOutcome outcome) {
    return new Comparison(field, outcome, outcome == FieldOutcome.AGREE ? "the same" : "", 0);
  }
}
