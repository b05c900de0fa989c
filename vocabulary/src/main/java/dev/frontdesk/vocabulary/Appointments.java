package dev.frontdesk.vocabulary;

import java.util.Optional;

/// Looks bookings up for those who act on them later. Blocks.
public interface Appointments {
  /// As it stands now, which may be later than what the asker was told of.
  Optional<Appointment> find(OrgId org, BookingId booking);
}
