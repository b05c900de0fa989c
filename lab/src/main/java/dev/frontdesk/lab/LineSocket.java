package dev.frontdesk.lab;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A WebSocket that a simulated carrier opens to the server, on one event loop.
final class LineSocket {
  private static final int MOST_BYTES = 1 << 20;

  private final EventLoop loop;
  private final Listener listener;
  private final MaskedFrame frame = new MaskedFrame();
  private @Nullable Channel channel;
  private boolean over;

  private LineSocket(EventLoop loop, Listener listener) {
    this.loop = loop;
    this.listener = listener;
  }

  /// Called on the loop.
  interface Listener {
    void opened();

    /// The buffer is taken back on return.
    void text(ByteBuf utf8);

    void binary(ByteBuf bytes);

    /// Told once, also when the socket never opened.
    void closed();
  }

  static IoEventLoopGroup loops(int threads) {
    var names = new DefaultThreadFactory("callers", true);
    return new MultiThreadIoEventLoopGroup(
        threads, names, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  /// Connects to `at`, asking for `uri` there, as if a name server and a proxy stood between.
  static LineSocket open(
      EventLoop loop,
      InetSocketAddress at,
      URI uri,
      Map<String, String> headers,
      Listener listener) {
    var socket = new LineSocket(loop, listener);
    var extra = new DefaultHttpHeaders();
    headers.forEach(extra::set);
    boolean epoll = loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class);
    new Bootstrap()
        .group(loop)
        .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(socket.pipeline(uri, extra))
        .connect(at)
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                socket.closed();
              }
            });
    return socket;
  }

  void text(String message) {
    byte[] utf8 = message.getBytes(StandardCharsets.UTF_8);
    send(utf8, utf8.length, true);
  }

  /// Sends `message[0 .. length)`; the array may be reused at once.
  void send(byte[] message, int length, boolean text) {
    if (channel == null || over) {
      return;
    }
    frame.set(message, length, text);
    var bytes = channel.alloc().buffer(frame.length());
    channel.writeAndFlush(
        bytes.writeBytes(frame.bytes(), 0, frame.length()), channel.voidPromise());
  }

  void close() {
    if (channel != null) {
      channel.close();
    } else {
      loop.execute(this::closed);
    }
  }

  private void closed() {
    if (!over) {
      over = true;
      listener.closed();
    }
  }

  private ChannelInitializer<Channel> pipeline(URI uri, DefaultHttpHeaders extra) {
    var config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(uri)
            .version(WebSocketVersion.V13)
            .customHeaders(extra)
            .maxFramePayloadLength(MOST_BYTES)
            .handshakeTimeoutMillis(10_000)
            .withUTF8Validator(false) // listeners read bytes, and refuse what is not UTF-8
            .build();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel raw) {
        raw.pipeline()
            .addLast(new HttpClientCodec())
            .addLast(new HttpObjectAggregator(1 << 14))
            .addLast(
                new WebSocketClientProtocolHandler(
                    WebSocketClientHandshakerFactory.newHandshaker(
                        uri, WebSocketVersion.V13, null, false, extra, MOST_BYTES),
                    config))
            .addLast(new Messages());
      }
    };
  }

  private final class Messages extends SimpleChannelInboundHandler<WebSocketFrame> {
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        channel = context.channel();
        listener.opened();
      } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
        context.close();
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
      if (frame instanceof TextWebSocketFrame) {
        listener.text(frame.content());
      } else if (frame instanceof BinaryWebSocketFrame) {
        listener.binary(frame.content());
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      closed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close(); // a refused upgrade or a broken frame: the line is dead
    }
  }
}
