package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on a connection of its own. */
public final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private final DataSource source;

  public Transactions(DataSource source) {
    this.source = source;
  }

  /** Work on one connection. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Runs work in one transaction. */
  public <T> T in(Work<T> work) {
    return on(
        connection -> {
          connection.setAutoCommit(false);
          try {
            T result = work.on(connection);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          }
        });
  }

  /** Runs work that is one statement, which needs no trip to the database to end it. */
  public <T> T alone(Work<T> work) {
    return on(
        connection -> {
          connection.setAutoCommit(true);
          return work.on(connection);
        });
  }

  private <T> T on(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      // PostgreSQL's messages quote rows: only the state goes on.
      String state = e.getSQLState() == null ? "no state" : e.getSQLState();
      LOG.warn("the intake's database refused or did not answer: state {}", state);
      throw new StoreUnavailable(state);
    }
  }
}
