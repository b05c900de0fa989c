package dev.frontdesk.cli;

import dev.frontdesk.server.ConfigReader;
import dev.frontdesk.server.FrontdeskServer;
import dev.frontdesk.server.ServerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Answers real calls, as a configuration file says.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
  @Option(names = "--config", required = true, description = "The configuration file (YAML).")
  Path config = Path.of("");

  @Option(names = "--port", description = "The HTTP port; the file's value otherwise.")
  @Nullable Integer port;

  @Option(names = "--media-port", description = "The port of carriers' media sockets.")
  @Nullable Integer mediaPort;

  @Option(names = "--data", description = "Where the database and keys live (./data).")
  @Nullable Path data;

  @Override
  public void run() {
    var file = ConfigReader.read(config, Clock.systemUTC());
    ServerSettings settings = file.with(data, port, mediaPort);
    var server = FrontdeskServer.start(settings);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    System.out.printf(
        "Frontdesk is ready to ring: %s (media %s)%n", server.urls().http(), server.urls().media());
    try {
      stopped.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
