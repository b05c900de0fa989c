package dev.frontdesk.telephony;

import dev.frontdesk.telephony.TelephonyCounters.Event;
import dev.frontdesk.telephony.spi.MediaWire;
import dev.frontdesk.telephony.spi.MediaWire.Entry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first request on a connection: lets in who has the right, before any WebSocket exists.
final class MediaUpgrade extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(MediaUpgrade.class);

  private final List<MediaWire> wires;
  private final MediaGatewaySettings settings;
  private final TelephonyCounters counters;
  private final BooleanSupplier draining;
  private final BiFunction<Entry.Accepted, ChannelHandlerContext, MediaConnection> connections;
  private boolean decided;

  MediaUpgrade(
      List<MediaWire> wires,
      MediaGatewaySettings settings,
      TelephonyCounters counters,
      BooleanSupplier draining,
      BiFunction<Entry.Accepted, ChannelHandlerContext, MediaConnection> connections) {
    this.wires = wires;
    this.settings = settings;
    this.counters = counters;
    this.draining = draining;
    this.connections = connections;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    ctx.executor()
        .schedule(
            () -> {
              if (!decided) {
                counters.count(Event.SOCKET_NEVER_STARTED);
                LOG.info("media connection asks for nothing");
                ctx.close();
              }
            },
            settings.startWithin().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (decided) {
      return; // pipelined after a refusal
    }
    decided = true;
    switch (decide(request)) {
      case Entry.Refused(var status, var text, var counted) -> {
        counters.count(counted);
        LOG.info("media socket refused: {}", text);
        refuse(ctx, status, text);
      }
      case Entry.Accepted accepted -> upgrade(ctx, request, accepted);
    }
  }

  private Entry decide(FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      return new Entry.Refused(400, "bad request", Event.MESSAGE_MALFORMED);
    }
    if (draining.getAsBoolean()) {
      return new Entry.Refused(
          503, "no new calls here", Event.SOCKET_REFUSED_WHILE_DRAINING);
    }
    var path = pathOf(request.uri());
    for (var wire : wires) {
      if (wire.owns(path)) {
        return request.method().equals(HttpMethod.GET)
                && request
                    .headers()
                    .containsValue(
                        HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
            ? wire.enter(request.uri(), headers(request))
            : new Entry.Refused(426, "this address speaks WebSocket", Event.MESSAGE_UNEXPECTED);
      }
    }
    return new Entry.Refused(404, "no such address", Event.SOCKET_UNKNOWN_PATH);
  }

  private void upgrade(
      ChannelHandlerContext ctx, FullHttpRequest request, Entry.Accepted accepted) {
    var config =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(settings.mostBytes())
            .allowExtensions(false)
            .closeOnProtocolViolation(false) // the connection does, and is heard
            .withUTF8Validator(false) // the codecs scan bytes and take nothing on trust
            .build();
    var handshaker =
        new WebSocketServerHandshakerFactory("", null, config).newHandshaker(request);
    if (handshaker == null) {
      counters.count(Event.MESSAGE_MALFORMED);
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(ctx.channel())
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    var pipeline = ctx.pipeline();
    var connection = connections.apply(accepted, ctx);
    pipeline.addLast(new WebSocketFrameAggregator(settings.mostBytes()));
    pipeline.addLast(connection);
    handshaker
        .handshake(ctx.channel(), request)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                connection.upgraded();
              } else {
                ctx.close();
              }
            });
    pipeline.remove(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    counters.count(Event.MESSAGE_MALFORMED);
    LOG.info("media connection failed before its upgrade");
    ctx.close();
  }

  private static void refuse(ChannelHandlerContext ctx, int status, String text) {
    var body = Unpooled.copiedBuffer(text + "\n", StandardCharsets.US_ASCII);
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_PLAIN)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (status == 426) {
      response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    }
    ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  private static String pathOf(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  private static Map<String, String> headers(FullHttpRequest request) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach(header -> headers.putIfAbsent(header.getKey(), header.getValue()));
    return headers;
  }
}
