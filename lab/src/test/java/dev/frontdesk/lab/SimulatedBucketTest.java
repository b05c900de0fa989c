package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.s3.S3Recordings;
import dev.frontdesk.integrations.s3.S3Settings;
import dev.frontdesk.reporting.spi.RecordingStore;
import dev.frontdesk.reporting.spi.RecordingStore.Key;
import dev.frontdesk.reporting.spi.RecordingStoreContract;
import dev.frontdesk.vocabulary.LegId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import dev.frontdesk.vocabulary.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Amazon's client and the simulated bucket, together: the contract of every recording store, what
/// failures mean, and what the bucket refuses.
class SimulatedBucketTest extends RecordingStoreContract {
  private static final Key KEY = new Key(new OrgId("maple"), new LegId("leg-1"));

  private final VendorFaults faults = VendorFaults.none();
  private final SimulatedBucket bucket =
      SimulatedBucket.start(0, "recordings", faults, Duration.ZERO, Clock.systemUTC());
  private final S3Recordings store = S3Recordings.open(settings("recordings", bucket.endpoint()));

  @AfterEach
  void close() {
    store.close();
    bucket.close();
  }

  @Override
  protected RecordingStore store() {
    return store;
  }

  @Test
  void objects_lie_under_the_prefix_by_organisation_and_leg() throws IOException {
    store.put(KEY, recording(44, 1));

    assertThat(bucket.entries()).isEqualTo(Map.of("calls/maple/leg-1.wav", 44));
  }

  @ParameterizedTest
  @CsvSource({
    "500, Unconfirmed", "502, Unconfirmed", "504, Unconfirmed", "503, Throttled",
    "429, Throttled", "403, Permanent", "404, Permanent", "409, Retryable"
  })
  void a_refused_write_says_what_may_be_done_next(int status, String kind) throws IOException {
    faults.next(VendorFault.status(status));

    assertThat(failure(store.put(KEY, recording(10, 1))).getClass().getSimpleName())
        .isEqualTo(kind);
    assertThat(bucket.entries()).isEmpty();
  }

  @Test
  void throttled_says_for_how_long() throws IOException {
    faults.next(VendorFault.throttled(Duration.ofSeconds(7)));

    assertThat(failure(store.put(KEY, recording(10, 1))))
        .isEqualTo(new Throttled("429 SlowDown", Duration.ofSeconds(7)));
  }

  @Test
  void a_connection_lost_after_the_work_is_unconfirmed_and_the_object_is_found()
      throws IOException {
    var file = recording(10, 1);
    faults.next(VendorFault.resetAfter());

    assertThat(failure(store.put(KEY, file))).isInstanceOf(Unconfirmed.class);
    assertThat(ok(store.find(KEY))).isPresent();
    assertThat(ok(store.put(KEY, file)).bytes()).isEqualTo(10);
    assertThat(bucket.entries()).hasSize(1);
  }

  @Test
  void a_connection_lost_before_the_work_is_unconfirmed_too_and_nothing_is_found()
      throws IOException {
    faults.next(VendorFault.resetBefore());

    assertThat(failure(store.put(KEY, recording(10, 1)))).isInstanceOf(Unconfirmed.class);
    assertThat(ok(store.find(KEY))).isEmpty();
  }

  /// The JDK's client repeats a read once by itself when the connection breaks.
  @Test
  void a_read_that_fails_may_simply_be_repeated() {
    faults.next(
        VendorFault.status(500), VendorFault.resetBefore(), VendorFault.resetBefore());

    assertThat(failure(store.find(KEY))).isInstanceOf(Retryable.class);
    assertThat(failure(store.find(KEY))).isInstanceOf(Retryable.class);
  }

  @Test
  void a_server_that_is_not_there_has_done_nothing() throws IOException {
    var nobody = settings("recordings", URI.create("http://127.0.0.1:1"));
    try (var unreachable = S3Recordings.open(nobody)) {
      assertThat(failure(unreachable.put(KEY, recording(10, 1)))).isInstanceOf(Retryable.class);
    }
  }

  @Test
  void a_bucket_that_is_not_there_needs_a_person() throws IOException {
    try (var other = S3Recordings.open(settings("elsewhere", bucket.endpoint()))) {
      assertThat(failure(other.put(KEY, recording(10, 1))))
          .isEqualTo(new Permanent("404 NoSuchBucket"));
    }
  }

  @Test
  void a_wrong_secret_is_refused() throws IOException {
    var wrong =
        new S3Settings(
            "recordings", SimulatedBucket.REGION, SimulatedBucket.ACCESS_KEY_ID,
            new Secret("not the secret"), Optional.of(bucket.endpoint()), "", Optional.empty());
    try (var other = S3Recordings.open(wrong)) {
      assertThat(failure(other.put(KEY, recording(10, 1))))
          .isEqualTo(new Permanent("403 SignatureDoesNotMatch"));
    }
  }

  @Test
  void an_unsigned_request_is_refused() throws Exception {
    var request = HttpRequest.newBuilder(bucket.endpoint().resolve("/recordings/a")).build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("AccessDenied");
  }

  /// The example in Amazon's documentation of Signature Version 4: GET of a range of an object.
  @Test
  void the_published_example_verifies_and_nothing_else_does() {
    var signature =
        new SimulatedBucketSignature(
            "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
    var now = Instant.parse("2013-05-24T00:00:00Z");
    var headers =
        Map.of(
            "host", "examplebucket.s3.amazonaws.com",
            "range", "bytes=0-9",
            "x-amz-content-sha256", SimulatedBucketSignature.EMPTY,
            "x-amz-date", "20130524T000000Z",
            "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/"
                    + "aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                    + " Signature="
                    + "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");

    assertThat(signature.objection(get("/test.txt", headers), now)).isEmpty();
    assertThat(signature.objection(get("/test.txt", headers), now.plusSeconds(901)))
        .contains("RequestTimeTooSkewed");
    assertThat(signature.objection(get("/other.txt", headers), now))
        .contains("SignatureDoesNotMatch");
    for (var name : List.of("range", "host", "x-amz-date")) {
      var altered = new HashMap<>(headers);
      altered.put(name, headers.get(name).replace('0', '1').replace('e', 'f'));
      assertThat(signature.objection(get("/test.txt", altered), now)).as(name).isPresent();
    }
    var more = new HashMap<>(headers);
    more.put("x-amz-acl", "public-read");
    assertThat(signature.objection(get("/test.txt", more), now)).contains("AccessDenied");
  }

  private static VendorRequest get(String path, Map<String, String> headers) {
    return new VendorRequest("GET", path, path, "", Map.of(), headers, new byte[0]);
  }

  private static S3Settings settings(String bucket, URI endpoint) {
    return new S3Settings(
        bucket, SimulatedBucket.REGION, SimulatedBucket.ACCESS_KEY_ID,
        new Secret(SimulatedBucket.SECRET_ACCESS_KEY), Optional.of(endpoint), "calls/",
        Optional.of("AES256"));
  }

  private static Failure failure(ProviderResult<?> result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed<?>) result).failure();
  }
}
