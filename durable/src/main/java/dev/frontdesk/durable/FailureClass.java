package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Unconfirmed;
import java.util.Locale;

/// Why an attempt failed, or a job ended undone, as operators sort them.
public enum FailureClass {
  RETRYABLE,
  THROTTLED,
  PERMANENT,
  UNCONFIRMED,
  /// Its deadline passed, or would have before the next attempt.
  EXPIRED,
  /// The work threw: our mistake.
  BUG;

  public static FailureClass of(Failure failure) {
    return switch (failure) {
      case Retryable _ -> RETRYABLE;
      case Throttled _ -> THROTTLED;
      case Permanent _ -> PERMANENT;
      case Unconfirmed _ -> UNCONFIRMED;
    };
  }

  /// As rows and routes spell it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FailureClass read(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
