package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarNotices;
import dev.frontdesk.durable.Alarm;
import dev.frontdesk.durable.Alarms;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;

/// Tells a business what it must look at in its calendar, by alarms that stand until it did.
final class CalendarAlarms implements CalendarNotices {
  static final String DISCONNECTED = "calendar.disconnected";
  static final String STALE = "calendar.stale";
  static final String CLASH = "calendar.clash";
  private static final String SUBJECT = "google";

  private final Alarms alarms;

  CalendarAlarms(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public void disconnected(OrgId org, String reason, Instant at) {
    alarms.raise(
        new Alarm(
            org,
            DISCONNECTED,
            SUBJECT,
            "Google Calendar no longer lets us in (%s). Bookings go on and are written once it is"
                .formatted(reason)
                + " connected again: POST /calendar/connect.",
            at));
  }

  @Override
  public void connected(OrgId org, Instant at) {
    alarms.clear(org, DISCONNECTED, SUBJECT, at);
  }

  @Override
  public void clash(OrgId org, BookingId booking, Instant at) {
    alarms.raise(
        new Alarm(
            org,
            CLASH,
            booking.value(),
            "Something else stands in the calendar at the time of this booking. Move one of them.",
            at));
  }

  @Override
  public void noClash(OrgId org, BookingId booking, Instant at) {
    alarms.clear(org, CLASH, booking.value(), at);
  }

  /// While nobody knows what is in it, times that depend on it are not offered.
  void stale(OrgId org, String calendar, Instant at) {
    alarms.raise(
        new Alarm(
            org,
            STALE,
            calendar,
            "The calendar could not be read for too long; while that lasts, times that depend on"
                + " it are not offered. Look at its problem: GET /calendar.",
            at));
  }

  void fresh(OrgId org, String calendar, Instant at) {
    alarms.clear(org, STALE, calendar, at);
  }
}
