package dev.frontdesk.booking;

import java.time.Duration;

/// When a service may be booked, moved and cancelled.
///
/// @param minimumNotice from now to the earliest start
/// @param windowDays    the latest start is on the organisation's today plus so many days
/// @param startEvery    starts lie on a grid of this step, counted on the wall clock from the
///                      opening of each span of the (first) resource's schedule
/// @param cancelUntil   before the start; later, neither cancelling nor moving is allowed
/// @param limits        over all resources; days and weeks are those of the organisation's zone
public record BookingRules(
    Duration minimumNotice,
    int windowDays,
    Duration startEvery,
    Duration cancelUntil,
    Limits limits) {
  public static final BookingRules DEFAULT =
      new BookingRules(Duration.ZERO, 60, Duration.ofMinutes(15), Duration.ZERO, Limits.NONE);

  /// A business that is asked for more has no use for a receptionist.
  public static final int LONGEST_WINDOW_DAYS = 730;

  public BookingRules {
    if (minimumNotice.isNegative() || cancelUntil.isNegative()) {
      throw new IllegalArgumentException("notice and cancel cut-off must not be negative");
    }
    if (windowDays < 0 || windowDays > LONGEST_WINDOW_DAYS) {
      throw new IllegalArgumentException(
          "booking window must be 0 to %d days, is %d".formatted(LONGEST_WINDOW_DAYS, windowDays));
    }
    if (startEvery.toMinutes() < 1
        || startEvery.compareTo(Duration.ofDays(1)) > 0
        || startEvery.toSecondsPart() != 0) {
      throw new IllegalArgumentException(
          "starts must be whole minutes apart, up to a day: " + startEvery);
    }
  }
}
