package dev.frontdesk.cli;

import dev.frontdesk.lab.LabRun;
import dev.frontdesk.lab.LabStage;
import dev.frontdesk.server.FollowingSettings;
import dev.frontdesk.server.FrontdeskServer;
import dev.frontdesk.server.ServerSettings.TurnSettings;
import dev.frontdesk.server.ServerSettings;
import dev.frontdesk.server.SpeechSettings;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/// Starts a server, asks it once how it is, stops it, and plays a few calls without audio: what the
/// launcher runs once, so that later starts know which classes are needed and which code is hot.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Runnable {
  @Override
  public void run() {
    try {
      Path data = Files.createTempDirectory("frontdesk-warm-up");
      try (var server = FrontdeskServer.start(settings(data));
          var client = HttpClient.newHttpClient()) {
        var health = HttpRequest.newBuilder(URI.create(server.urls().http() + "/health")).build();
        client.send(health, BodyHandlers.ofString());
      } finally {
        delete(data);
      }
      rehearse();
    } catch (IOException failed) {
      throw new UserError("cannot warm up: " + failed.getMessage(), failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rehearse() {
    Path scenarios = Home.path().resolve("lab/scenarios");
    if (Files.isDirectory(scenarios)) {
      LabRun.run(
          new LabRun.Options(
              List.of(scenarios), true, LabStage.Transport.TWILIO, LabStage.Ears.SIMULATED, 2),
          System.out);
    }
  }

  private static ServerSettings settings(Path data) {
    return new ServerSettings(
        data,
        Optional.empty(),
        "127.0.0.1",
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new SpeechSettings(
            new SpeechSettings.Ears.Deepgram(new Secret("unused"), "nova-3", Optional.empty()),
            new SpeechSettings.Mouth.FreeTts()),
        TurnSettings.DEFAULT,
        List.of(),
        FollowingSettings.DEFAULT,
        Clock.systemUTC());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
