package dev.frontdesk.server;

import dev.frontdesk.durable.Alarms;
import dev.frontdesk.storage.Storage;
import dev.frontdesk.telephony.MediaGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A running Frontdesk: the database, the HTTP API, the media gateway and everything between them.
public final class FrontdeskServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private FrontdeskServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Returns once the server is ready to ring. PostgreSQL starts beside Spring, not before it.
  ///
  /// @throws CannotStart when something outside must be mended first; its message says what
  public static FrontdeskServer start(ServerSettings asked) {
    LoggerFactory.getILoggerFactory(); // once, before two threads ask for it at the same time
    var settings =
        asked.with(null, free(asked.httpPort()), free(asked.mediaPort()));
    var storage = CompletableFuture.supplyAsync(() -> StorageWiring.open(settings));
    try {
      SpringApplication application =
          new SpringApplicationBuilder(ServerWiring.class)
              .web(WebApplicationType.SERVLET)
              .bannerMode(Banner.Mode.OFF)
              .logStartupInfo(false)
              .registerShutdownHook(false)
              .properties(properties(settings))
              .initializers(
                  created -> {
                    var beans = created.getBeanFactory();
                    beans.registerSingleton("settings", settings);
                    beans.registerSingleton("openingStorage", new OpeningStorage(storage));
                  })
              .build();
      return new FrontdeskServer(application.run());
    } catch (RuntimeException failed) {
      storage.thenAccept(Storage::close);
      throw CannotStart.because(failed);
    }
  }

  /// Addresses go into what carriers are told, so a port left to the system is chosen first.
  private static int free(int port) {
    if (port != 0) {
      return port;
    }
    try (var probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Map<String, Object> properties(ServerSettings settings) {
    return Map.ofEntries(
        Map.entry("server.address", settings.listen()),
        Map.entry("server.port", settings.httpPort()),
        Map.entry("server.shutdown", "graceful"),
        Map.entry("spring.threads.virtual.enabled", "true"),
        Map.entry("spring.main.keep-alive", "true"),
        Map.entry("spring.jmx.enabled", "false"),
        Map.entry("spring.mvc.problemdetails.enabled", "false"),
        Map.entry("server.error.whitelabel.enabled", "false"),
        Map.entry("server.tomcat.max-http-form-post-size", "64KB"),
        Map.entry("server.max-http-request-header-size", "16KB"),
        Map.entry("logging.level.root", "WARN"),
        // Why it cannot start is told once, in a sentence, by who asked for the start.
        Map.entry("logging.level.org.springframework.boot.SpringApplication", "OFF"),
        Map.entry("logging.level.org.springframework.boot.web.server.servlet", "OFF"),
        // What Google refuses is told by us, in an alarm.
        Map.entry("logging.level.com.google.auth", "OFF"),
        Map.entry("logging.level.dev.frontdesk", "INFO"));
  }

  public int httpPort() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return server == null ? 0 : server.getPort();
  }

  public int mediaPort() {
    return context.getBean(MediaGateway.class).port();
  }

  public PublicUrls urls() {
    return context.getBean(PublicUrls.class);
  }

  public CallEvents events() {
    return context.getBean(CallEvents.class);
  }

  public Alarms alarms() {
    return context.getBean(Alarms.class);
  }

  public Storage storage() {
    return context.getBean(Storage.class);
  }

  @Override
  public void close() {
    SpringApplication.exit(context);
  }

  /// The database while it opens.
  record OpeningStorage(CompletableFuture<Storage> storage) {
    Storage await() {
      try {
        return storage.join();
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw failed;
      }
    }
  }
}
