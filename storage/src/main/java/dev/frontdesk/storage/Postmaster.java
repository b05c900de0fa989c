package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Makes, starts and stops the cluster in one folder through PostgreSQL's own programs.
final class Postmaster {
  /// Recovery after a crash replays at most `max_wal_size`.
  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
  private static final Duration LONGEST_PROGRAM = Duration.ofSeconds(120);
  private static final int POLL_MS = 5;

  private final PostgresHome home;
  private final PostgresBinaries binaries;
  private final Footing footing;

  Postmaster(PostgresHome home, PostgresBinaries binaries, Footing footing) {
    this.home = home;
    this.binaries = binaries;
    this.footing = footing;
  }

  static Postmaster of(PostgresHome home) {
    return new Postmaster(
        home, PostgresBinaries.in(home.binaries()), Footing.of(home.data()));
  }

  /// The PostgreSQL that already runs on this folder.
  Optional<PostmasterFile> running() {
    return PostmasterFile.read(home.data()).filter(file -> file.isAlive(home.data()));
  }

  void makeClusterUnlessThere(Secret superuser) {
    try {
      if (Files.exists(home.data())) {
        checkVersion();
        return;
      }
      Folders.delete(home.unfinished());
      Files.createDirectories(
          home.unfinished(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      footing.give(home.unfinished());
      var password = home.root().resolve("initdb.password");
      Files.deleteIfExists(password);
      PrivateFile.write(password, superuser.reveal() + "\n");
      footing.give(password);
      try {
        run("initdb", initdb(password));
      } finally {
        Files.deleteIfExists(password);
      }
      Files.move(home.unfinished(), home.data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StorageUnavailable("cannot make a cluster in " + home.data(), e);
    }
  }

  private List<String> initdb(Path password) {
    return List.of(
        "-D", home.unfinished().toString(),
        "-U", "postgres",
        "-A", "scram-sha-256",
        "--pwfile=" + password,
        "--encoding=UTF8",
        "--locale-provider=builtin", // sorts alike on every machine
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums",
        "--no-instructions",
        "--set=shared_buffers=128MB", // saves initdb from probing for it
        "--set=max_connections=100");
  }

  private void checkVersion() throws IOException {
    var version = Files.readString(home.data().resolve("PG_VERSION")).strip();
    if (!version.equals(PostgresSettings.MAJOR_VERSION)) {
      throw new StorageUnavailable(
          "%s was made by PostgreSQL %s, bundled is %s"
              .formatted(home.data(), version, PostgresSettings.MAJOR_VERSION));
    }
  }

  /// @param port 0 for any free one
  PostmasterFile start(int port) {
    try {
      forgetRecycledPid();
      keepOneOldLog();
      var chosen = port == 0 ? freePort() : port;
      var process =
          new ProcessBuilder(detached(footing.command(binaries.program("postgres"),
                  PostgresSettings.arguments(home.data(), chosen))))
              .directory(home.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(home.log().toFile())
              .start();
      process.getOutputStream().close();
      return awaitReady(process.pid());
    } catch (IOException e) {
      throw new StorageUnavailable("cannot start PostgreSQL in " + home.data(), e);
    }
  }

  /// Out of the terminal's process group: Ctrl-C is for the server, which then stops PostgreSQL
  /// in its own order.
  private static List<String> detached(List<String> command) {
    if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      return command;
    }
    var all = new ArrayList<>(List.of("/usr/bin/setsid"));
    all.addAll(command);
    return all;
  }

  PostmasterFile awaitReady(long pid) {
    var process = ProcessHandle.of(pid);
    for (long waited = 0; waited < LONGEST_START.toMillis(); waited += POLL_MS) {
      var file = PostmasterFile.read(home.data()).filter(f -> f.pid() == pid && f.ready());
      if (file.isPresent()) {
        return file.get();
      }
      if (process.isEmpty() || !process.get().isAlive()) {
        throw new StorageUnavailable("PostgreSQL ended while starting: " + lastWords());
      }
      pause();
    }
    throw new StorageUnavailable("PostgreSQL was not ready after " + LONGEST_START
        + ": " + lastWords());
  }

  /// Fast shutdown; when that takes too long the processes are killed, and the write-ahead log
  /// puts things right at the next start.
  void stop(long pid) {
    var process = ProcessHandle.of(pid);
    if (process.isEmpty() || !process.get().isAlive()) {
      return;
    }
    run("pg_ctl", List.of("kill", "INT", Long.toString(pid)));
    try {
      process.get().onExit().get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException _) {
      process.get().destroyForcibly();
    }
  }

  private void run(String program, List<String> arguments) {
    try {
      var output = Files.createTempFile(home.root(), program, ".out");
      try {
        var process =
            new ProcessBuilder(footing.command(binaries.program(program), arguments))
                .directory(home.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_PROGRAM.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw new StorageUnavailable(program + " took longer than " + LONGEST_PROGRAM);
        }
        if (process.exitValue() != 0) {
          throw new StorageUnavailable(
              program + " failed: " + String.join(" | ", Folders.lastLines(output, 4)));
        }
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new StorageUnavailable("cannot run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable(program + " was interrupted", e);
    }
  }

  /// After a reboot the number in a left-over file may be someone else's.
  private void forgetRecycledPid() throws IOException {
    if (PostmasterFile.read(home.data()).isPresent() && running().isEmpty()) {
      Files.deleteIfExists(PostmasterFile.file(home.data()));
    }
  }

  private void keepOneOldLog() throws IOException {
    if (Files.exists(home.log())) {
      var old = home.log().resolveSibling("postgres.log.1");
      Files.move(home.log(), old, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String lastWords() {
    try {
      return String.join(" | ", Folders.lastLines(home.log(), 4));
    } catch (IOException _) {
      return "it left no log at " + home.log();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("interrupted while PostgreSQL was starting", e);
    }
  }
}
