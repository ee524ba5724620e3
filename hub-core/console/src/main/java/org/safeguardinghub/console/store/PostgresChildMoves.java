package org.safeguardinghub.console.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.people.ChildMoves;

/** Reads the projection of the identity ledger. */
public final class PostgresChildMoves implements ChildMoves {
  private final Transactions transactions;
  private final StoredValues values;

  public PostgresChildMoves(Transactions transactions, StoredValues values) {
    this.transactions = transactions;
    this.values = values;
  }

  @Override
  public List<Move> unfollowed() {
    return transactions
        .call(
            sql ->
                sql.query(
                    "select value from console.identity_decision d where decided_by <> 'hub'"
                        + " and not exists (select 1 from console.child_move_followed f"
                        + " where f.decision_id = d.decision_id) order by decided_at, decision_id",
                    row -> values.decision(row.getBytes(1), false, false)))
        .stream()
        .flatMap(this::move)
        .toList();
  }

  /** What moves nobody is noted at once, so that it is not looked at again. */
  private Stream<Move> move(LedgerLine line) {
    Optional<Move> move =
        line.otherChildRef()
            .flatMap(
                other ->
                    switch (line.kind()) {
                      case "MERGED" -> Optional.of(move(line, other, line.childRef()));
                      case "SPLIT" -> Optional.of(move(line, line.childRef(), other));
                      default -> Optional.empty();
                    });
    if (move.isEmpty()) {
      noted(line.decisionId());
    }
    return move.stream();
  }

  private static Move move(LedgerLine line, String from, String to) {
    return new Move(line.decisionId(), from, to, line.decidedBy());
  }

  @Override
  public void followed(Move move) {
    noted(move.decisionId());
  }

  private void noted(String decisionId) {
    transactions.run(
        sql ->
            sql.update(
                "insert into console.child_move_followed (decision_id) values (?)"
                    + " on conflict do nothing",
                decisionId));
  }
}
