package dev.frontdesk.telephony.spi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A carrier's request as it came over the wire, before anything in it is believed.
///
/// @param pathAndQuery as sent, still encoded: signatures are over it
/// @param headers      names without regard to case; of a repeated header, the first value
public record WebhookRequest(
    String method, String pathAndQuery, Map<String, String> headers, byte[] body) {

  /// Longer bodies are not read: a carrier's form has a few hundred bytes.
  public static final int LONGEST_BODY = 64 * 1024;

  public WebhookRequest {
    var folded = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    folded.putAll(headers);
    headers = java.util.Collections.unmodifiableMap(folded);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  @Override
  public String toString() {
    return method + " of " + body.length + " bytes"; // the rest is personal or a key
  }
}
