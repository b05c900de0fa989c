package dev.frontdesk.lab;

import dev.frontdesk.telephony.spi.NettyMediaLoop;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// One open WebSocket of a simulated vendor, with its fault. Lives on its event loop.
final class SimulatedSocket extends SimpleChannelInboundHandler<WebSocketFrame> {
  private final SimulatedPeer peer;
  private final SimulatedFault fault;
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private byte[] scratch = new byte[1024];
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable NettyMediaLoop loop;
  private int spoiled;
  private boolean dead;

  SimulatedSocket(SimulatedPeer peer, SimulatedFault fault) {
    this.peer = peer;
    this.fault = fault;
  }

  private record Pending(long dueNanos, ByteBuf text) {}

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    loop = new NettyMediaLoop((EventLoop) context.executor());
  }

  void open() {
    peer.opened(this);
    if (fault instanceof SimulatedFault.Oversized(int bytes)) {
      say("{\"type\":\"" + "x".repeat(bytes) + "\"}", Duration.ZERO);
    }
  }

  /// Sends a message after `delay`, never before one that was to be sent earlier.
  void say(String json, Duration delay) {
    if (ctx != null && !dead) {
      say(ByteBufUtil.writeUtf8(ctx.alloc(), json), delay);
    }
  }

  /// As above; takes the buffer over.
  void say(ByteBuf text, Duration delay) {
    if (ctx == null || loop == null || dead) {
      text.release();
      return;
    }
    spoil(text);
    var slower = fault instanceof SimulatedFault.Slow(var by) ? delay.plus(by) : delay;
    long due = loop.nanoTime() + slower.toNanos();
    var last = pending.peekLast();
    pending.add(new Pending(last == null ? due : Math.max(due, last.dueNanos), text));
    if (last == null) {
      sendDue();
    }
  }

  /// Closes with a code, after what was said before.
  void end(int code, String reason) {
    if (ctx == null || dead) {
      return;
    }
    while (!pending.isEmpty()) {
      ctx.write(new TextWebSocketFrame(pending.remove().text));
    }
    dead = true;
    ctx.writeAndFlush(new CloseWebSocketFrame(code, reason));
    ctx.close();
  }

  /// Tells how much audio has passed, which is what faults wait for.
  void passed(int audioMs) {
    switch (fault) {
      case SimulatedFault.Drop(var at) when audioMs >= at.toMillis() -> drop();
      case SimulatedFault.Stall(var at) when audioMs >= at.toMillis() -> stall();
      case SimulatedFault.CloseWith(var at, int code, var reason)
          when audioMs >= at.toMillis() -> end(code, reason);
      default -> {}
    }
  }

  ByteBufAllocator alloc() {
    return ctx == null ? ByteBufAllocator.DEFAULT : ctx.alloc();
  }

  void after(Duration delay, Runnable task) {
    if (loop != null) {
      loop.schedule(
          () -> {
            if (!dead) {
              task.run();
            }
          },
          delay);
    }
  }

  /// Runs `task` on this socket's loop, unless the socket is gone; from any thread.
  void execute(Runnable task) {
    after(Duration.ZERO, task);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (dead) {
      return;
    }
    switch (frame) {
      case BinaryWebSocketFrame binary -> {
        int length = binary.content().readableBytes();
        if (scratch.length < length) {
          scratch = new byte[length];
        }
        binary.content().readBytes(scratch, 0, length);
        peer.binary(scratch, length);
      }
      case TextWebSocketFrame text -> peer.text(text.content().toString(StandardCharsets.UTF_8));
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> {
        dead = true;
        context.writeAndFlush(close.retain());
        context.close();
      }
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    dead = true;
    pending.forEach(message -> message.text.release());
    pending.clear();
    peer.closed();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  private void sendDue() {
    if (ctx == null || loop == null || dead) {
      return;
    }
    long now = loop.nanoTime();
    boolean sent = false;
    for (var next = pending.peek(); next != null && next.dueNanos <= now; next = pending.peek()) {
      ctx.write(new TextWebSocketFrame(pending.remove().text));
      sent = true;
    }
    if (sent) {
      ctx.flush();
    }
    var next = pending.peek();
    if (next != null) {
      loop.schedule(this::sendDue, Duration.ofNanos(next.dueNanos - now));
    }
  }

  private void drop() {
    if (ctx != null) {
      dead = true;
      ctx.close();
    }
  }

  private void stall() {
    if (ctx != null) {
      dead = true;
      ctx.channel().config().setAutoRead(false);
    }
  }

  private void spoil(ByteBuf text) {
    if (fault instanceof SimulatedFault.Garbage(int messages) && spoiled < messages) {
      spoiled++;
      text.writerIndex(text.writerIndex() / 2);
    }
  }
}
