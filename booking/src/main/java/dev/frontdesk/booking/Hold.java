package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;

/// A short exclusive claim while the caller makes up their mind. A call has one hold at most:
/// taking the next gives up the last. Holds are never edited.
///
/// @param expiresAt first instant at which the claim no longer counts
public record Hold(
    HoldId id, OrgId org, CallId call, Claim claim, Instant takenAt, Instant expiresAt) {

  /// Long enough to answer a text message, short enough that a dropped call gives the slot back.
  public static final Duration LONGEST = Duration.ofMinutes(30);

  public Hold {
    var length = Duration.between(takenAt, expiresAt);
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "hold %s lasts %s, allowed: up to %s".formatted(id.value(), length, LONGEST));
    }
  }

  public boolean isLive(Instant now) {
    return now.isBefore(expiresAt);
  }

  /// Whether this hold keeps others out of `wanted` at `now`.
  public boolean blocks(Claim wanted, Instant now) {
    return isLive(now) && claim.clashesWith(wanted);
  }
}
