package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL that this process brings up: durable (`fsync` on, data checksums), reached by
/// password over the loopback address only, its files under one folder.
///
/// It is a process of its own and outlives a killed JVM on purpose: nothing acknowledged is lost,
/// and the next `start` on the same folder takes it over as it runs.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final Postmaster postmaster;
  private final PostmasterFile running;
  private final KeptPasswords passwords;
  private final FileChannel lock;
  private final boolean adopted;

  private EmbeddedPostgres(
      Postmaster postmaster,
      PostmasterFile running,
      KeptPasswords passwords,
      FileChannel lock,
      boolean adopted) {
    this.postmaster = postmaster;
    this.running = running;
    this.passwords = passwords;
    this.lock = lock;
    this.adopted = adopted;
  }

  /// As `start(home, 0)`.
  public static EmbeddedPostgres start(Path home) {
    return start(home, 0);
  }

  /// Returns when it accepts connections. The first start on `home` also makes the cluster.
  ///
  /// @param port 0 for any free one; a server that is taken over keeps the port it has
  /// @throws StorageUnavailable when the folder or the port cannot be used, saying which and why
  public static EmbeddedPostgres start(Path home, int port) {
    var place = new PostgresHome(home);
    var lock = place.lock();
    try {
      var passwords = KeptPasswords.at(place.passwords());
      var postmaster = Postmaster.of(place);
      var earlier = postmaster.running();
      if (earlier.isPresent()) {
        LOG.info("taking over the PostgreSQL that runs as process {}", earlier.get().pid());
        var ready = postmaster.awaitReady(earlier.get().pid());
        return new EmbeddedPostgres(postmaster, ready, passwords, lock, true);
      }
      postmaster.makeClusterUnlessThere(passwords.superuser());
      return new EmbeddedPostgres(postmaster, postmaster.start(port), passwords, lock, false);
    } catch (RuntimeException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  /// How to reach the server's database in a PostgreSQL that another process has brought up on
  /// `home`; empty when none accepts connections there.
  static Optional<Access> runningElsewhere(Path home) {
    var place = new PostgresHome(home);
    return PostmasterFile.read(place.data())
        .filter(PostmasterFile::ready)
        .map(
            running -> {
              var passwords = KeptPasswords.at(place.passwords());
              var url =
                  "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + EmbeddedDatabase.NAME;
              return new Access(url, passwords.owner(), passwords.app());
            });
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + database;
  }

  public int port() {
    return running.port();
  }

  public long pid() {
    return running.pid();
  }

  /// Whether it ran already when this process came.
  public boolean adopted() {
    return adopted;
  }

  /// Of role `postgres`: for maintenance, never for the server's own work.
  /// Of the role that owns and migrates the tables.
  public Secret ownerPassword() {
    return passwords.owner();
  }

  /// Of the role that a server works as.
  public Secret appPassword() {
    return passwords.app();
  }

  public Secret superuserPassword() {
    return passwords.superuser();
  }

  KeptPasswords passwords() {
    return passwords;
  }

  /// Ends open connections, writes a checkpoint, stops. Safe to repeat.
  @Override
  public void close() {
    if (lock.isOpen()) {
      postmaster.stop(running.pid());
      closeQuietly(lock);
    }
  }

  /// As if this JVM had been killed: lets go and leaves PostgreSQL running.
  void abandon() {
    closeQuietly(lock);
  }

  private static void closeQuietly(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
