package dev.frontdesk.telephony;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import java.util.concurrent.TimeUnit;

/// The way out of one media socket. Used on its event loop only.
final class MessageWriter {
  private static final int BACKLOGS_UNTIL_CLOSED = 32;
  private static final long LINGER_MS = 1_000;

  private final ChannelHandlerContext outward;
  private final int backlogBytes;
  private final LoopSockets siblings;
  private boolean unflushed;

  MessageWriter(ChannelHandlerContext outward, int backlogBytes, LoopSockets siblings) {
    this.outward = outward;
    this.backlogBytes = backlogBytes;
    this.siblings = siblings;
  }

  ByteBuf buffer(int capacity) {
    return WebSocketBytes.payload(outward.alloc(), capacity);
  }

  boolean writable() {
    return outward.channel().isWritable();
  }

  /// Sends a message when the loop has done what else it has to do now.
  ///
  /// @param payload made by `buffer`; released here
  /// @return false when the far side reads so little that the socket was given up
  boolean send(ByteBuf payload, int opcode) {
    var channel = outward.channel();
    if (!channel.isWritable()
        && channel.bytesBeforeWritable() > (long) BACKLOGS_UNTIL_CLOSED * backlogBytes) {
      payload.release();
      outward.close(); // a close frame would only join the queue
      return false;
    }
    outward.write(WebSocketBytes.message(payload, opcode), outward.voidPromise());
    if (!unflushed) {
      unflushed = true;
      siblings.flushSoon(this);
    }
    return true;
  }

  void flush() {
    unflushed = false;
    outward.flush();
  }

  void ping() {
    outward.writeAndFlush(new PingWebSocketFrame());
  }

  void pong(PingWebSocketFrame ping) {
    outward.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
  }

  /// Says why and closes; nothing happens on a socket that is closed.
  void close(int status, String staticText) {
    if (outward.channel().isActive()) {
      closeAfter(new CloseWebSocketFrame(status, staticText));
    }
  }

  /// Says why and closes on a peer that may still be sending: what it sends is read and thrown away
  /// until it closes too, but no longer than a while. Closing at once on bytes that nobody read
  /// resets the connection, and the reset may overtake what we said.
  void closeOnTalker(int status, String staticText) {
    var channel = outward.channel();
    if (!channel.isActive()) {
      return;
    }
    outward
        .writeAndFlush(new CloseWebSocketFrame(status, staticText))
        .addListener(
            said -> {
              if (said.isSuccess() && channel instanceof DuplexChannel half) {
                half.shutdownOutput();
                outward.executor().schedule(this::cut, LINGER_MS, TimeUnit.MILLISECONDS);
              } else {
                cut();
              }
            });
  }

  private void cut() {
    outward.channel().close();
  }

  void answerClose(CloseWebSocketFrame close) {
    closeAfter(close.retainedDuplicate());
  }

  private void closeAfter(CloseWebSocketFrame close) {
    outward.writeAndFlush(close).addListener(ChannelFutureListener.CLOSE);
  }
}
