package org.safeguardinghub.console.store;

import static org.safeguardinghub.console.store.Statements.instant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.console.signin.Account;
import org.safeguardinghub.console.signin.Session;
import org.safeguardinghub.console.signin.SignInStore;

/** Accounts, sessions and failures in PostgreSQL. */
public final class PostgresSignInStore implements SignInStore {
  private final Transactions transactions;

  public PostgresSignInStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Set<String> users() {
    return transactions.call(
        sql ->
            Set.copyOf(
                sql.query("select user_name from console.account", row -> row.getString(1))));
  }

  @Override
  public void addAccounts(List<Account> accounts, Runnable before) {
    transactions.run(
        sql -> {
          for (Account account : accounts) {
            sql.update(
                "insert into console.account (user_name, person_id, password_hash) values (?, ?, ?)",
                account.user(),
                account.personId(),
                account.passwordHash());
          }
          before.run();
        });
  }

  @Override
  public Optional<Account> account(String user) {
    return transactions.call(
        sql ->
            sql.one(
                "select user_name, person_id, password_hash from console.account where user_name = ?",
                row -> new Account(row.getString(1), row.getString(2), row.getString(3)),
                user));
  }

  @Override
  public void addSession(Session session) {
    transactions.run(
        sql ->
            sql.update(
                "insert into console.session (id_hash, person_id, csrf_token, created_at, seen_at)"
                    + " values (?, ?, ?, ?, ?)",
                session.idHash(),
                session.personId(),
                session.csrfToken(),
                session.createdAt(),
                session.seenAt()));
  }

  @Override
  public Optional<Session> session(String idHash) {
    return transactions.call(
        sql ->
            sql.one(
                "select * from console.session where id_hash = ?",
                row ->
                    new Session(
                        row.getString("id_hash"),
                        row.getString("person_id"),
                        row.getString("csrf_token"),
                        instant(row, "created_at"),
                        instant(row, "seen_at")),
                idHash));
  }

  @Override
  public void touch(String idHash, Instant seenAt) {
    transactions.run(
        sql ->
            sql.update("update console.session set seen_at = ? where id_hash = ?", seenAt, idHash));
  }

  @Override
  public void endSession(String idHash) {
    transactions.run(sql -> sql.update("delete from console.session where id_hash = ?", idHash));
  }

  @Override
  public void removeSessionsBefore(Instant seenBefore, Instant createdBefore) {
    transactions.run(
        sql ->
            sql.update(
                "delete from console.session where seen_at <= ? or created_at <= ?",
                seenBefore,
                createdBefore));
  }

  @Override
  public Optional<Failures> failures(String nameDigest) {
    return transactions.call(
        sql ->
            sql.one(
                "select failures, last_at from console.sign_in_failure where name_digest = ?",
                row -> new Failures(row.getInt("failures"), instant(row, "last_at")),
                nameDigest));
  }

  @Override
  public void saveFailures(String nameDigest, Failures failures) {
    transactions.run(
        sql ->
            sql.update(
                "insert into console.sign_in_failure (name_digest, failures, last_at) values (?, ?, ?)"
                    + " on conflict (name_digest) do update"
                    + " set failures = excluded.failures, last_at = excluded.last_at",
                nameDigest,
                failures.count(),
                failures.lastAt()));
  }

  @Override
  public void clearFailures(String nameDigest) {
    transactions.run(
        sql -> sql.update("delete from console.sign_in_failure where name_digest = ?", nameDigest));
  }
}
