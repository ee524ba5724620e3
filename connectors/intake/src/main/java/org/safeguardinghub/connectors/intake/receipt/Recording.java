package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One transaction's recording of messages. */
final class Recording {
  /** Receipts that are new, and in the outbox what is to be published of them. */
  private static final String INSERT =
      """
      with fresh as (
        insert into intake.receipt (receipt_id, feed, connector, event_id, content_hash, idempotency_key, refused,
          step, reason_code, explanation, pointer, subject_count, handling, received_at, record_id, revision, origin)
        select r.receipt_id, r.feed, r.connector, r.event_id, r.content_hash, r.idempotency_key, r.step is not null,
          r.step, r.reason_code, r.explanation, r.pointer, r.subject_count, r.handling, r.received_at, r.record_id,
          r.revision, r.origin
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::integer[], ?::text[], ?::timestamptz[], ?::text[], ?::integer[], ?::text[])
          as r (receipt_id, feed, connector, event_id, content_hash, idempotency_key, step, reason_code, explanation,
            pointer, subject_count, handling, received_at, record_id, revision, origin)
        on conflict do nothing
        returning receipt_id),
      parcel as (
        insert into intake.outbox (parcel, connector, receipts, content)
        select ?, ?, array_agg(receipt_id), ? from fresh having count(*) > 0)
      select receipt_id from fresh
      """;

  private final Connection connection;

  Recording(Connection connection) {
    this.connection = connection;
  }

  List<Recorded> record(List<NewReceipt> receipts, Parcel parcel) throws SQLException {
    Map<String, NewReceipt> distinct = new LinkedHashMap<>();
    receipts.forEach(receipt -> distinct.putIfAbsent(receipt.receiptId(), receipt));
    Set<String> inserted = insert(List.copyOf(distinct.values()), parcel);
    List<NewReceipt> fresh =
        distinct.values().stream()
            .filter(receipt -> inserted.contains(receipt.receiptId()))
            .toList();
    new Quarantining(connection).keep(fresh);
    List<String> known = distinct.keySet().stream().filter(id -> !inserted.contains(id)).toList();
    Map<String, String> contents = contents(known);
    List<Recorded> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NewReceipt receipt : receipts) {
      String id = receipt.receiptId();
      if (inserted.contains(id) && seen.add(id)) {
        found.add(new Recorded.First());
      } else {
        String content = inserted.contains(id) ? contentOf(distinct, id) : contents.get(id);
        found.add(judge(receipt, content));
      }
    }
    new Counting(connection).count(receipts, found);
    return found;
  }

  private static String contentOf(Map<String, NewReceipt> distinct, String id) {
    NewReceipt first = distinct.get(id);
    return first == null ? "" : first.contentHash();
  }

  /** Without a receipt of its own id it was the key that stood in the way. */
  private static Recorded judge(NewReceipt receipt, @Nullable String content) {
    if (content == null) {
      return new Recorded.KeyReused();
    }
    return content.equals(receipt.contentHash()) ? new Recorded.Again() : new Recorded.IdReused();
  }

  private Set<String> insert(List<NewReceipt> receipts, Parcel parcel) throws SQLException {
    // Always in one order: two connectors that record the same events must not wait for each other.
    List<NewReceipt> ordered =
        receipts.stream().sorted(Comparator.comparing(NewReceipt::receiptId)).toList();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setArray(1, texts(ordered, NewReceipt::receiptId));
      statement.setArray(2, texts(ordered, NewReceipt::feed));
      statement.setArray(3, texts(ordered, NewReceipt::connector));
      statement.setArray(4, texts(ordered, r -> r.eventId().orElse(null)));
      statement.setArray(5, texts(ordered, NewReceipt::contentHash));
      statement.setArray(6, texts(ordered, r -> r.idempotencyKey().orElse(null)));
      statement.setArray(
          7, texts(ordered, r -> r.refusal().map(refusal -> refusal.step().name()).orElse(null)));
      statement.setArray(
          8, texts(ordered, r -> r.refusal().map(refusal -> refusal.reasonCode()).orElse(null)));
      statement.setArray(
          9, texts(ordered, r -> r.refusal().map(refusal -> refusal.explanation()).orElse(null)));
      statement.setArray(
          10, texts(ordered, r -> r.refusal().flatMap(refusal -> refusal.pointer()).orElse(null)));
      statement.setArray(11, array("integer", ordered, NewReceipt::subjectCount));
      statement.setArray(12, texts(ordered, r -> r.handling().map(Enum::name).orElse(null)));
      statement.setArray(13, array("timestamptz", ordered, r -> Timestamp.from(r.receivedAt())));
      statement.setArray(
          14, texts(ordered, r -> r.revision().map(Revision::recordId).orElse(null)));
      statement.setArray(
          15, array("integer", ordered, r -> r.revision().map(Revision::number).orElse(null)));
      statement.setArray(16, texts(ordered, r -> r.origin().orElse(null)));
      statement.setString(17, parcel.id());
      statement.setString(18, receipts.getFirst().connector());
      statement.setBytes(19, parcel.content().ciphertext());
      Set<String> inserted = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          inserted.add(row.getString(1));
        }
      }
      return inserted;
    }
  }

  private Map<String, String> contents(List<String> receiptIds) throws SQLException {
    Map<String, String> contents = new HashMap<>();
    if (receiptIds.isEmpty()) {
      return contents;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select receipt_id, content_hash from intake.receipt where receipt_id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("text", receiptIds.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          contents.put(row.getString(1), row.getString(2));
        }
      }
    }
    return contents;
  }

  private Array texts(List<NewReceipt> receipts, Function<NewReceipt, @Nullable String> value)
      throws SQLException {
    return array("text", receipts, value);
  }

  private <T extends @Nullable Object> Array array(
      String type, List<NewReceipt> receipts, Function<NewReceipt, T> value) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[receipts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(receipts.get(i));
    }
    return connection.createArrayOf(type, values);
  }
}
