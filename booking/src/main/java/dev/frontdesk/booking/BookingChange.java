package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A standing booking to be replaced by its next state: moved, cancelled or not shown up for.
///
/// @param before as it was read; its version is compared
/// @param call   whose hold the change uses up
/// @param key    the caller's idempotency key, unique within the organisation over all acts
/// @param now    holds that have expired by then no longer count
public record BookingChange(
    Booking before,
    Booking after,
    Optional<CallId> call,
    String key,
    List<Quota> quotas,
    BookingEvent event,
    Instant now) {
  public BookingChange {
    quotas = List.copyOf(quotas);
    if (!after.id().equals(before.id()) || after.version() != before.version() + 1) {
      throw new IllegalArgumentException("a change keeps the id and raises the version by one");
    }
  }
}
