package dev.frontdesk.server;

/// What one organisation has set up for calendars.
public record CalendarLink() {
  public static final CalendarLink NONE = new CalendarLink();
}
