package org.safeguardinghub.console.store;

import static org.safeguardinghub.console.store.Statements.instant;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.console.referral.Kept;
import org.safeguardinghub.console.referral.ReferralStore;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Referrals in PostgreSQL: what they say is sealed, and gone once the intake has it. */
public final class PostgresReferralStore implements ReferralStore {
  private static final String WAITING = "WAITING";
  private static final String RECEIVED = "RECEIVED";
  private static final String REFUSED = "REFUSED";

  private final Transactions transactions;

  public PostgresReferralStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean keep(Kept referral) {
    return transactions.call(
            sql ->
                sql.update(
                    "insert into console.referral (referral_id, agency, person_id, made_at, attempt,"
                        + " type, state, key_ref, sealed_for, content) values"
                        + " (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?) on conflict do nothing",
                    referral.id(),
                    referral.agency(),
                    referral.personId(),
                    referral.madeAt(),
                    referral.attempt(),
                    referral.type(),
                    keyRef(referral),
                    sealedFor(referral),
                    bytes(referral)))
        > 0;
  }

  @Override
  public boolean replace(Kept before, Kept next) {
    Optional<IntakeDoor.Refusal> refusal = refusal(next);
    return transactions.call(
            sql ->
                sql.update(
                    "update console.referral set attempt = ?, type = ?, state = ?, key_ref = ?,"
                        + " sealed_for = ?, content = ?, receipt_id = ?, step = ?, reason_code = ?,"
                        + " pointer = ?, explanation = ?"
                        + " where referral_id = ? and attempt = ? and state = ?",
                    next.attempt(),
                    next.type(),
                    state(next),
                    keyRef(next),
                    sealedFor(next),
                    bytes(next),
                    receipt(next),
                    refusal.map(IntakeDoor.Refusal::step).orElse(null),
                    refusal.map(IntakeDoor.Refusal::reasonCode).orElse(null),
                    refusal.map(IntakeDoor.Refusal::pointer).orElse(null),
                    refusal.map(IntakeDoor.Refusal::explanation).orElse(null),
                    before.id(),
                    before.attempt(),
                    state(before)))
        > 0;
  }

  @Override
  public Optional<Kept> find(String id, String personId) {
    return transactions.call(
        sql ->
            sql.one(
                "select * from console.referral where referral_id = ? and person_id = ?",
                PostgresReferralStore::row,
                id,
                personId));
  }

  @Override
  public List<Kept> of(String personId, int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select * from console.referral where person_id = ?"
                    + " order by made_at desc, referral_id limit ?",
                PostgresReferralStore::row,
                personId,
                limit));
  }

  @Override
  public List<Kept> waiting(int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select * from console.referral where state = 'WAITING'"
                    + " order by made_at, referral_id limit ?",
                PostgresReferralStore::row,
                limit));
  }

  private static Kept row(ResultSet row) throws SQLException {
    Optional<byte[]> content = Optional.ofNullable(row.getBytes("content"));
    Optional<Sealed> sealed =
        content.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Sealed(
                    row.getString("key_ref"),
                    row.getString("sealed_for"),
                    ByteBuffer.wrap(content.get())));
    return new Kept(
        row.getString("referral_id"),
        row.getString("agency"),
        row.getString("person_id"),
        instant(row, "made_at"),
        row.getInt("attempt"),
        row.getString("type"),
        sealed,
        status(row));
  }

  private static Kept.Status status(ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case WAITING -> new Kept.Status.Waiting();
      case RECEIVED -> new Kept.Status.Received(row.getString("receipt_id"));
      case REFUSED ->
          new Kept.Status.Refused(
              new IntakeDoor.Refusal(
                  row.getString("receipt_id"),
                  row.getString("step"),
                  row.getString("reason_code"),
                  row.getString("pointer"),
                  row.getString("explanation")));
      case String other -> throw new IllegalStateException("a referral in the state " + other);
    };
  }

  private static String state(Kept referral) {
    return switch (referral.status()) {
      case Kept.Status.Waiting _ -> WAITING;
      case Kept.Status.Received _ -> RECEIVED;
      case Kept.Status.Refused _ -> REFUSED;
    };
  }

  private static @Nullable String receipt(Kept referral) {
    return switch (referral.status()) {
      case Kept.Status.Waiting _ -> null;
      case Kept.Status.Received(String receiptId) -> receiptId;
      case Kept.Status.Refused(IntakeDoor.Refusal refusal) -> refusal.receiptId();
    };
  }

  private static Optional<IntakeDoor.Refusal> refusal(Kept referral) {
    return referral.status() instanceof Kept.Status.Refused(IntakeDoor.Refusal refusal)
        ? Optional.of(refusal)
        : Optional.empty();
  }

  private static @Nullable String keyRef(Kept referral) {
    return referral.content().map(Sealed::keyRef).orElse(null);
  }

  private static @Nullable String sealedFor(Kept referral) {
    return referral.content().map(Sealed::associatedId).orElse(null);
  }

  private static @Nullable Object bytes(Kept referral) {
    return referral.content().map(PostgresReferralStore::copyOf).orElse(null);
  }

  private static byte[] copyOf(Sealed sealed) {
    ByteBuffer copy = sealed.ciphertext().duplicate();
    byte[] bytes = new byte[copy.remaining()];
    copy.get(bytes);
    return bytes;
  }
}
