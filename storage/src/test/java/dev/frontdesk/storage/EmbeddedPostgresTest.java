package dev.frontdesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path folder;

  /// Unpacking is most of a first start, and the same each time.
  @BeforeEach
  void share_the_unpacked_binaries() throws IOException {
    var shared = Path.of("target/storage/postgres-bin").toAbsolutePath();
    Files.createDirectories(shared);
    Files.createSymbolicLink(folder.resolve("postgres-bin"), shared);
  }

  @Test
  void it_is_durable_speaks_only_to_this_machine_and_asks_for_a_password() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder);
        var connection = connect(postgres, postgres.superuserPassword().reveal())) {
      assertThat(setting(connection, "fsync")).isEqualTo("on");
      assertThat(setting(connection, "data_checksums")).isEqualTo("on");
      assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(connection, "server_version")).startsWith(PostgresSettings.MAJOR_VERSION);
      assertThatThrownBy(() -> connect(postgres, "wrong")).hasMessageContaining("authentication");
      assertThat(PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve("postgres.passwords"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void what_was_committed_is_there_after_a_stop_and_a_start() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder)) {
      run(postgres, "create table kept (n int)");
      run(postgres, "insert into kept values (42)");
    }
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(postgres.adopted()).isFalse();
      assertThat(number(postgres, "select n from kept")).isEqualTo(42);
    }
  }

  @Test
  void a_server_that_outlived_its_jvm_is_taken_over_as_it_runs() throws Exception {
    var earlier = EmbeddedPostgres.start(folder);
    run(earlier, "create table kept (n int)");
    earlier.abandon();

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(postgres.adopted()).isTrue();
      assertThat(postgres.pid()).isEqualTo(earlier.pid());
      assertThat(number(postgres, "select count(*) from kept")).isZero();
    }
    assertThat(ProcessHandle.of(earlier.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_pid_file_whose_number_is_now_someone_elses_does_not_keep_it_from_starting()
      throws Exception {
    EmbeddedPostgres.start(folder).close();
    Files.write(
        folder.resolve("postgres/postmaster.pid"),
        List.of(Long.toString(ProcessHandle.current().pid()), "elsewhere", "1", "1"));

    try (var postgres = EmbeddedPostgres.start(folder)) {
      assertThat(postgres.adopted()).isFalse();
    }
  }

  @Test
  void two_servers_cannot_share_a_folder() {
    try (var _ = EmbeddedPostgres.start(folder)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("in use by another Frontdesk")
          .hasMessageContaining("docs/runbooks/postgresql-does-not-start.md");
    }
  }

  @Test
  void a_taken_port_is_named_in_the_error() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, taken.getLocalPort()))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("Address already in use");
    }
    EmbeddedPostgres.start(folder).close();
  }

  @Test
  void a_cluster_of_another_major_version_is_refused_untouched() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .hasMessageContaining("made by PostgreSQL 12, bundled is 17");
  }

  @Test
  void where_namespaces_are_forbidden_root_hands_the_cluster_to_nobody() throws Exception {
    if (!Files.isWritable(Path.of("/proc/1/oom_score_adj"))) {
      return; // not root: nobody else to become
    }
    var home = new PostgresHome(Files.createTempDirectory(Path.of("/var/tmp"), "frontdesk"));
    try {
      Files.setPosixFilePermissions(home.root(), PosixFilePermissions.fromString("rwxr-xr-x"));
      var postmaster =
          new Postmaster(home, PostgresBinaries.in(home.binaries()), Footing.asNobody());
      postmaster.makeClusterUnlessThere(KeptPasswords.at(home.passwords()).superuser());
      postmaster.stop(postmaster.start(0).pid());
      assertThat(Footing.of(home.data()).prefix()).first().isEqualTo("setpriv");
      EmbeddedPostgres.start(home.root()).close();
    } finally {
      Folders.delete(home.root());
    }
  }

  private static Connection connect(EmbeddedPostgres postgres, String password)
      throws SQLException {
    return DriverManager.getConnection(postgres.url("postgres"), "postgres", password);
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres, postgres.superuserPassword().reveal());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres, postgres.superuserPassword().reveal());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
