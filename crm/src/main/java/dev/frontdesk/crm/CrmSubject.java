package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import java.time.Instant;

/// Something whose rows should be brought up to date. Rows are made from what it is when they are
/// written, so that marking it twice writes it once.
public sealed interface CrmSubject {
  record OfBooking(BookingId booking) implements CrmSubject {}

  record OfCall(CallId call) implements CrmSubject {}

  record OfLead(String lead) implements CrmSubject {}

  /// What happened to a booking, for its history.
  ///
  /// @param event the same however often it is told of
  /// @param kind  as `KIND` has it
  record Happening(String event, String kind, BookingId booking, Instant at)
      implements CrmSubject {}

  /// Unique within the organisation.
  default String id() {
    return switch (this) {
      case OfBooking(var booking) -> "booking:" + booking.value();
      case OfCall(var call) -> "call:" + call.value();
      case OfLead(var lead) -> "lead:" + lead;
      case Happening happening -> "happening:" + happening.event;
    };
  }
}
