package dev.frontdesk.integrations.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One WebSocket to a vendor. Used on its event loop only.
///
/// Messages are written at once and flushed when the loop has done what else it had to do: frames
/// that came in one read leave in one, and nothing waits for a timer.
public final class WireSocket {
  private final WireCounters counters;
  private @Nullable Channel channel;
  private boolean open;
  private boolean ended;
  private boolean flushing;

  WireSocket(WireCounters counters) {
    this.counters = counters;
  }

  /// Whether messages are taken; a peer that is slow for a moment does not change it.
  public boolean isOpen() {
    return open;
  }

  /// Whether a message sent now would not be dropped.
  public boolean takes() {
    return open && channel != null && channel.isWritable();
  }

  /// @return false when the message was dropped: not open, or too much waits for the peer already
  public boolean text(String json) {
    var to = writable();
    if (to == null) {
      return false;
    }
    var bytes = to.alloc().buffer(json.length() + 16);
    ByteBufUtil.writeUtf8(bytes, json);
    write(to, new TextWebSocketFrame(bytes));
    return true;
  }

  /// Sends `bytes[offset .. offset + length)`; the array may be reused at once.
  ///
  /// @return as `text`
  public boolean binary(byte[] bytes, int offset, int length) {
    var to = writable();
    if (to == null) {
      return false;
    }
    ByteBuf copy = to.alloc().buffer(length).writeBytes(bytes, offset, length);
    write(to, new BinaryWebSocketFrame(copy));
    return true;
  }

  /// Says goodbye and closes; the listener hears nothing more.
  public void close() {
    ended = true;
    var closing = channel;
    if (!open || closing == null) {
      abandon();
      return;
    }
    open = false;
    closing.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
    closing.eventLoop().schedule(this::abandon, 2, TimeUnit.SECONDS);
  }

  void attach(Channel connected) {
    channel = connected;
    if (ended) {
      connected.close();
    }
  }

  void opened() {
    open = true;
  }

  /// @return false when the owner has had enough already and hears no more
  boolean ended() {
    boolean first = !ended;
    ended = true;
    open = false;
    return first;
  }

  boolean listening() {
    return !ended;
  }

  void abandon() {
    open = false;
    if (channel != null) {
      channel.close();
    }
  }

  private @Nullable Channel writable() {
    if (open && channel != null && channel.isWritable()) {
      return channel;
    }
    counters.count(WireCounters.Event.DROPPED);
    return null;
  }

  private void write(Channel to, WebSocketFrame frame) {
    to.write(frame, to.voidPromise());
    if (!flushing) {
      flushing = true;
      to.eventLoop().execute(this::flush);
    }
  }

  private void flush() {
    flushing = false;
    if (channel != null) {
      channel.flush();
    }
  }
}
