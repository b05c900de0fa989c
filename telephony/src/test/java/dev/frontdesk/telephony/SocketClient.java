package dev.frontdesk.telephony;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The far end of a media socket, on the JDK's own WebSocket, for tests.
public final class SocketClient implements WebSocket.Listener, AutoCloseable {
  public final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable WebSocket socket;

  public record Bytes(byte[] bytes) {}

  public record Closed(int status, String text) {}

  public record Failed() {}

  /// @throws Refused when the server did not upgrade
  public static SocketClient connect(int port, String path, Map<String, String> headers) {
    var client = new SocketClient();
    var builder = client.http.newWebSocketBuilder();
    headers.forEach(builder::header);
    try {
      client.socket =
          builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), client).join();
      return client;
    } catch (CompletionException e) {
      client.http.close();
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        throw new Refused(refused.getResponse().statusCode());
      }
      throw e;
    }
  }

  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status) {
      super("refused with " + status);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  public SocketClient send(String message) {
    open().sendText(message, true).join();
    return this;
  }

  /// One message in several frames.
  public SocketClient sendInPieces(String... pieces) {
    for (int i = 0; i < pieces.length; i++) {
      open().sendText(pieces[i], i == pieces.length - 1).join();
    }
    return this;
  }

  public SocketClient send(byte[] message) {
    open().sendBinary(ByteBuffer.wrap(message), true).join();
    return this;
  }

  /// A message that the server may refuse before all of it is out.
  public void sendInVain(byte[] message) {
    open().sendBinary(ByteBuffer.wrap(message), true).exceptionally(_ -> null).join();
  }

  /// A message that the server may refuse before all of it is out.
  public void sendInVain(String message) {
    open().sendText(message, true).exceptionally(_ -> null).join();
  }

  public void sayClose() {
    open().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /// Drops the connection without a word.
  public void drop() {
    open().abort();
  }

  public String nextText() throws InterruptedException {
    return (String) next();
  }

  public Object next() throws InterruptedException {
    var next = received.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was received");
    }
    return next;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      received.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    received.add(new Bytes(bytes));
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    received.add(new Closed(status, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    received.add(new Failed());
  }

  @Override
  public void close() {
    open().abort();
    http.close();
  }

  private WebSocket open() {
    return java.util.Objects.requireNonNull(socket);
  }
}
