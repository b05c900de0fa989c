package dev.frontdesk.vocabulary;

/// A committed appointment; kept through a reschedule.
public record BookingId(String value) {
  public BookingId {
    Ids.check("BookingId", value);
  }
}
