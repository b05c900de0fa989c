package dev.frontdesk.lab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of Vapi's WebSocket transport; it says nothing, and reads messages.
final class ClientSocket implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final LongAdder audio = new LongAdder();
  private final WebSocket socket;

  private ClientSocket(HttpClient http, URI url) {
    socket = http.newWebSocketBuilder().buildAsync(url, this).join();
  }

  static ClientSocket open(HttpClient http, URI url) {
    return new ClientSocket(http, url);
  }

  void send(String json) {
    socket.sendText(json, true).join();
  }

  long audioBytes() {
    return audio.sum();
  }

  JsonNode await(String type, Predicate<JsonNode> like) throws InterruptedException {
    while (true) {
      var next = messages.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no such message came: " + type);
      }
      if (next.path("type").asString("").equals(type) && like.test(next)) {
        return next;
      }
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      messages.add(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    audio.add(data.remaining());
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
