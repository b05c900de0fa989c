package dev.frontdesk.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.frontdesk.vocabulary.Secret;
import java.time.Duration;

/// How to reach one database in its two roles.
record Access(String jdbcUrl, Secret ownerPassword, Secret appPassword) {
  /// Owns and migrates the tables; the server never works as it.
  static final String OWNER = "frontdesk_owner";

  /// Owns nothing and sees only the rows of the organisation that its transaction has named.
  static final String APP = "frontdesk_app";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  HikariDataSource poolForApp(int connections) {
    var config = new HikariConfig();
    config.setPoolName("frontdesk");
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(APP);
    config.setPassword(appPassword.reveal());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(2, connections));
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    config.setAutoCommit(true);
    config.addDataSourceProperty("ApplicationName", "frontdesk");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes rows
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StorageUnavailable("cannot connect to " + jdbcUrl + " as " + APP, e);
    }
  }
}
