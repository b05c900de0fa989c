package dev.frontdesk.booking.spi;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.Secret;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The business's own calendar, wherever it lives. Implemented in `integrations`. Blocks, but not
/// past the deadline; safe from any thread.
///
/// Failures say what follows. A connection that a person must mend (access was taken back) is told
/// to whoever keeps connections, and is `Permanent` here.
public interface CalendarProvider {
  /// Makes the calendar show the entry: creates its event, changes it, or revives it. The same
  /// booking never has two events, across retries, restarts and lost answers. Times and texts are
  /// the booking's; what people added to the event otherwise stays.
  ///
  /// @param known where it was written last, in the same calendar
  ProviderResult<CalendarEvent> put(
      OrgId org, CalendarEntry entry, Optional<CalendarEvent> known, Instant deadline);

  /// Takes the booking's event off the calendar, also one whose writing was never confirmed.
  ///
  /// @param known where it was written last; an event of a series must be known
  /// @return what was taken off; empty when there was nothing
  ProviderResult<Optional<CalendarEvent>> remove(
      OrgId org,
      BookingId booking,
      String calendar,
      Optional<CalendarEvent> known,
      Instant deadline);

  /// What changed since the token was given; everything within `range` without one.
  ProviderResult<CalendarChanges> changes(
      OrgId org, String calendar, Optional<String> token, Slot range, Instant deadline);

  /// The time that the calendar counts as busy, our own events included, asked for now. An answer
  /// that leaves the calendar out is a failure, not a free calendar.
  ProviderResult<List<Slot>> busy(OrgId org, String calendar, Slot range, Instant deadline);

  /// Asks to be told at `address` when the calendar changes.
  ///
  /// @param address where the vendor posts; https
  /// @param token   comes back with each message
  ProviderResult<PushChannel> watch(
      OrgId org,
      String calendar,
      String channel,
      String address,
      Secret token,
      Instant until,
      Instant deadline);

  /// @return false when there was no such channel any more
  ProviderResult<Boolean> stop(OrgId org, PushChannel channel, Instant deadline);
}
