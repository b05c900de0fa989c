package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.PushChannel;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How well we know what one calendar holds.
///
/// @param token    from which changes are asked; empty before the first reading
/// @param range    within which events were read
/// @param readAt   when it was last known to be complete
/// @param wholeAt  when all of it was last read
/// @param channel  by which the vendor tells us of changes
/// @param problem  why the last reading failed; empty when it did not
public record CalendarMirror(
    OrgId org,
    String calendar,
    Optional<String> token,
    Slot range,
    Instant readAt,
    Instant wholeAt,
    Optional<PushChannel> channel,
    String problem) {
  /// Far enough for every booking window.
  static final Duration AHEAD = Duration.ofDays(400);

  /// What began yesterday may still go on.
  static final Duration BEHIND = Duration.ofDays(1);

  /// Read whole again so often, which also moves the range along.
  static final Duration WHOLE_EVERY = Duration.ofDays(7);

  static CalendarMirror unread(OrgId org, String calendar, Instant now) {
    return new CalendarMirror(
        org,
        calendar,
        Optional.empty(),
        range(now),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        "");
  }

  static Slot range(Instant now) {
    return new Slot(now.minus(BEHIND), now.plus(AHEAD));
  }

  boolean wantsWhole(Instant now) {
    return token.isEmpty() || !now.isBefore(wholeAt.plus(WHOLE_EVERY));
  }

  CalendarMirror readWhole(String next, Slot read, Instant now) {
    return new CalendarMirror(
        org, calendar, Optional.of(next), read, now, now, channel, "");
  }

  CalendarMirror readOn(String next, Instant now) {
    return new CalendarMirror(
        org, calendar, Optional.of(next), range, now, wholeAt, channel, "");
  }

  CalendarMirror failed(String why) {
    return new CalendarMirror(org, calendar, token, range, readAt, wholeAt, channel, why);
  }

  CalendarMirror heardBy(Optional<PushChannel> other) {
    return new CalendarMirror(org, calendar, token, range, readAt, wholeAt, other, problem);
  }

  public boolean isStale(Duration after, Instant now) {
    return !now.isBefore(readAt.plus(after));
  }
}
