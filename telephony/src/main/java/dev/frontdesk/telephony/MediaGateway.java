package dev.frontdesk.telephony;

import dev.frontdesk.telephony.spi.MediaWire;
import dev.frontdesk.telephony.spi.MediaWire.Entry;
import dev.frontdesk.telephony.spi.NettyMediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.LegId;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The port on which carriers' media sockets arrive. Each socket lives on one event loop, where
/// its messages become calls on the `AudioIn` that the `LegAnswerer` gave for its leg.
///
/// ```
/// bytes → HTTP codec → MediaUpgrade: signature, token → 403, 404, or an upgrade to
///         WebSocket codec → MediaConnection → MediaCodec → AudioIn
/// bytes ← LoopSockets.flush ← MessageWriter ← MediaCodec ← AudioOut
/// ```
public final class MediaGateway implements AutoCloseable {
  private static final int LONGEST_REQUEST = 8 * 1024;

  private final EventLoopGroup group;
  private final Channel listening;
  private final ExecutorService bookkeepers;
  private final Map<EventLoop, LoopSockets> sockets;
  private final Sockets shared;

  private MediaGateway(
      EventLoopGroup group,
      Channel listening,
      ExecutorService bookkeepers,
      Map<EventLoop, LoopSockets> sockets,
      Sockets shared) {
    this.group = group;
    this.listening = listening;
    this.bookkeepers = bookkeepers;
    this.sockets = sockets;
    this.shared = shared;
  }

  /// Binds and listens; blocks until the port is open.
  ///
  /// @param wires asked in order whose address it is
  public static MediaGateway start(
      MediaGatewaySettings settings,
      List<MediaWire> wires,
      LegAnswerer answerer,
      LegLifecycle lifecycle,
      TelephonyCounters counters) {
    var group =
        new MultiThreadIoEventLoopGroup(
            settings.loops(),
            new DefaultThreadFactory("media"),
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    var bookkeepers = Executors.newVirtualThreadPerTaskExecutor();
    var shared = new Sockets(settings, counters, answerer, lifecycle, bookkeepers);
    var sockets = new IdentityHashMap<EventLoop, LoopSockets>();
    for (var executor : group) {
      var loop = (EventLoop) executor;
      sockets.put(loop, new LoopSockets(loop));
    }
    Class<? extends ServerChannel> kind =
        Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    var half = settings.backlogBytes() / 2;
    var listening =
        new ServerBootstrap()
            .group(group)
            .channel(kind)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 1_024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(half, settings.backlogBytes()))
            .childHandler(new Pipeline(List.copyOf(wires), settings, shared, sockets))
            .bind(settings.bind())
            .syncUninterruptibly()
            .channel();
    return new MediaGateway(group, listening, bookkeepers, sockets, shared);
  }

  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /// Sockets open now.
  public int open() {
    return shared.byLeg.size();
  }

  /// The loops, for those who warm connections on them.
  public List<NettyMediaLoop> loops() {
    return sockets.values().stream().map(LoopSockets::loop).toList();
  }

  /// Ends the call's leg from our side; nothing happens when it has no socket here.
  public void hangUp(CallId call, String reason) {
    for (var connection : shared.byLeg.values()) {
      if (connection.ticket().call().equals(call)) {
        connection.loop().execute(() -> connection.hangUp(reason));
      }
    }
  }

  /// Takes no new sockets and waits until those open have closed, at most `patience`; then sends
  /// the rest back to their carriers, which ask again and may be answered by another node.
  ///
  /// @return whether all had closed by themselves
  public boolean drain(Duration patience) throws InterruptedException {
    boolean all = shared.drain(patience);
    for (var connection : shared.byLeg.values()) {
      connection
          .loop()
          .execute(
              () ->
                  connection.close(
                      WebSocketCloseStatus.SERVICE_RESTART.code(), "moving to another node"));
    }
    return all;
  }

  /// Closes the port and every socket, at once.
  @Override
  public void close() {
    listening.close().syncUninterruptibly();
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    bookkeepers.close();
  }

  private static final class Pipeline extends ChannelInitializer<Channel> {
    private final List<MediaWire> wires;
    private final MediaGatewaySettings settings;
    private final Sockets shared;
    private final Map<EventLoop, LoopSockets> sockets;

    Pipeline(
        List<MediaWire> wires,
        MediaGatewaySettings settings,
        Sockets shared,
        Map<EventLoop, LoopSockets> sockets) {
      this.wires = wires;
      this.settings = settings;
      this.shared = shared;
      this.sockets = sockets;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new HttpServerCodec(4_096, LONGEST_REQUEST, LONGEST_REQUEST))
          .addLast(new HttpObjectAggregator(LONGEST_REQUEST))
          .addLast(
              new MediaUpgrade(
                  wires, settings, shared.counters, () -> shared.draining, this::connection));
    }

    private MediaConnection connection(Entry.Accepted accepted, ChannelHandlerContext context) {
      var siblings = Objects.requireNonNull(sockets.get(context.channel().eventLoop()));
      return new MediaConnection(accepted.ticket(), accepted.codec(), shared, siblings);
    }
  }

  /// All sockets of this gateway, by leg: a leg has one.
  private static final class Sockets implements GatewayShare {
    private final MediaGatewaySettings settings;
    private final TelephonyCounters counters;
    private final LegAnswerer answerer;
    private final LegLifecycle lifecycle;
    private final Executor virtualThreads;
    private final Map<LegId, MediaConnection> byLeg = new ConcurrentHashMap<>();
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean draining;

    Sockets(
        MediaGatewaySettings settings,
        TelephonyCounters counters,
        LegAnswerer answerer,
        LegLifecycle lifecycle,
        Executor virtualThreads) {
      this.settings = settings;
      this.counters = counters;
      this.answerer = answerer;
      this.lifecycle = lifecycle;
      this.virtualThreads = virtualThreads;
    }

    @Override
    public void opened(MediaConnection connection) {
      var older = byLeg.put(connection.ticket().leg(), connection);
      if (older != null) {
        older.loop().execute(older::replaced);
      }
    }

    @Override
    public void closed(MediaConnection connection) {
      byLeg.remove(connection.ticket().leg(), connection);
      if (draining && byLeg.isEmpty()) {
        drained.countDown();
      }
    }

    boolean drain(Duration patience) throws InterruptedException {
      draining = true;
      return byLeg.isEmpty() || drained.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public MediaGatewaySettings settings() {
      return settings;
    }

    @Override
    public TelephonyCounters counters() {
      return counters;
    }

    @Override
    public LegAnswerer answerer() {
      return answerer;
    }

    @Override
    public LegLifecycle lifecycle() {
      return lifecycle;
    }

    @Override
    public Executor virtualThreads() {
      return virtualThreads;
    }
  }
}
