package dev.frontdesk.integrations.s3;

import dev.frontdesk.reporting.LocalRecordings;
import dev.frontdesk.reporting.spi.RecordingStore;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Recordings as objects in a bucket, through Amazon's own client. It repeats nothing by itself:
/// whoever calls decides that from the failure.
///
/// A whole file goes in one request, signed over its content; S3 takes up to 5 GB so, which is
/// three days of stereo telephone sound. The content's SHA-256 stays with the object as metadata.
public final class S3Recordings implements RecordingStore, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(30);
  private static final Duration WHOLE_CALL = Duration.ofMinutes(5);
  private static final String SHA256 = "sha256";

  private final S3Client client;
  private final S3Settings settings;

  private S3Recordings(S3Client client, S3Settings settings) {
    this.client = client;
    this.settings = settings;
  }

  public static S3Recordings open(S3Settings settings) {
    var credentials =
        AwsBasicCredentials.create(
            settings.accessKeyId(), settings.secretAccessKey().reveal());
    var builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(
                s3 ->
                    s3.chunkedEncodingEnabled(false)
                        .pathStyleAccessEnabled(settings.endpoint().isPresent()))
            .overrideConfiguration(
                call ->
                    call.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(WHOLE_CALL))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return new S3Recordings(builder.build(), settings);
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public ProviderResult<Stored> put(Key key, Path file) {
    String sha256;
    try {
      sha256 = LocalRecordings.sha256(file);
    } catch (IOException unreadable) {
      return new Failed<>(new Failure.Permanent("the recording cannot be read from the disk"));
    }
    var request =
        PutObjectRequest.builder()
            .bucket(settings.bucket())
            .key(objectKey(key))
            .contentType("audio/wav")
            .metadata(Map.of(SHA256, sha256));
    settings.encryption().ifPresent(request::serverSideEncryption);
    return S3Failures.writing(
        () -> {
          client.putObject(request.build(), RequestBody.fromFile(file));
          return new Stored(where(key), file.toFile().length(), sha256);
        });
  }

  @Override
  public ProviderResult<Optional<Stored>> find(Key key) {
    return S3Failures.reading(
        () -> {
          try {
            var head =
                client.headObject(r -> r.bucket(settings.bucket()).key(objectKey(key)));
            return Optional.of(
                new Stored(
                    where(key),
                    head.contentLength(),
                    head.metadata().getOrDefault(SHA256, "")));
          } catch (NoSuchKeyException none) {
            return Optional.empty();
          } catch (S3Exception e) {
            if (e.statusCode() == 404) { // a HEAD has no body to say what is missing
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public ProviderResult<Optional<InputStream>> open(Key key) {
    return S3Failures.reading(
        () -> {
          try {
            return Optional.of(
                client.getObject(r -> r.bucket(settings.bucket()).key(objectKey(key))));
          } catch (NoSuchKeyException none) {
            return Optional.empty();
          }
        });
  }

  @Override
  public ProviderResult<Boolean> delete(Key key) {
    return switch (find(key)) {
      case Ok(var there) when there.isEmpty() -> new Ok<>(false);
      case Ok(_) ->
          S3Failures.writing(
              () -> {
                client.deleteObject(r -> r.bucket(settings.bucket()).key(objectKey(key)));
                return true;
              });
      case Failed(var failure) -> new Failed<>(failure);
    };
  }

  private String objectKey(Key key) {
    return settings.prefix() + key.path();
  }

  private String where(Key key) {
    return "s3://" + settings.bucket() + "/" + objectKey(key);
  }

  @Override
  public void close() {
    client.close();
  }
}
