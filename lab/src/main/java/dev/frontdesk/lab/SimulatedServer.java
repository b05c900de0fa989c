package dev.frontdesk.lab;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A vendor's front door on loopback: answers requests to open a WebSocket, with faults.
final class SimulatedServer implements AutoCloseable {
  private static final int LONGEST_MESSAGE = 1 << 20;

  private final Channel listening;
  private final SimulatedFaults faults;
  private final Function<FullHttpRequest, SimulatedAnswer> door;
  private final AtomicInteger open = new AtomicInteger();

  private SimulatedServer(
      IoEventLoopGroup loops,
      SimulatedFaults faults,
      Function<FullHttpRequest, SimulatedAnswer> door) {
    this.faults = faults;
    this.door = door;
    this.listening =
        new ServerBootstrap()
            .group(loops)
            .channel(channelFor(loops))
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(new HttpServerCodec());
                    channel.pipeline().addLast(new HttpObjectAggregator(1 << 14));
                    channel.pipeline().addLast(new Door());
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  static SimulatedServer start(
      IoEventLoopGroup loops,
      SimulatedFaults faults,
      Function<FullHttpRequest, SimulatedAnswer> door) {
    return new SimulatedServer(loops, faults, door);
  }

  URI base() {
    var address = (InetSocketAddress) listening.localAddress();
    return URI.create("ws://127.0.0.1:" + address.getPort());
  }

  /// How many WebSockets are open.
  int open() {
    return open.get();
  }

  @Override
  public void close() {
    listening.close().syncUninterruptibly();
  }

  private static Class<? extends ServerChannel> channelFor(IoEventLoopGroup loops) {
    return loops.isIoType(EpollIoHandler.class)
        ? EpollServerSocketChannel.class
        : NioServerSocketChannel.class;
  }

  private final class Door extends SimpleChannelInboundHandler<FullHttpRequest> {
    private @Nullable SimulatedAnswer answered;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
      if (answered != null) {
        ctx.close();
        return;
      }
      var fault = faults.take();
      var answer =
          fault instanceof SimulatedFault.Refuse(int status, int retryAfter)
              ? new SimulatedAnswer.Refused(status, "{\"err_msg\":\"refused\"}", retryAfter)
              : door.apply(request);
      answered = answer;
      if (fault instanceof SimulatedFault.Ignore) {
        return;
      }
      switch (answer) {
        case SimulatedAnswer.Refused refused -> refuse(ctx, refused);
        case SimulatedAnswer.Accepted(var peer) ->
            accept(ctx, request, new SimulatedSocket(peer, fault));
      }
    }

    private void refuse(ChannelHandlerContext ctx, SimulatedAnswer.Refused refused) {
      byte[] json = refused.json().getBytes(StandardCharsets.UTF_8);
      var response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              HttpResponseStatus.valueOf(refused.status()),
              ctx.alloc().buffer(json.length).writeBytes(json));
      response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, json.length);
      if (refused.retryAfterSeconds() >= 0) {
        response.headers().set(HttpHeaderNames.RETRY_AFTER, refused.retryAfterSeconds());
      }
      ctx.writeAndFlush(response).addListener(_ -> ctx.close());
    }

    private void accept(
        ChannelHandlerContext ctx, FullHttpRequest request, SimulatedSocket socket) {
      var config = WebSocketDecoderConfig.newBuilder().maxFramePayloadLength(LONGEST_MESSAGE);
      var handshaker =
          new WebSocketServerHandshakerFactory("ws://127.0.0.1/", null, config.build())
              .newHandshaker(request);
      if (handshaker == null) {
        refuse(ctx, new SimulatedAnswer.Refused(400, "{\"err_msg\":\"not a WebSocket\"}"));
        return;
      }
      var pipeline = ctx.pipeline();
      handshaker
          .handshake(ctx.channel(), request)
          .addListener(
              done -> {
                if (done.isSuccess()) {
                  open.incrementAndGet();
                  ctx.channel().closeFuture().addListener(_ -> open.decrementAndGet());
                  pipeline.addLast(new WebSocketFrameAggregator(LONGEST_MESSAGE));
                  pipeline.addLast(socket);
                  pipeline.remove(this);
                  socket.open();
                }
              });
    }
  }
}
