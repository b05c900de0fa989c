package dev.frontdesk.lab;

import dev.frontdesk.vocabulary.Secret;
import io.netty.channel.IoEventLoopGroup;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;

/// Deepgram on loopback: Nova and Flux on their wire protocols, hearing the clips of a registry
/// in the audio that arrives, and nothing else.
public final class SimulatedDeepgram implements AutoCloseable {
  private final ClipRegistry clips;
  private final Secret key;
  private final DeepgramLatency latency;
  private final SimulatedFaults faults = new SimulatedFaults();
  private final SimulatedServer server;

  private SimulatedDeepgram(
      IoEventLoopGroup loops, ClipRegistry clips, Secret key, DeepgramLatency latency) {
    this.clips = clips;
    this.key = key;
    this.latency = latency;
    this.server = SimulatedServer.start(loops, faults, this::answer);
  }

  /// @param loops whose threads it runs on; closing this leaves them alone
  /// @param key   the only one it takes
  public static SimulatedDeepgram start(
      IoEventLoopGroup loops, ClipRegistry clips, Secret key, DeepgramLatency latency) {
    return new SimulatedDeepgram(loops, clips, key, latency);
  }

  /// What to give the adapter instead of the vendor's address.
  public URI base() {
    return server.base();
  }

  public SimulatedFaults faults() {
    return faults;
  }

  /// How many streams are open.
  public int open() {
    return server.open();
  }

  @Override
  public void close() {
    server.close();
  }

  private SimulatedAnswer answer(FullHttpRequest request) {
    String path = request.uri().replaceFirst("\\?.*", "");
    if (!path.equals("/v1/listen") && !path.equals("/v2/listen")) {
      return refused(404, "NOT_FOUND", "no such path");
    }
    String given = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
    if (!given.startsWith("Token ") || !key.matches(given.substring("Token ".length()))) {
      return refused(401, "INVALID_AUTH", "Invalid credentials.");
    }
    try {
      var asked = DeepgramRequest.read(request.uri());
      return new SimulatedAnswer.Accepted(new DeepgramPeer(asked, latency, clips));
    } catch (IllegalArgumentException e) {
      return refused(400, "Bad Request", String.valueOf(e.getMessage()));
    }
  }

  private static SimulatedAnswer refused(int status, String code, String why) {
    return new SimulatedAnswer.Refused(
        status, "{\"err_code\":\"%s\",\"err_msg\":\"%s\"}".formatted(code, why));
  }
}
