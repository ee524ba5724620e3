package org.safeguardinghub.console.store;

import java.sql.SQLException;
import java.util.List;
import org.safeguardinghub.console.people.Directories.Change;

/** The versions of the lead directory, as text. A version is added and never altered. */
public final class PostgresDirectoryStore {
  private final Transactions transactions;

  public PostgresDirectoryStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A version as it is stored.
   *
   * @param taken whether the console has taken it over: audited and published
   */
  public record Stored(Change change, String content, boolean taken) {}

  /** The latest versions, newest first. */
  public List<Stored> latest(int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select version, actor, reason, at, content, taken_at from console.directory_version"
                    + " order by version desc limit ?",
                row ->
                    new Stored(
                        new Change(
                            row.getLong("version"),
                            row.getString("actor"),
                            row.getString("reason"),
                            Statements.instant(row, "at")),
                        row.getString("content"),
                        row.getObject("taken_at") != null),
                limit));
  }

  /** Number of the newest version; 0 where there is none. */
  public long newest() {
    return transactions.call(PostgresDirectoryStore::newest);
  }

  private static long newest(Statements sql) throws SQLException {
    return sql.one(
            "select coalesce(max(version), 0) from console.directory_version",
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** Adds the version after the expected one; false if there is one already. */
  public boolean add(long expected, String content, String actor, String reason) {
    return transactions.call(
        sql ->
            newest(sql) == expected
                && sql.update(
                        "insert into console.directory_version (version, content, actor, reason)"
                            + " values (?, ?, ?, ?) on conflict do nothing",
                        expected + 1,
                        content,
                        actor,
                        reason)
                    == 1);
  }

  /** Notes that the console has taken a version over. */
  public void taken(long version) {
    transactions.run(
        sql ->
            sql.update(
                "update console.directory_version set taken_at = now()"
                    + " where version = ? and taken_at is null",
                version));
  }
}
