package dev.frontdesk.integrations.twilio;

import dev.frontdesk.vocabulary.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `X-Twilio-Signature`: HMAC-SHA1 over the address and the sorted form fields, base64. Compared
/// in constant time.
///
/// @see <a href="https://www.twilio.com/docs/usage/security">Twilio: security</a>
public final class TwilioSignature {
  static final String HEADER = "X-Twilio-Signature";
  private static final String BODY_HASH = "bodySHA256";
  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("https", 443, "wss", 443, "http", 80, "ws", 80);

  private TwilioSignature() {}

  /// What Twilio sends for this request; the simulated carrier signs with it too.
  ///
  /// @param form of a form POST, decoded; empty for everything else
  public static String of(Secret authToken, String url, Map<String, List<String>> form) {
    var text = new StringBuilder(url);
    new TreeMap<>(form)
        .forEach(
            (name, values) -> new TreeSet<>(values).forEach(v -> text.append(name).append(v)));
    return Base64.getEncoder().encodeToString(hmac(authToken, text.toString()));
  }

  /// A form POST, a GET, or (with an empty form) the upgrade of a media socket.
  static boolean valid(
      Secret authToken, String url, Map<String, List<String>> form, String signature) {
    boolean valid = false;
    for (var candidate : withAndWithoutPort(url)) {
      valid |= constantTimeEquals(of(authToken, candidate, form), signature);
    }
    return valid;
  }

  /// Any other body: the address carries the body's hash and alone is signed.
  static boolean validBody(Secret authToken, String url, byte[] body, String signature) {
    var promised = queryParameter(url, BODY_HASH);
    var found = HexFormat.of().formatHex(sha256(body));
    return constantTimeEquals(found, promised) & valid(authToken, url, Map.of(), signature);
  }

  static boolean carriesBodyHash(String url) {
    return !queryParameter(url, BODY_HASH).isEmpty();
  }

  /// Twilio signs some addresses with the port and some without.
  private static Set<String> withAndWithoutPort(String url) {
    var candidates = new LinkedHashSet<String>();
    candidates.add(url);
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return candidates;
    }
    int end = endOfAuthority(url, scheme + 3);
    int colon = url.lastIndexOf(':', end - 1);
    if (colon > scheme + 2 && url.substring(colon + 1, end).matches("[0-9]+")) {
      candidates.add(url.substring(0, colon) + url.substring(end));
    } else {
      var port = DEFAULT_PORTS.get(url.substring(0, scheme));
      if (port != null) {
        candidates.add(url.substring(0, end) + ":" + port + url.substring(end));
      }
    }
    return candidates;
  }

  private static int endOfAuthority(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      if ("/?#".indexOf(url.charAt(i)) >= 0) {
        return i;
      }
    }
    return url.length();
  }

  private static String queryParameter(String url, String name) {
    int query = url.indexOf('?');
    if (query >= 0) {
      for (var pair : url.substring(query + 1).split("&")) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
    }
    return "";
  }

  private static boolean constantTimeEquals(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(Secret key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
