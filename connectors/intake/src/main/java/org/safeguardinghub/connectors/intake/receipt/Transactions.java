package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in one transaction. */
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

  public <T> T in(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      // PostgreSQL's messages quote rows: only the state goes on.
      String state = e.getSQLState() == null ? "no state" : e.getSQLState();
      LOG.warn("the intake's database refused or did not answer: state {}", state);
      throw new StoreUnavailable(state);
    }
  }
}
