package org.safeguardinghub.console.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs work in one transaction: all of it happens or none. */
public sealed class Transactions permits Transactions.Part {
  private final DataSource database;

  public Transactions(DataSource database) {
    this.database = database;
  }

  /** Work on one connection. */
  public interface Work<T> {
    T on(Statements statements) throws SQLException;
  }

  /** Work without a result. */
  public interface Change {
    void on(Statements statements) throws SQLException;
  }

  public <T> T call(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(new Statements(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** Runs work whose every transaction is a part of this one. */
  public <T> T together(Function<Transactions, T> work) {
    return call(sql -> work.apply(new Part(database, sql)));
  }

  /** What runs within a transaction that somebody else has begun and ends. */
  static final class Part extends Transactions {
    private final Statements statements;

    Part(DataSource database, Statements statements) {
      super(database);
      this.statements = statements;
    }

    @Override
    public <T> T call(Work<T> work) {
      try {
        return work.on(statements);
      } catch (SQLException e) {
        throw new StoreFailure(e);
      }
    }
  }

  public void run(Change change) {
    call(
        statements -> {
          change.on(statements);
          return true;
        });
  }

  /**
   * The database did not do it. Only the SQL state is kept: the server's own message may hold a
   * value.
   */
  public static final class StoreFailure extends RuntimeException {
    StoreFailure(SQLException cause) {
      super("the database refused, SQL state " + cause.getSQLState());
      setStackTrace(cause.getStackTrace());
    }
  }
}
