package dev.frontdesk.integrations.s3;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.util.Optional;

/// Where the archive is.
///
/// @param endpoint   of a server that speaks S3's protocol; Amazon's own when empty
/// @param prefix     in front of each key, empty or ending in a slash
/// @param encryption what the bucket is asked to encrypt with: `AES256` or `aws:kms`
public record S3Settings(
    String bucket,
    String region,
    String accessKeyId,
    Secret secretAccessKey,
    Optional<URI> endpoint,
    String prefix,
    Optional<String> encryption) {

  public S3Settings {
    bucketName(bucket);
    prefix(prefix);
    encryption.ifPresent(S3Settings::encryption);
  }

  /// @throws IllegalArgumentException when no bucket can have this name
  /// @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">
  ///     bucket naming rules</a>
  public static String bucketName(String name) {
    if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new IllegalArgumentException("no bucket has such a name");
    }
    return name;
  }

  public static String prefix(String prefix) {
    if (!prefix.isEmpty() && !prefix.matches("([A-Za-z0-9_-][A-Za-z0-9._-]*/)+")) {
      throw new IllegalArgumentException("a prefix is plain and ends with a slash");
    }
    return prefix;
  }

  public static String encryption(String name) {
    if (!name.equals("AES256") && !name.equals("aws:kms")) {
      throw new IllegalArgumentException("encryption is AES256 or aws:kms");
    }
    return name;
  }
}
