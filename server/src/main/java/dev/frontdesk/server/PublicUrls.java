package dev.frontdesk.server;

import java.net.URI;

/// How the world reaches this server. What a webhook's signature covers and what carriers are told
/// comes from here, never from a request's Host header.
///
/// @param http  without a slash at its end
/// @param media `wss://…`, or `ws://…` on this machine; without a slash at its end
public record PublicUrls(URI http, URI media) {
  public PublicUrls {
    http = withoutSlash(http);
    media = withoutSlash(media);
  }

  static PublicUrls of(ServerSettings settings) {
    return new PublicUrls(
        settings
            .publicUrl()
            .orElseGet(() -> URI.create("http://" + settings.listen() + ":" + settings.httpPort())),
        settings
            .publicMediaUrl()
            .or(() -> settings.publicUrl().map(PublicUrls::asSocket))
            .orElseGet(() -> URI.create("ws://" + settings.listen() + ":" + mediaPort(settings))));
  }

  private static int mediaPort(ServerSettings settings) {
    return settings.mediaOnHttpPort() ? settings.httpPort() : settings.mediaPort();
  }

  private static URI asSocket(URI http) {
    String text = http.toString();
    return URI.create(text.startsWith("https") ? "wss" + text.substring(5) : "ws" + text.substring(4));
  }

  private static URI withoutSlash(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
  }
}
