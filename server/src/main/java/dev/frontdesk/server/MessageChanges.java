package dev.frontdesk.server;

import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.CancelOutcome;
import dev.frontdesk.booking.ChangeRefusal;
import dev.frontdesk.messaging.AppointmentChanges;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;

/// Customers who call off by text or link, at the desk.
final class MessageChanges implements AppointmentChanges {
  private final BookingDesk desk;

  MessageChanges(BookingDesk desk) {
    this.desk = desk;
  }

  @Override
  public Outcome callOff(OrgId org, BookingId booking, String key) {
    return switch (desk.cancel(org, inPlaceOfCall(booking), booking, key)) {
      case CancelOutcome.Cancelled _ -> Outcome.DONE;
      case CancelOutcome.Refused(var refusal) -> outcome(refusal);
    };
  }

  private static Outcome outcome(ChangeRefusal refusal) {
    return switch (refusal) {
      case TOO_LATE -> Outcome.TOO_LATE;
      case NOT_FOUND, NOT_STANDING, NOT_BEGUN -> Outcome.NOT_STANDING;
    };
  }

  /// The desk knows who acts by their call; a customer with a message in hand has none.
  static CallId inPlaceOfCall(BookingId booking) {
    return new CallId("message-" + booking.value());
  }
}
