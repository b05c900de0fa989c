package dev.frontdesk.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, which can be killed and started again on the same ports and
/// the same database.
final class ServerProcess implements AutoCloseable {
  private static final double MS_PER_CLOCK_TICK = 10;

  private final Path config;
  private final Path log;
  private final List<String> command;
  private volatile Process process;

  /// Returns once it is ready to ring.
  ///
  /// @param core the one it is pinned to, where `taskset` exists
  static ServerProcess start(Path config, OptionalInt core) throws IOException {
    var server = new ServerProcess(config, command(config, core));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.process.destroy(), "stop"));
    server.awaitReady();
    return server;
  }

  private ServerProcess(Path config, List<String> command) throws IOException {
    this.config = config;
    this.command = command;
    this.log = config.resolveSibling("server.log");
    this.process = launch();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /// SIGKILL: nothing in the process gets to finish anything. Returns when it is gone.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Once more, after a kill. Returns once it is ready to ring.
  void startAgain() throws IOException {
    process = launch();
    awaitReady();
  }

  /// CPU time of the process so far, user and system, in milliseconds.
  double cpuMs() {
    try {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MS_PER_CLOCK_TICK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double residentMb() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Whether processes can be given a core of their own here.
  static boolean pins() {
    return Runtime.getRuntime().availableProcessors() > 1
        && Files.isExecutable(Path.of("/usr/bin/taskset"));
  }

  /// Moves a process with all its threads to one core; its children to come stay there.
  static void pin(long pid, int core) {
    if (pins()) {
      try {
        new ProcessBuilder(
                "taskset", "-a", "-p", "-c", Integer.toString(core), Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static List<String> command(Path config, OptionalInt core) {
    var command = new ArrayList<String>();
    if (core.isPresent() && pins()) {
      command.addAll(List.of("taskset", "-c", Integer.toString(core.getAsInt())));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    // The classes that this process found loaded and linked are the server's too.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:AOTCache=") || option.startsWith("-Xlog:"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"),
            "dev.frontdesk.cli.Main", "serve", "--config", config.toString()));
    return command;
  }

  /// The output is read to its end on a thread of its own, so that the server never waits for us.
  /// A platform thread: reading a process's output holds the carrier of a virtual one, and on one
  /// core there is only one.
  private void awaitReady() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("ready to ring")) {
        Thread.ofPlatform().daemon().name("server-output").start(() -> drain(out));
        return;
      }
    }
    throw new IOException(
        "the server did not start with " + config + ": " + Files.readString(log));
  }

  private static void drain(BufferedReader out) {
    try (out) {
      out.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // the server has ended
    }
  }
}
