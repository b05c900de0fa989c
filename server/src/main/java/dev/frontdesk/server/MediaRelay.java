package dev.frontdesk.server;

import dev.frontdesk.telephony.MediaGateway;
import dev.frontdesk.telephony.spi.MediaWire;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Offers the media sockets on the HTTP port too, for a tunnel that has a single port: an upgrade
/// for one of their addresses is handed to the media port as it came, and from then on bytes go both
/// ways untouched. Who may come in is decided there, by signature and token, and nowhere else.
final class MediaRelay implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(MediaRelay.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final Supplier<InetSocketAddress> media;
  private final List<MediaWire> wires;

  MediaRelay(Supplier<InetSocketAddress> media, List<MediaWire> wires) {
    this.media = media;
    this.wires = List.copyOf(wires);
  }

  /// Where a gateway that listens on `address` is reached from this machine.
  static InetSocketAddress reach(String address, MediaGateway gateway) {
    var bound = new InetSocketAddress(address, gateway.port());
    return bound.getAddress() != null && bound.getAddress().isAnyLocalAddress()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port())
        : bound;
  }

  /// Whether a request is one for a media socket.
  static boolean asksForMedia(HttpServletRequest request, List<MediaWire> wires) {
    return "GET".equals(request.getMethod())
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && wires.stream().anyMatch(wire -> wire.owns(request.getRequestURI()));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain others)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && asksForMedia(asked, wires)) {
      relay(asked, answer);
    } else {
      others.doFilter(request, response);
    }
  }

  private void relay(HttpServletRequest asked, HttpServletResponse answer)
      throws IOException, ServletException {
    var socket = new Socket();
    boolean upgraded = false;
    try {
      socket.setTcpNoDelay(true);
      socket.connect(media.get(), (int) CONNECT_WITHIN.toMillis());
      socket.setSoTimeout((int) ANSWER_WITHIN.toMillis());
      socket.getOutputStream().write(head(asked));
      var in = new BufferedInputStream(socket.getInputStream());
      var head = ResponseHead.read(in);
      head.headers().forEach(header -> answer.addHeader(header.name(), header.value()));
      if (head.status() == HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
        socket.setSoTimeout(0);
        asked.upgrade(RelayedSocket.class).over(socket, in);
        upgraded = true;
      } else {
        answer.setStatus(head.status());
        in.transferTo(answer.getOutputStream());
      }
    } catch (IOException failed) {
      LOG.warn("the media port did not answer on behalf of the HTTP port");
      answer.sendError(HttpServletResponse.SC_BAD_GATEWAY);
    } finally {
      if (!upgraded) {
        socket.close();
      }
    }
  }

  /// The request as it came: signatures are over its address.
  private static byte[] head(HttpServletRequest asked) {
    var head = new StringBuilder("GET ").append(asked.getRequestURI());
    if (asked.getQueryString() != null) {
      head.append('?').append(asked.getQueryString());
    }
    head.append(" HTTP/1.1\r\n");
    for (var name : Collections.list(asked.getHeaderNames())) {
      for (var value : Collections.list(asked.getHeaders(name))) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
