package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.Secret;
import io.netty.channel.IoEventLoopGroup;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;

/// ElevenLabs on loopback: its multi-context WebSocket, speaking with whatever voice it is given.
public final class SimulatedElevenLabs implements AutoCloseable {
  private final Secret key;
  private final ElevenLabsLatency latency;
  private final ElevenLabsStudio studio;
  private final SimulatedFaults faults = new SimulatedFaults();
  private final SimulatedServer server;

  private SimulatedElevenLabs(
      IoEventLoopGroup loops, ElevenLabsVoice voice, Secret key, ElevenLabsLatency latency) {
    this.key = key;
    this.latency = latency;
    this.studio = new ElevenLabsStudio(voice, (int) latency.chunk().toMillis());
    this.server = SimulatedServer.start(loops, faults, this::answer);
  }

  /// @param loops whose threads it runs on; closing this leaves them alone
  /// @param key   the only one it takes
  public static SimulatedElevenLabs start(
      IoEventLoopGroup loops, ElevenLabsVoice voice, Secret key, ElevenLabsLatency latency) {
    return new SimulatedElevenLabs(loops, voice, key, latency);
  }

  /// What to give the adapter instead of the vendor's address.
  public URI base() {
    return server.base();
  }

  public SimulatedFaults faults() {
    return faults;
  }

  /// How many connections are open.
  public int open() {
    return server.open();
  }

  @Override
  public void close() {
    server.close();
  }

  private SimulatedAnswer answer(FullHttpRequest request) {
    var query = new QueryStringDecoder(request.uri());
    if (!ElevenLabsRequest.isPath(query.path())) {
      return refused(404, "no such path");
    }
    if (!key.matches(request.headers().get("xi-api-key", ""))) {
      return refused(401, "invalid_api_key");
    }
    try {
      var asked = ElevenLabsRequest.read(query);
      return new SimulatedAnswer.Accepted(new ElevenLabsPeer(asked, latency, studio));
    } catch (IllegalArgumentException e) {
      return refused(400, String.valueOf(e.getMessage()));
    }
  }

  private static SimulatedAnswer refused(int status, String why) {
    return new SimulatedAnswer.Refused(
        status, "{\"detail\":{\"status\":\"refused\",\"message\":\"%s\"}}".formatted(why));
  }
}
