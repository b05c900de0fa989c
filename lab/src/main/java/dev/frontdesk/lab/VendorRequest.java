package dev.frontdesk.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request to a simulated vendor, read whole.
///
/// @param path    as sent, percent-encoding undone
/// @param rawPath as sent, for signatures
/// @param query   decoded; a name may come several times
/// @param headers by lower-case name, the first value of each
record VendorRequest(
    String method,
    String path,
    String rawPath,
    String rawQuery,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The body as a form, decoded; a name may come several times.
  Map<String, List<String>> form() {
    return VendorDoor.pairs(text());
  }
}
