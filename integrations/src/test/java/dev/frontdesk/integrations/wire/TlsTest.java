package dev.frontdesk.integrations.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.Secret;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Vendors are reached over TLS only, and only when they are who they should be.
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  private static KeyStore store;
  private Channel server;

  /// Once for all: making one starts a JVM.
  @BeforeAll
  static void certify(@TempDir Path dir) throws Exception {
    store = newCertificate(dir.resolve("localhost.p12"));
  }

  @BeforeEach
  void start() throws Exception {
    server = echo(serverSide());
  }

  @AfterEach
  void stop() {
    server.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @Test
  void a_trusted_vendor_is_talked_to() throws Exception {
    var socket = connect(new WireClient(WireSettings.USUAL, trusting()), "localhost");

    assertThat(next()).isEqualTo("opened");
    loops.next().execute(() -> socket.text("hello"));
    assertThat(next()).isEqualTo("hello");
  }

  @Test
  void a_vendor_nobody_vouches_for_is_not() throws Exception {
    connect(new WireClient(WireSettings.USUAL), "localhost");

    assertThat(next()).isEqualTo(new Permanent("TLS failed"));
  }

  @Test
  void nor_one_whose_certificate_names_another_host() throws Exception {
    connect(new WireClient(WireSettings.USUAL, trusting()), "127.0.0.1");

    assertThat(next()).isEqualTo(new Permanent("TLS failed"));
  }

  private WireSocket connect(WireClient client, String host) {
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    var target =
        new WireTarget(
            URI.create("wss://" + host + ":" + port + "/"), "X-Key", "", new Secret("k"));
    return client.connect(loops.next(), target, new Recorder());
  }

  private Object next() throws InterruptedException {
    return events.poll(10, TimeUnit.SECONDS);
  }

  private SslContext serverSide() throws Exception {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    return SslContextBuilder.forServer(keys).build();
  }

  private SslContext trusting() throws Exception {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("vendor", store.getCertificate("vendor"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    return SslContextBuilder.forClient()
        .trustManager(trust)
        .endpointIdentificationAlgorithm("HTTPS")
        .build();
  }

  private Channel echo(SslContext tls) {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                channel.pipeline().addLast(new HttpServerCodec());
                channel.pipeline().addLast(new HttpObjectAggregator(1 << 14));
                channel.pipeline().addLast(new WebSocketServerProtocolHandler("/"));
                channel.pipeline().addLast(new Echo());
              }
            })
        .bind("127.0.0.1", 0)
        .syncUninterruptibly()
        .channel();
  }

  /// The JDK makes certificates only by its own tool.
  private static KeyStore newCertificate(Path file) throws Exception {
    var made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC",
                "-genkeypair", "-alias", "vendor", "-keyalg", "EC", "-dname", "CN=localhost",
                "-ext", "san=dns:localhost", "-storetype", "PKCS12", "-storepass",
                new String(PASSWORD), "-keystore", file.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static final class Echo extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
      ctx.writeAndFlush(frame.retain());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close(); // those who do not trust us say so
    }
  }

  private final class Recorder implements WireListener {
    @Override
    public void opened() {
      events.add("opened");
    }

    @Override
    public void text(byte[] utf8, int length) {
      events.add(new String(utf8, 0, length, StandardCharsets.UTF_8));
    }

    @Override
    public void closed(Failure failure) {
      events.add(failure);
    }
  }
}
