package dev.frontdesk.booking;

import java.time.Duration;

/// How the desk works, for all organisations.
///
/// @param holdFor         how long a caller may make up their mind
/// @param waitlistHoldFor how long a slot that came free is kept for who is next on the waitlist
/// @param tokenFor        how long an offer can be taken up
/// @param alternatives    how many are named when a slot was just taken
public record BookingSettings(
    Duration holdFor, Duration waitlistHoldFor, Duration tokenFor, int alternatives) {
  /// An older offer says little about what is free.
  public static final Duration LONGEST_TOKEN = Duration.ofMinutes(15);

  public static final BookingSettings DEFAULT =
      new BookingSettings(
          Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(15), 2);

  public BookingSettings {
    if (tokenFor.compareTo(LONGEST_TOKEN) > 0 || !tokenFor.isPositive()) {
      throw new IllegalArgumentException("tokens live up to " + LONGEST_TOKEN);
    }
    if (holdFor.compareTo(Hold.LONGEST) > 0 || waitlistHoldFor.compareTo(Hold.LONGEST) > 0) {
      throw new IllegalArgumentException("holds last up to " + Hold.LONGEST);
    }
  }
}
