package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;

/// The answers of this room's desks to who runs their work.
final class Outcomes {
  private Outcomes() {}

  static ProviderResult<String> done(String what) {
    return new Ok<>(what);
  }

  static ProviderResult<String> nothing(String why) {
    return new Ok<>("nothing to do: " + why);
  }

  static ProviderResult<String> later(String why, Duration wait) {
    var atLeast = wait.isPositive() ? wait : Duration.ofMillis(1);
    return new Failed<>(new Failure.Throttled(why, atLeast));
  }

  static ProviderResult<String> never(String why) {
    return new Failed<>(new Failure.Permanent(why));
  }

  static ProviderResult<String> failed(Failure failure) {
    return new Failed<>(failure);
  }

  /// Of asking, which changes nothing: an answer that did not come is simply asked for again.
  static ProviderResult<String> asked(Failure failure) {
    return switch (failure) {
      case Failure.Unconfirmed(var detail) -> new Failed<>(new Failure.Retryable(detail));
      case Failure.Retryable _, Failure.Throttled _, Failure.Permanent _ -> new Failed<>(failure);
    };
  }
}
