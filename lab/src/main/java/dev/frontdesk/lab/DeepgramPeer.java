package dev.frontdesk.lab;

import dev.frontdesk.integrations.wire.WireJson;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Deepgram's end of one stream: control messages, and the hang-up on a stream that is silent.
final class DeepgramPeer implements SimulatedPeer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TICKS = 5;

  private final DeepgramRequest request;
  private final DeepgramLatency latency;
  private final SimulatedHearing hearing;
  private @Nullable SimulatedSocket socket;
  private @Nullable DeepgramSpeech speech;
  private @Nullable DeepgramFlux flux;
  private int silentTicks;

  DeepgramPeer(DeepgramRequest request, DeepgramLatency latency, ClipRegistry clips) {
    this.request = request;
    this.latency = latency;
    this.hearing = new SimulatedHearing(clips, request.format());
  }

  @Override
  public void opened(SimulatedSocket opened) {
    socket = opened;
    if (request.flux()) {
      flux = new DeepgramFlux(request, latency, hearing, opened::say);
      speech = flux;
      opened.say(
          "{\"type\":\"Connected\",\"request_id\":\"simulated\",\"sequence_id\":0}",
          Duration.ZERO);
    } else {
      speech = new DeepgramNova(request, latency, hearing, opened::say);
    }
    tick(opened);
  }

  @Override
  public void binary(byte[] bytes, int length) {
    silentTicks = 0;
    if (speech == null || socket == null) {
      return;
    }
    if (length % request.format().encoding().bytesPerSample() != 0) {
      socket.end(1008, "DATA-0000");
      return;
    }
    speech.hear(bytes, length);
    socket.passed(speech.heardMs());
  }

  @Override
  public void text(String json) {
    if (socket == null || speech == null) {
      return;
    }
    JsonNode message;
    try {
      message = JSON.readTree(json);
    } catch (JacksonException e) {
      refuse(socket, "not JSON");
      return;
    }
    String type = message.path("type").asString("");
    switch ((request.flux() ? "v2 " : "v1 ") + type) {
      case "v1 KeepAlive" -> silentTicks = 0;
      case "v1 Finalize", "v2 ForceEndTurn" -> speech.flush();
      case "v1 Configure", "v2 Configure" -> configure(socket, message);
      case "v1 CloseStream", "v2 CloseStream" -> {
        speech.finish();
        socket.end(1000, "");
      }
      default -> refuse(socket, "unknown type");
    }
  }

  @Override
  public void closed() {
    socket = null;
  }

  private void refuse(SimulatedSocket to, String why) {
    to.say(DeepgramJson.error("UnparsableClientMessage", why), Duration.ZERO);
    to.end(1008, "DATA-0000");
  }

  private void configure(SimulatedSocket to, JsonNode message) {
    var allowed = Set.of("type", "thresholds", "keyterms", "language_hints", "features");
    try {
      for (String name : message.propertyNames()) {
        if (!allowed.contains(name)) {
          throw new IllegalArgumentException("unknown field " + name);
        }
      }
      if (flux != null) {
        thresholds(flux, message.path("thresholds"));
      } else if (message.has("thresholds")) {
        throw new IllegalArgumentException("thresholds are Flux's");
      }
    } catch (IllegalArgumentException e) {
      String why = WireJson.quote(String.valueOf(e.getMessage()));
      answer(to, "ConfigureFailure", "\"description\":" + why);
      return;
    }
    answer(to, "ConfigureSuccess", "\"keyterms\":" + terms(message.path("keyterms")));
  }

  private static void thresholds(DeepgramFlux flux, JsonNode given) {
    flux.configure(
        given.path("eot_threshold").asDouble(flux.threshold()),
        given.path("eager_eot_threshold").asDouble(flux.eagerThreshold()),
        given.path("eot_timeout_ms").asInt(flux.timeoutMs()));
  }

  private static String terms(JsonNode given) {
    return given.isArray() ? given.toString() : "[]";
  }

  private static void answer(SimulatedSocket to, String type, String field) {
    to.say(
        "{\"type\":\"" + type + "\",\"request_id\":\"simulated\"," + field + "}", Duration.ZERO);
  }

  private void tick(SimulatedSocket to) {
    to.after(
        latency.silenceLimit().dividedBy(TICKS),
        () -> {
          silentTicks++;
          if (silentTicks > TICKS) {
            to.end(1011, "NET-0001");
          } else {
            tick(to);
          }
        });
  }
}
