package dev.frontdesk.lab;

import dev.frontdesk.server.SpeechSettings.Ears;
import dev.frontdesk.server.SpeechSettings.Mouth;
import dev.frontdesk.storage.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The server under load: a process of its own, on a core of its own where `taskset` exists.
final class LoadServer implements AutoCloseable {
  private static final double MS_PER_CLOCK_TICK = 10;

  private final Process process;
  private final int httpPort;
  private final int mediaPort;

  private LoadServer(Process process, int httpPort, int mediaPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.mediaPort = mediaPort;
  }

  /// @param twilio      where the simulated carrier's REST interface is
  /// @param organisation the section `organisations` of its configuration
  static LoadServer start(
      Path folder,
      EmbeddedPostgres postgres,
      URI twilio,
      String account,
      String authToken,
      Providers providers,
      String organisation)
      throws IOException {
    int http = freePort();
    int media = freePort();
    var speech = providers.speech();
    if (!(speech.ears() instanceof Ears.Deepgram ears)
        || !(speech.mouth() instanceof Mouth.ElevenLabs mouth)) {
      throw new IllegalStateException("the simulated providers are Deepgram and ElevenLabs");
    }
    var config = folder.resolve("load.yaml");
    Files.writeString(
        config,
        """
        server: {listen: 127.0.0.1, port: %d, mediaPort: %d, publicUrl: "https://desk.lab.test", \
        publicMediaUrl: "wss://desk.lab.test", data: "%s"}
        database: {url: "%s", ownerPassword: "%s", appPassword: "%s"}
        twilio: {accountSid: %s, authToken: "%s", apiUrl: "%s"}
        speech:
          ears: deepgram
          mouth: elevenlabs
          deepgram: {apiKey: "%s", url: "%s"}
          elevenlabs: {apiKey: "%s", voice: lab, url: "%s"}
        turns: {endpointing: balanced}
        %s"""
            .formatted(
                http, media, folder, postgres.url("frontdesk"), postgres.ownerPassword().reveal(),
                postgres.appPassword().reveal(), account, authToken, twilio, ears.key().reveal(),
                ears.url().orElseThrow(), mouth.key().reveal(), mouth.url().orElseThrow(),
                organisation));
    var process =
        new ProcessBuilder(command(config))
            .redirectError(folder.resolve("server.log").toFile())
            .start();
    var server = new LoadServer(process, http, media);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop the server"));
    server.awaitReady(folder.resolve("server.log"));
    return server;
  }

  int httpPort() {
    return httpPort;
  }

  int mediaPort() {
    return mediaPort;
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

  private static List<String> command(Path config) {
    var command = new ArrayList<String>();
    if (pins()) {
      command.addAll(List.of("taskset", "-c", "1"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp", System.getProperty("java.class.path"),
            "dev.frontdesk.cli.Main", "serve", "--config", config.toString()));
    return command;
  }

  /// The output is read to its end on a thread of its own, so that the server never waits for us.
  private void awaitReady(Path log) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains("ready to ring")) {
        Thread.startVirtualThread(() -> drain(out));
        return;
      }
    }
    throw new IOException("the server did not start: " + Files.readString(log));
  }

  private static void drain(BufferedReader out) {
    try (out) {
      out.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // the server has ended
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
