package dev.frontdesk.messaging;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;

/// What follows from how a message fares. Blocks; doing the same again changes nothing.
public interface Aftermath {
  /// Sends another notice later, or by the other channel.
  void plan(Errand errand, Instant at, Instant deadline);

  /// Plans these reminders and drops those planned for earlier versions.
  void remind(OrgId org, BookingId booking, int version, List<ReminderPlan.Reminder> reminders);

  /// Drops the reminders that were planned.
  ///
  /// @param version of the booking as it now is
  void forget(OrgId org, BookingId booking, int version);

  /// A person must look.
  ///
  /// @param kind    as `message.undelivered`
  /// @param subject by id
  /// @param text    what to mend, with nothing personal in it
  void alarm(OrgId org, String kind, String subject, String text, Instant at);

  void calm(OrgId org, String kind, String subject, Instant at);
}
