package dev.frontdesk.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// ElevenLabs' end of one multi-context connection.
final class ElevenLabsPeer implements SimulatedPeer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_CONTEXTS = 5;
  private static final int TICKS = 5;
  private static final Set<String> KNOWN =
      Set.of(
          "text", "context_id", "flush", "close_context", "close_socket", "voice_settings",
          "generation_config", "pronunciation_dictionary_locators", "xi_api_key", "authorization");

  private final ElevenLabsRequest request;
  private final ElevenLabsLatency latency;
  private final ElevenLabsStudio studio;
  private final Map<String, Context> contexts = new HashMap<>();
  private @Nullable SimulatedSocket socket;
  private int silentTicks;
  private int sentMs;

  ElevenLabsPeer(ElevenLabsRequest request, ElevenLabsLatency latency, ElevenLabsStudio studio) {
    this.request = request;
    this.latency = latency;
    this.studio = studio;
  }

  /// One voice among those of the connection: texts wait until they are flushed, then sound one
  /// after the other.
  private static final class Context {
    private final StringBuilder text = new StringBuilder();
    private final ArrayDeque<String> flushed = new ArrayDeque<>();
    private boolean speaking;
    private boolean closing;
  }

  @Override
  public void opened(SimulatedSocket opened) {
    socket = opened;
    tick(opened);
  }

  @Override
  public void binary(byte[] bytes, int length) {
    refuse("invalid_message", "binary message");
  }

  @Override
  public void closed() {
    socket = null;
  }

  @Override
  public void text(String json) {
    silentTicks = 0;
    try {
      understand(JSON.readTree(json));
    } catch (JacksonException e) {
      refuse("invalid_message", "not JSON");
    } catch (IllegalArgumentException e) {
      refuse("invalid_message", String.valueOf(e.getMessage()));
    }
  }

  private void understand(JsonNode message) {
    for (String name : message.propertyNames()) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("unknown field " + name);
      }
    }
    if (message.path("close_socket").asBoolean(false)) {
      if (socket != null) {
        socket.end(1000, "");
      }
      return;
    }
    String id = message.path("context_id").asString("default");
    boolean hasText = message.has("text");
    String text = message.path("text").asString("");
    boolean closes = message.path("close_context").asBoolean(false);
    var context = contexts.get(id);
    if (context == null || context.closing) {
      if (!hasText || text.isEmpty() || closes) {
        throw new IllegalArgumentException("unknown context");
      }
      context = open(id);
    }
    if (!text.isEmpty() && !text.endsWith(" ")) {
      throw new IllegalArgumentException("text must end with a single space");
    }
    context.text.append(text);
    context.closing = closes;
    if (closes || message.path("flush").asBoolean(false)) {
      flush(context);
    }
    goOn(id, context);
  }

  private Context open(String id) {
    if (contexts.size() == MOST_CONTEXTS) {
      throw new IllegalArgumentException("more than 5 contexts");
    }
    var context = new Context();
    contexts.put(id, context);
    return context;
  }

  private static void flush(Context context) {
    String text = context.text.toString().strip();
    context.text.setLength(0);
    if (!text.isEmpty()) {
      context.flushed.add(text);
    }
  }

  private void goOn(String id, Context context) {
    var to = socket;
    if (to == null || context.speaking) {
      return;
    }
    String next = context.flushed.poll();
    if (next != null) {
      context.speaking = true;
      studio.speak(next, request, chunks -> to.execute(() -> speak(to, id, context, chunks)));
    } else if (context.closing) {
      contexts.remove(id);
      to.say("{\"isFinal\":true,\"contextId\":\"" + id + "\"}", Duration.ZERO);
    }
  }

  private void speak(SimulatedSocket to, String id, Context context, ElevenLabsChunks chunks) {
    to.after(latency.firstAudio(), () -> send(to, id, context, chunks, 0));
  }

  private void send(
      SimulatedSocket to, String id, Context context, ElevenLabsChunks chunks, int index) {
    if (index == chunks.openMessages().size()) {
      context.speaking = false;
      goOn(id, context);
      return;
    }
    byte[] open = chunks.openMessages().get(index);
    byte[] end = (",\"contextId\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
    var message = to.alloc().buffer(open.length + end.length).writeBytes(open).writeBytes(end);
    to.say(message, Duration.ZERO);
    silentTicks = 0;
    sentMs += chunks.chunkMs();
    to.passed(sentMs);
    boolean last = index + 1 == chunks.openMessages().size();
    if (last || latency.everyChunk().isZero()) {
      send(to, id, context, chunks, index + 1);
    } else {
      to.after(latency.everyChunk(), () -> send(to, id, context, chunks, index + 1));
    }
  }

  private void refuse(String error, String why) {
    if (socket != null) {
      socket.say(
          "{\"message\":\"%s\",\"error\":\"%s\",\"code\":1008}".formatted(why, error),
          Duration.ZERO);
      socket.end(1008, error);
    }
  }

  private void tick(SimulatedSocket to) {
    to.after(
        request.inactivity().dividedBy(TICKS),
        () -> {
          silentTicks++;
          if (silentTicks > TICKS) {
            refuse("input_timeout_exceeded", "nothing came for too long");
          } else {
            tick(to);
          }
        });
  }
}
