package dev.frontdesk.lab;

import java.time.Duration;
import java.util.Optional;

/// What befalls one request to a simulated vendor.
public sealed interface VendorFault {
  /// All is well.
  record None() implements VendorFault {}

  /// Done and answered, but this much later: past somebody's patience, when long enough.
  record Slow(Duration by) implements VendorFault {}

  /// Not done; answered with this status in the vendor's own words.
  ///
  /// @param reason     the vendor's word for it where the status has several, as Google's
  ///     `rateLimitExceeded`; empty for the usual one
  /// @param retryAfter the header of that name, in whole seconds
  record Refused(int status, String reason, Optional<Duration> retryAfter)
      implements VendorFault {}

  /// Done, but answered with this status, as when a proxy loses patience with what is behind it.
  record DoneYetRefused(int status) implements VendorFault {}

  /// The connection is gone before anything was done.
  record ResetBefore() implements VendorFault {}

  /// The connection is gone after the work was done: who asked cannot know.
  record ResetAfter() implements VendorFault {}

  /// Not done: the token is taken for one that has run out.
  record ExpiredToken() implements VendorFault {}

  static VendorFault none() {
    return new None();
  }

  static VendorFault slow(Duration by) {
    return new Slow(by);
  }

  /// 500, 503, 404, 409, 410, 412…
  static VendorFault status(int status) {
    return new Refused(status, "", Optional.empty());
  }

  static VendorFault status(int status, String reason) {
    return new Refused(status, reason, Optional.empty());
  }

  /// 429 with Retry-After.
  static VendorFault throttled(Duration retryAfter) {
    return new Refused(429, "", Optional.of(retryAfter));
  }

  static VendorFault doneYet(int status) {
    return new DoneYetRefused(status);
  }

  static VendorFault resetBefore() {
    return new ResetBefore();
  }

  static VendorFault resetAfter() {
    return new ResetAfter();
  }

  static VendorFault expiredToken() {
    return new ExpiredToken();
  }

  /// For counts: `reset-after`, `refused-429`.
  default String label() {
    return switch (this) {
      case None _ -> "none";
      case Slow _ -> "slow";
      case Refused refused -> "refused-" + refused.status();
      case DoneYetRefused done -> "done-yet-" + done.status();
      case ResetBefore _ -> "reset-before";
      case ResetAfter _ -> "reset-after";
      case ExpiredToken _ -> "expired-token";
    };
  }
}
