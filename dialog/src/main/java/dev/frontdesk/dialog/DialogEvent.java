package dev.frontdesk.dialog;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ServiceId;
import dev.frontdesk.vocabulary.Slot;
import java.util.List;
import java.util.Optional;

/// What an agent did that others want to show or count.
public sealed interface DialogEvent {
  /// The caller gave a detail: `service`, `day`, `time`, `name`, `phone`, `email`, `resource`.
  /// Not its value, which may be personal.
  record DetailLearned(String detail) implements DialogEvent {}

  /// These slots were spoken to the caller.
  record SlotsOffered(ServiceId service, List<Slot> slots) implements DialogEvent {
    public SlotsOffered {
      slots = List.copyOf(slots);
    }
  }

  record Held(HoldId hold, ServiceId service, Slot slot) implements DialogEvent {}

  record Booked(Booking booking) implements DialogEvent {}

  record Rescheduled(Booking booking) implements DialogEvent {}

  record Cancelled(Booking booking) implements DialogEvent {}

  record Waitlisted(ServiceId service) implements DialogEvent {}

  /// The agent gave up on its own.
  ///
  /// @param how      `person` or `call-back`
  /// @param callBack where to call back; present when that was promised
  record Escalated(String how, Optional<PhoneNumber> callBack) implements DialogEvent {}
}
