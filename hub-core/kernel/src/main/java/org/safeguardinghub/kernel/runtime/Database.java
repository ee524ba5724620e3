package org.safeguardinghub.kernel.runtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The app's connection pool. */
public final class Database {
  private Database() {}

  public static HikariDataSource open(AppSettings settings, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(settings.text("hub.app"));
    config.setJdbcUrl(settings.text("db.url"));
    config.setUsername(settings.text("db.user"));
    config.setPassword(settings.text("db.password"));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    // An app says soon that its database is away, instead of holding a caller for half a minute.
    config.setConnectionTimeout(2000);
    config.setInitializationFailTimeout(30_000);
    return new HikariDataSource(config);
  }
}
