package dev.frontdesk.integrations.wire;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;

/// Where to connect and with which key. Prints without the key and without the query.
///
/// @param keyHeader name of the HTTP header that carries the key
/// @param keyScheme what stands before the key in that header: `Token `, or nothing
public record WireTarget(URI uri, String keyHeader, String keyScheme, Secret key) {
  public WireTarget {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.equals("wss") && !scheme.equals("ws")) {
      throw new IllegalArgumentException("not a WebSocket address: " + scheme);
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("an address without a host");
    }
  }

  boolean secure() {
    return uri.getScheme().equals("wss");
  }

  int port() {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return secure() ? 443 : 80;
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + ":" + port() + uri.getPath();
  }
}
