package dev.frontdesk.integrations.wire;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Upgrades a connection, passes its messages on, and watches that the peer stays alive.
final class WireHandler extends SimpleChannelInboundHandler<Object> {
  private static final Logger LOG = LoggerFactory.getLogger(WireHandler.class);

  private final WireTarget target;
  private final WireSettings settings;
  private final WireCounters counters;
  private final WebSocketClientHandshaker handshaker;
  private final WireSocket socket;
  private final WireListener listener;
  private byte[] message = new byte[1024];
  private boolean alive = true;
  private @Nullable ScheduledFuture<?> watch;

  WireHandler(
      WireTarget target,
      WireSettings settings,
      WireCounters counters,
      WebSocketClientHandshaker handshaker,
      WireSocket socket,
      WireListener listener) {
    this.target = target;
    this.settings = settings;
    this.counters = counters;
    this.handshaker = handshaker;
    this.socket = socket;
    this.listener = listener;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    long within = settings.connectWithin().toMillis();
    watch =
        ctx.executor()
            .schedule(
                () -> fail(ctx, new Retryable("upgrade timed out")), within, TimeUnit.MILLISECONDS);
    if (!target.secure()) {
      handshaker.handshake(ctx.channel());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent tls && tls.isSuccess()) {
      handshaker.handshake(ctx.channel());
    }
    ctx.fireUserEventTriggered(event);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, Object read) {
    alive = true;
    switch (read) {
      case FullHttpResponse response -> upgraded(ctx, response);
      case TextWebSocketFrame text -> message(text.content());
      case PingWebSocketFrame ping ->
          ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case CloseWebSocketFrame close -> closed(ctx, close);
      case PongWebSocketFrame _ -> {}
      default -> counters.count(WireCounters.Event.UNKNOWN);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable() && socket.isOpen()) {
      listener.caughtUp();
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(ctx, new Retryable("connection lost"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var error = cause.getCause() instanceof javax.net.ssl.SSLException tls ? tls : cause;
    if (error instanceof TooLongFrameException
        || error instanceof CorruptedWebSocketFrameException) {
      counters.count(WireCounters.Event.MALFORMED);
      fail(ctx, new Retryable("message too long or not a WebSocket frame"));
    } else {
      fail(ctx, WireFailures.ofError(error));
    }
  }

  private void upgraded(ChannelHandlerContext ctx, FullHttpResponse response) {
    if (response.status().code() != 101) {
      String retryAfter = response.headers().get(HttpHeaderNames.RETRY_AFTER);
      fail(ctx, WireFailures.ofStatus(response.status().code(), retryAfter));
      return;
    }
    try {
      handshaker.finishHandshake(ctx.channel(), response);
    } catch (WebSocketHandshakeException e) {
      fail(ctx, new Retryable("upgrade answered wrongly"));
      return;
    }
    var aggregator = new WebSocketFrameAggregator(settings.longestMessage());
    ctx.pipeline().addBefore(ctx.name(), "aggregator", aggregator);
    counters.count(WireCounters.Event.CONNECTED);
    watchLife(ctx);
    if (socket.listening()) {
      socket.opened();
      listener.opened();
    }
  }

  private void message(ByteBuf content) {
    if (!socket.listening()) {
      return;
    }
    int length = content.readableBytes();
    if (message.length < length) {
      message = new byte[Math.max(length, Math.min(2 * message.length, settings.longestMessage()))];
    }
    content.readBytes(message, 0, length);
    try {
      listener.text(message, length);
    } catch (RuntimeException e) {
      counters.count(WireCounters.Event.MALFORMED);
      LOG.error("a vendor's message broke its reader: {}", e.getClass().getName());
    }
  }

  private void closed(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
    var failure = WireFailures.ofClose(close.statusCode(), close.reasonText());
    if (socket.isOpen()) {
      ctx.write(close.retain());
      ctx.flush();
    }
    fail(ctx, failure);
  }

  /// A peer that has sent nothing since the last ping, not even its pong, hears us no more; nor
  /// does one that takes nothing of what waits for it. A fixed delay, for after a pause of our own
  /// two watches at once would find it dead.
  private void watchLife(ChannelHandlerContext ctx) {
    if (watch != null) {
      watch.cancel(false);
    }
    long every = settings.pingEvery().toNanos();
    watch =
        ctx.executor()
            .scheduleWithFixedDelay(() -> watchOnce(ctx), every, every, TimeUnit.NANOSECONDS);
  }

  private void watchOnce(ChannelHandlerContext ctx) {
    if (!alive || !ctx.channel().isWritable()) {
      counters.count(WireCounters.Event.STALLED);
      fail(ctx, new Retryable("stalled: nothing acknowledged"));
      return;
    }
    alive = false;
    ctx.writeAndFlush(new PingWebSocketFrame());
  }

  private void fail(ChannelHandlerContext ctx, Failure failure) {
    if (watch != null) {
      watch.cancel(false);
    }
    boolean wasOpen = socket.isOpen();
    if (socket.ended()) {
      counters.count(wasOpen ? WireCounters.Event.LOST : WireCounters.Event.CONNECT_FAILED);
      listener.closed(failure);
    }
    ctx.close();
  }
}
