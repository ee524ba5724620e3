package org.safeguardinghub.risk.identity.model;

import java.util.stream.IntStream;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * What stands before any weighing: a sound national identifier that both records have says one
 * person if the given name or the date of birth agrees, and is never enough by itself if both
 * disagree (a mother's number on a baby's record, a slip that passes the check).
 */
final class IdentifierRules {
  private static final double CERTAIN = 20;
  private static final double QUESTION = -1;

  private final int[] identifiers;
  private final int[] own;

  IdentifierRules(PersonTable table) {
    this.identifiers = fields(table, Kind.NHS_NUMBER, Kind.UPN);
    this.own = fields(table, Kind.GIVEN_NAME, Kind.BIRTH_DATE);
  }

  private static int[] fields(PersonTable table, Kind one, Kind other) {
    return IntStream.range(0, table.fields().size())
        .filter(f -> table.fields().get(f).kind() == one || table.fields().get(f).kind() == other)
        .toArray();
  }

  /** The bits of a pair after the rules, given its answers and what was weighed. */
  double ruled(double bits, byte[] answers) {
    for (int identifier : identifiers) {
      if (answers[identifier] == Agreement.EXACT.code()) {
        int agreeing = 0;
        int differing = 0;
        for (int field : own) {
          boolean different = answers[field] == Agreement.DIFFERENT.code();
          differing += different ? 1 : 0;
          agreeing += answers[field] != PairComparator.NONE && !different ? 1 : 0;
        }
        if (agreeing > 0) {
          return Math.max(bits, CERTAIN);
        }
        return differing > 1 ? Math.min(bits, QUESTION) : bits;
      }
    }
    return bits;
  }
}
