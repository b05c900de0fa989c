package dev.frontdesk.reporting;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something the agent did in a call, by a tool or by itself. Names things by id and holds nothing
/// personal.
///
/// @param subject the booking, service or detail it was about
public record Act(Kind kind, Optional<String> subject, Instant at) {

  public enum Kind {
    DETAIL_LEARNED,
    SLOTS_OFFERED,
    SLOT_HELD,
    BOOKED,
    RESCHEDULED,
    CANCELLED,
    WAITLISTED,
    PUT_THROUGH,
    CALL_BACK_PROMISED,
    BARGED_IN;

    /// As reports and rows call it: `slots-offered`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is the use of a tool, as against something that was heard.
    public boolean isTool() {
      return switch (this) {
        case SLOTS_OFFERED, SLOT_HELD, BOOKED, RESCHEDULED, CANCELLED, WAITLISTED, PUT_THROUGH,
            CALL_BACK_PROMISED ->
            true;
        case DETAIL_LEARNED, BARGED_IN -> false;
      };
    }

    /// Whether `subject` is a booking's id.
    public boolean isAboutBooking() {
      return switch (this) {
        case BOOKED, RESCHEDULED, CANCELLED -> true;
        case DETAIL_LEARNED, SLOTS_OFFERED, SLOT_HELD, WAITLISTED, PUT_THROUGH,
            CALL_BACK_PROMISED, BARGED_IN ->
            false;
      };
    }
  }
}
