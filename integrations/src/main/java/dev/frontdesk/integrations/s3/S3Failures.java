package dev.frontdesk.integrations.s3;

import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3's refusals and silences mean for who asks.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's error
///     codes</a>
final class S3Failures {
  private static final Duration SLOW_DOWN = Duration.ofSeconds(5);

  private S3Failures() {}

  static <T> ProviderResult<T> writing(Supplier<T> work) {
    return run(work, true);
  }

  static <T> ProviderResult<T> reading(Supplier<T> work) {
    return run(work, false);
  }

  private static <T> ProviderResult<T> run(Supplier<T> work, boolean writes) {
    try {
      return new Ok<>(work.get());
    } catch (S3Exception refused) {
      return new Failed<>(refused(refused, writes));
    } catch (SdkClientException silent) {
      return new Failed<>(silent(silent, writes));
    }
  }

  private static Failure refused(S3Exception e, boolean writes) {
    var code =
        Optional.ofNullable(e.awsErrorDetails())
            .map(AwsErrorDetails::errorCode)
            .orElse("no code");
    var detail = e.statusCode() + " " + code;
    return switch (e.statusCode()) {
      case 429 -> new Failure.Throttled(detail, retryAfter(e));
      case 503 -> new Failure.Throttled(detail, retryAfter(e)); // SlowDown, ServiceUnavailable
      case 408, 409, 425 -> new Failure.Retryable(detail);
      case 500, 502, 504 ->
          writes ? new Failure.Unconfirmed(detail) : new Failure.Retryable(detail);
      default ->
          code.equals("RequestTimeout") || code.equals("RequestTimeTooSkewed")
              ? new Failure.Retryable(detail)
              : new Failure.Permanent(detail);
    };
  }

  private static Duration retryAfter(S3Exception e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(response -> response.firstMatchingHeader("Retry-After"))
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(SLOW_DOWN);
  }

  /// Who was never reached has done nothing.
  private static Failure silent(SdkClientException e, boolean writes) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return new Failure.Retryable("not reached: " + cause.getClass().getSimpleName());
      }
    }
    return writes
        ? new Failure.Unconfirmed("no answer")
        : new Failure.Retryable("no answer");
  }
}
