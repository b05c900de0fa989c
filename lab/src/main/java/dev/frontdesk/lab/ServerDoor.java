package dev.frontdesk.lab;

import java.net.InetSocketAddress;
import java.net.URI;

/// Where a server is reached: its public addresses, over which carriers sign, and the sockets
/// behind them, as if a name server and a TLS proxy stood between.
///
/// @param webhooks `https://desk.test`, without a path
/// @param media    `wss://desk.test`, without a path
/// @param http     the HTTP port
/// @param sockets  the media port
public record ServerDoor(
    URI webhooks, URI media, InetSocketAddress http, InetSocketAddress sockets) {

  /// The same request on the HTTP port.
  ///
  /// @throws IllegalArgumentException when `url` is none of the server's
  URI behind(String url) {
    if (!url.startsWith(webhooks + "/")) {
      throw new IllegalArgumentException("not an address of this server");
    }
    return at(http, url.substring(webhooks.toString().length()));
  }

  URI at(String path) {
    return at(http, path);
  }

  private static URI at(InetSocketAddress address, String path) {
    return URI.create(
        "http://" + address.getHostString() + ":" + address.getPort() + path);
  }
}
