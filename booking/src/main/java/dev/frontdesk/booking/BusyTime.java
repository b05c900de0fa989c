package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;

/// One allocation of a hold or booking that keeps others out.
///
/// @param slot    what the customer sees
/// @param blocked the slot with its buffers
public record BusyTime(
    Allocation allocation, ServiceId service, Slot slot, Slot blocked, Owner owner) {

  /// Whose it is.
  public sealed interface Owner {
    record ByHold(CallId call) implements Owner {}

    record ByBooking(BookingId booking) implements Owner {}

    /// Something in the business's own calendar; counts against no limit.
    record ByCalendar() implements Owner {}
  }
}
