package dev.frontdesk.booking.spi;

/// Where a vendor keeps a booking's entry.
///
/// @param calendar   the vendor's name for the calendar
/// @param id         the vendor's id of the event
/// @param generation 0 at first; one more each time an id could not be used again
/// @param tag        changes with every change of the event; empty when not known
public record CalendarEvent(String calendar, String id, int generation, String tag) {}
