package dev.frontdesk.lab;

import dev.frontdesk.server.SpeechSettings.Ears;
import dev.frontdesk.server.SpeechSettings.Mouth;
import dev.frontdesk.storage.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// The server under load: a process of its own, on a core of its own where `taskset` exists.
final class LoadServer implements AutoCloseable {
  private static final OptionalInt CORE = OptionalInt.of(1);

  private final ServerProcess process;
  private final int httpPort;
  private final int mediaPort;

  private LoadServer(ServerProcess process, int httpPort, int mediaPort) {
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
    int http = ServerProcess.freePort();
    int media = ServerProcess.freePort();
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
    return new LoadServer(ServerProcess.start(config, CORE), http, media);
  }

  int httpPort() {
    return httpPort;
  }

  int mediaPort() {
    return mediaPort;
  }

  double cpuMs() {
    return process.cpuMs();
  }

  double residentMb() {
    return process.residentMb();
  }

  @Override
  public void close() {
    process.close();
  }
}
