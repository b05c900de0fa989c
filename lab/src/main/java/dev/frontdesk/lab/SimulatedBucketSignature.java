package dev.frontdesk.lab;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks Signature Version 4 as S3 does, from its description and not from Amazon's client.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">
///     authenticating requests by header</a>
final class SimulatedBucketSignature {
  static final String EMPTY = sha256(new byte[0]);

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8})/([a-z0-9-]+)/s3/aws4_request, ?"
              + "SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final String accessKeyId;
  private final String secretAccessKey;
  private final String region;

  SimulatedBucketSignature(String accessKeyId, String secretAccessKey, String region) {
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.region = region;
  }

  /// S3's code for what is wrong with the request; empty when it is signed rightly.
  Optional<String> objection(VendorRequest request, Instant now) {
    var header = request.header("Authorization");
    if (header.isEmpty()) {
      return Optional.of("AccessDenied");
    }
    var parts = AUTHORIZATION.matcher(header.get());
    if (!parts.matches()) {
      return Optional.of("AuthorizationHeaderMalformed");
    }
    if (!parts.group(1).equals(accessKeyId)) {
      return Optional.of("InvalidAccessKeyId");
    }
    if (!parts.group(3).equals(region)) {
      return Optional.of("AuthorizationHeaderMalformed");
    }
    var stamp = request.header("x-amz-date").orElse("");
    var signed = List.of(parts.group(4).split(";"));
    if (!stamp.startsWith(parts.group(2)) || !signed.contains("host") || unsigned(request, signed)) {
      return Optional.of("AccessDenied");
    }
    if (!inTime(stamp, now)) {
      return Optional.of("RequestTimeTooSkewed");
    }
    var content = content(request);
    if (content.isEmpty()) {
      return Optional.of("XAmzContentSHA256Mismatch");
    }
    var expected = signature(request, stamp, signed, content.get());
    return MessageDigest.isEqual(bytes(expected), bytes(parts.group(5)))
        ? Optional.empty()
        : Optional.of("SignatureDoesNotMatch");
  }

  /// Every `x-amz-` header must be signed.
  private static boolean unsigned(VendorRequest request, List<String> signed) {
    return request.headers().keySet().stream()
        .anyMatch(name -> name.startsWith("x-amz-") && !signed.contains(name));
  }

  private static boolean inTime(String stamp, Instant now) {
    try {
      var at = STAMP.parse(stamp, Instant::from);
      return Duration.between(at, now).abs().compareTo(SKEW) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /// The hash that the signature covers; empty when it is not that of the body.
  private static Optional<String> content(VendorRequest request) {
    var told = request.header("x-amz-content-sha256").orElse("");
    return told.equals("UNSIGNED-PAYLOAD") || told.equals(sha256(request.body()))
        ? Optional.of(told)
        : Optional.empty();
  }

  private String signature(
      VendorRequest request, String stamp, List<String> signed, String content) {
    var day = stamp.substring(0, 8);
    var canonical =
        String.join(
            "\n",
            request.method(),
            request.rawPath(),
            canonicalQuery(request.rawQuery()),
            signed.stream()
                .map(name -> name + ":" + request.header(name).orElse("").strip() + "\n")
                .collect(Collectors.joining()),
            String.join(";", signed),
            content);
    var scope = day + "/" + region + "/s3/aws4_request";
    var toSign =
        String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, sha256(bytes(canonical)));
    byte[] key = hmac(bytes("AWS4" + secretAccessKey), day);
    for (var part : List.of(region, "s3", "aws4_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String canonicalQuery(String raw) {
    var pairs = new ArrayList<String>();
    for (var pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        pairs.add(pair.contains("=") ? pair : pair + "=");
      }
    }
    return pairs.stream().sorted().collect(Collectors.joining("&"));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
