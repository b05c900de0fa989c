package dev.frontdesk.integrations.wire;

import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Opens WebSockets to a vendor, each on the event loop of the call it serves.
public final class WireClient implements AutoCloseable {
  private final WireSettings settings;
  private final WireCounters counters = new WireCounters();
  private final SslContext tls;
  private @Nullable MultiThreadIoEventLoopGroup ownLoops;

  public WireClient(WireSettings settings) {
    this(settings, usualTrust());
  }

  WireClient(WireSettings settings, SslContext tls) {
    this.settings = settings;
    this.tls = tls;
  }

  public WireCounters counters() {
    return counters;
  }

  /// Where the sockets of a call on `loop` belong. A loop that is not Netty's gets an event loop
  /// of ours, the same one each time.
  public CallLoop loop(MediaLoop loop) {
    return loop instanceof NettyMediaLoop netty
        ? new CallLoop(loop, netty.eventLoop())
        : new CallLoop(loop, ownLoop());
  }

  /// Begins to connect and returns at once; the listener hears how it went, never before this
  /// returns.
  public WireSocket connect(EventLoop loop, WireTarget target, WireListener listener) {
    var socket = new WireSocket(counters);
    String host = target.uri().getHost();
    byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
    if (literal != null) {
      loop.execute(() -> dial(loop, target, address(host, literal), socket, listener));
      return socket;
    }
    // A name server may take seconds, which no call on this loop has.
    Thread.startVirtualThread(
        () -> {
          try {
            var address = InetAddress.getByName(host);
            loop.execute(() -> dial(loop, target, address, socket, listener));
          } catch (UnknownHostException e) {
            loop.execute(() -> failed(socket, listener, e));
          }
        });
    return socket;
  }

  @Override
  public synchronized void close() {
    if (ownLoops != null) {
      ownLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  private void dial(
      EventLoop loop,
      WireTarget target,
      InetAddress address,
      WireSocket socket,
      WireListener listener) {
    if (!socket.listening()) {
      return;
    }
    var connecting =
        new Bootstrap()
            .group(loop)
            .channel(channelFor(loop))
            .option(ChannelOption.TCP_NODELAY, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectWithin().toMillis())
            .option(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(settings.mostUnsent() / 2, settings.mostUnsent()))
            .handler(pipeline(target, socket, listener))
            .connect(new InetSocketAddress(address, target.port()));
    socket.attach(connecting.channel());
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            failed(socket, listener, done.cause());
          }
        });
  }

  private ChannelInitializer<Channel> pipeline(
      WireTarget target, WireSocket socket, WireListener listener) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        var pipeline = channel.pipeline();
        if (target.secure()) {
          var handler = tls.newHandler(channel.alloc(), target.uri().getHost(), target.port());
          handler.setHandshakeTimeoutMillis(settings.connectWithin().toMillis());
          pipeline.addLast(handler);
        }
        pipeline.addLast(new HttpClientCodec());
        pipeline.addLast(new HttpObjectAggregator(1 << 14));
        pipeline.addLast(
            new WireHandler(target, settings, counters, handshaker(target), socket, listener));
      }
    };
  }

  private WebSocketClientHandshaker handshaker(WireTarget target) {
    var headers = new DefaultHttpHeaders();
    headers.set(target.keyHeader(), target.keyScheme() + target.key().reveal());
    headers.set("User-Agent", "frontdesk");
    return WebSocketClientHandshakerFactory.newHandshaker(
        target.uri(), WebSocketVersion.V13, null, false, headers, settings.longestMessage());
  }

  private void failed(WireSocket socket, WireListener listener, Throwable cause) {
    if (socket.ended()) {
      counters.count(WireCounters.Event.CONNECT_FAILED);
      listener.closed(WireFailures.ofError(cause));
    }
  }

  private synchronized EventLoop ownLoop() {
    if (ownLoops == null) {
      ownLoops =
          new MultiThreadIoEventLoopGroup(
              1, new DefaultThreadFactory("speech-wire", true), NioIoHandler.newFactory());
    }
    return ownLoops.next();
  }

  private static SslContext usualTrust() {
    try {
      return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
    } catch (SSLException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  private static Class<? extends SocketChannel> channelFor(EventLoop loop) {
    return loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class)
        ? EpollSocketChannel.class
        : NioSocketChannel.class;
  }

  private static InetAddress address(String host, byte[] literal) {
    try {
      return InetAddress.getByAddress(host, literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an IP address of " + literal.length + " bytes", e);
    }
  }
}
