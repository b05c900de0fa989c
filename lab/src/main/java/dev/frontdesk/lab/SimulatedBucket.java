package dev.frontdesk.lab;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// One S3 bucket, addressed by path. Strict about signatures, names, lengths and what it does not
/// know: multipart uploads, lists and everything else about buckets answer 501.
///
/// Operations, for faults: `PutObject`, `HeadObject`, `GetObject`, `DeleteObject`, `Other`.
public final class SimulatedBucket implements AutoCloseable {
  public static final String ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";
  public static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  public static final String REGION = "eu-central-1";

  private static final String METADATA = "x-amz-meta-";
  private static final int LONGEST_KEY = 1_024;
  private static final int MOST_METADATA = 2_048;

  private final String bucket;
  private final Clock clock;
  private final SimulatedBucketSignature signature =
      new SimulatedBucketSignature(ACCESS_KEY_ID, SECRET_ACCESS_KEY, REGION);
  private final Map<String, Kept> objects = new ConcurrentHashMap<>();
  private final VendorDoor door;

  private SimulatedBucket(
      int port, String bucket, VendorFaults faults, Duration latency, Clock clock) {
    this.bucket = bucket;
    this.clock = clock;
    this.door = VendorDoor.open(port, new Desk(), faults, latency);
  }

  /// @param port 0 for any
  public static SimulatedBucket start(
      int port, String bucket, VendorFaults faults, Duration latency, Clock clock) {
    return new SimulatedBucket(port, bucket, faults, latency, clock);
  }

  public URI endpoint() {
    return door.base();
  }

  /// Sizes of what is kept, by key.
  public Map<String, Integer> entries() {
    var sizes = new TreeMap<String, Integer>();
    objects.forEach((key, kept) -> sizes.put(key, kept.body.length));
    return sizes;
  }

  @Override
  public void close() {
    door.close();
  }

  private record Kept(byte[] body, String contentType, Map<String, String> headers) {
    String etag() {
      return '"' + SimulatedBucketSignature.sha256(body).substring(0, 32) + '"';
    }
  }

  private final class Desk implements VendorDoor.Vendor {
    @Override
    public String operation(VendorRequest request) {
      if (key(request).isEmpty() || !request.query().keySet().stream().allMatch("x-id"::equals)) {
        return "Other";
      }
      return switch (request.method()) {
        case "PUT" -> "PutObject";
        case "HEAD" -> "HeadObject";
        case "GET" -> "GetObject";
        case "DELETE" -> "DeleteObject";
        default -> "Other";
      };
    }

    @Override
    public VendorAnswer answer(VendorRequest request) {
      var objection = signature.objection(request, clock.instant());
      if (objection.isPresent()) {
        return error(403, objection.get());
      }
      var path = request.path();
      if (!path.equals("/" + bucket) && !path.startsWith("/" + bucket + "/")) {
        return error(404, "NoSuchBucket");
      }
      var key = key(request);
      if (key.isEmpty()) {
        return error(501, "NotImplemented");
      }
      if (key.get().length() > LONGEST_KEY) {
        return error(400, "KeyTooLongError");
      }
      return switch (operation(request)) {
        case "PutObject" -> put(key.get(), request);
        case "HeadObject" -> head(key.get());
        case "GetObject" -> get(key.get());
        case "DeleteObject" -> {
          objects.remove(key.get());
          yield VendorAnswer.empty(204);
        }
        default -> error(501, "NotImplemented");
      };
    }

    @Override
    public VendorAnswer refusal(VendorFault.Refused refused, VendorRequest request) {
      var usual =
          switch (refused.status()) {
            case 403 -> "AccessDenied";
            case 404 -> "NoSuchBucket";
            case 409 -> "OperationAborted";
            case 429, 503 -> "SlowDown";
            default -> "InternalError";
          };
      return error(refused.status(), refused.reason().isEmpty() ? usual : refused.reason());
    }

    @Override
    public VendorAnswer expired(VendorRequest request) {
      return error(400, "ExpiredToken");
    }
  }

  private Optional<String> key(VendorRequest request) {
    var before = "/" + bucket + "/";
    return Optional.of(request.path())
        .filter(path -> path.startsWith(before) && path.length() > before.length())
        .map(path -> path.substring(before.length()));
  }

  private VendorAnswer put(String key, VendorRequest request) {
    var length = request.header("Content-Length");
    if (length.isEmpty()) {
      return error(411, "MissingContentLength");
    }
    if (!length.get().equals(Integer.toString(request.body().length))) {
      return error(400, "IncompleteBody");
    }
    var encryption = request.header("x-amz-server-side-encryption");
    if (encryption.filter(e -> !e.equals("AES256") && !e.equals("aws:kms")).isPresent()) {
      return error(400, "InvalidArgument");
    }
    var headers = new HashMap<String, String>();
    request.headers().forEach((name, value) -> {
      if (name.startsWith(METADATA)) {
        headers.put(name, value);
      }
    });
    if (headers.values().stream().mapToInt(String::length).sum() > MOST_METADATA) {
      return error(400, "MetadataTooLarge");
    }
    encryption.ifPresent(e -> headers.put("x-amz-server-side-encryption", e));
    var type = request.header("Content-Type").orElse("binary/octet-stream");
    var kept = new Kept(request.body(), type, headers);
    objects.put(key, kept);
    return VendorAnswer.empty(200).with("ETag", kept.etag());
  }

  private VendorAnswer head(String key) {
    var kept = objects.get(key);
    return kept == null
        ? VendorAnswer.empty(404)
        : described(kept, new byte[0]).with("Content-Length", Integer.toString(kept.body.length));
  }

  private VendorAnswer get(String key) {
    var kept = objects.get(key);
    return kept == null ? error(404, "NoSuchKey") : described(kept, kept.body);
  }

  private static VendorAnswer described(Kept kept, byte[] body) {
    var headers = new HashMap<>(kept.headers);
    headers.put("ETag", kept.etag());
    headers.put("Content-Type", kept.contentType);
    return new VendorAnswer(200, headers, body);
  }

  private static VendorAnswer error(int status, String code) {
    return VendorAnswer.xml(
        status,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
            + code + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>");
  }
}
