package org.safeguardinghub.kernel.quarantine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.sealing.Sealed;

/** The desk in PostgreSQL, for roles that may read it and ask for a resubmission. */
public final class JdbcQuarantine implements QuarantineDesk {
  private static final String RECORD =
      """
      select r.receipt_id, r.feed, r.agency, r.connector, r.step, r.reason_code, r.explanation, r.pointer, r.handling,
        r.received_at, r.content is not null as kept, r.origin, r.became,
        exists (select 1 from quarantine.fix f where f.receipt_id = r.receipt_id and f.outcome is null) as busy
      from quarantine.record r
      """;

  private final DataSource source;

  public JdbcQuarantine(DataSource source) {
    this.source = source;
  }

  /** The database refused or did not answer. Only its state is kept: its words may hold a value. */
  public static final class DeskUnavailable extends RuntimeException {
    DeskUnavailable(@Nullable String state) {
      super("the quarantine's database did not answer, SQL state " + state);
    }
  }

  @Override
  public List<Quarantined> list(Filter filter) {
    return rows(
        RECORD
            + """
            where (?::text is null or r.agency = ?) and (?::text is null or r.feed = ?)
              and (?::timestamptz is null or r.received_at >= ?)
            order by r.received_at desc, r.receipt_id limit %d
            """
                .formatted(LIST_MAX),
        JdbcQuarantine::record,
        filter.agency().orElse(null),
        filter.agency().orElse(null),
        filter.feed().orElse(null),
        filter.feed().orElse(null),
        filter.since().map(Timestamp::from).orElse(null),
        filter.since().map(Timestamp::from).orElse(null));
  }

  @Override
  public Optional<Quarantined> find(String receiptId) {
    return rows(RECORD + "where r.receipt_id = ?", JdbcQuarantine::record, receiptId).stream()
        .findFirst();
  }

  @Override
  public Optional<Sealed> content(String receiptId) {
    return rows(
            "select content from quarantine.record where receipt_id = ? and content is not null",
            row -> QuarantineSeal.stored(receiptId, row.getBytes(1)),
            receiptId)
        .stream()
        .findFirst();
  }

  @Override
  public List<Fix> fixes(String receiptId) {
    return rows(
        """
        select fix_id, receipt_id, actor, asked_at, reason, outcome, result_receipt
        from quarantine.fix where receipt_id = ? order by asked_at, fix_id
        """,
        row ->
            new Fix(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                QuarantineSeal.stored(row.getString(1) + "/reason", row.getBytes(5)),
                text(row, "outcome").map(Fix.Outcome::valueOf),
                text(row, "result_receipt")),
        receiptId);
  }

  /** One statement: two who ask at once cannot both be taken. */
  @Override
  public Fix.Asked ask(
      String fixId, String receiptId, String actor, Sealed reason, Sealed content) {
    int added =
        update(
            """
            insert into quarantine.fix (fix_id, receipt_id, actor, reason, content)
            select ?, r.receipt_id, ?, ?, ? from quarantine.record r where r.receipt_id = ? and r.became is null
            on conflict do nothing
            """,
            fixId,
            actor,
            QuarantineSeal.bytes(reason),
            QuarantineSeal.bytes(content),
            receiptId);
    if (added == 1) {
      return Fix.Asked.ASKED;
    }
    if (fixes(receiptId).stream().anyMatch(fix -> fix.id().equals(fixId))) {
      return Fix.Asked.SAME;
    }
    return find(receiptId).filter(Quarantined::busy).isPresent() ? Fix.Asked.BUSY : Fix.Asked.DONE;
  }

  @Override
  public List<DayCount> day(LocalDate day) {
    return rows(
        "select * from intake.reconcile(?) order by feed",
        row ->
            new DayCount(
                row.getString("feed"),
                day,
                row.getLong("received"),
                row.getLong("accepted"),
                row.getLong("repeated"),
                row.getLong("refused"),
                row.getLong("accepted_kept"),
                row.getLong("refused_kept"),
                row.getLong("quarantined"),
                row.getLong("waiting"),
                row.getLong("resubmitted"),
                row.getLong("at_source"),
                row.getLong("attributed"),
                row.getLong("pending_identity"),
                row.getLong("under_way")),
        day);
  }

  /** Says what the command line is about to look into or change. */
  public void announce(String accessId, String actor, String action, String receiptId) {
    update(
        "insert into quarantine.access (access_id, actor, action, receipt_id) values (?, ?, ?, ?)",
        accessId,
        actor,
        action,
        receiptId);
  }

  /** Whether the console has put it on the access record. */
  public boolean recorded(String accessId) {
    return !rows(
            "select 1 from quarantine.access where access_id = ? and recorded_at is not null",
            row -> row.getInt(1),
            accessId)
        .isEmpty();
  }

  /** What the command line said and is not on the access record yet, oldest first. */
  public List<Announced> toRecord() {
    return rows(
        """
        select access_id, actor, action, receipt_id from quarantine.access
        where recorded_at is null order by asked_at limit 100
        """,
        row ->
            new Announced(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  /** It is on the access record. */
  public void putOnRecord(String accessId) {
    update("update quarantine.access set recorded_at = now() where access_id = ?", accessId);
  }

  /** Something that the command line is about to do. */
  public record Announced(String accessId, String actor, String action, String receiptId) {}

  private static Quarantined record(ResultSet row) throws SQLException {
    return new Quarantined(
        row.getString("receipt_id"),
        row.getString("feed"),
        row.getString("agency"),
        row.getString("connector"),
        new Quarantined.Reason(
            row.getString("step"),
            row.getString("reason_code"),
            row.getString("explanation"),
            text(row, "pointer")),
        text(row, "handling").map(HandlingClass::valueOf),
        row.getTimestamp("received_at").toInstant(),
        row.getBoolean("kept"),
        text(row, "origin"),
        text(row, "became"),
        row.getBoolean("busy"));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Row<T> form, @Nullable Object... values) {
    return on(
        sql,
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              rows.add(form.of(row));
            }
          }
          return rows;
        },
        values);
  }

  private int update(String sql, @Nullable Object... values) {
    return on(sql, PreparedStatement::executeUpdate, values);
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T on(String sql, Work<T> work, @Nullable Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return work.on(statement);
    } catch (SQLException e) {
      throw new DeskUnavailable(e.getSQLState());
    }
  }
}
