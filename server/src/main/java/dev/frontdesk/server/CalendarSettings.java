package dev.frontdesk.server;

/// What the whole server is told about calendars.
public record CalendarSettings() {
  public static final CalendarSettings DEFAULT = new CalendarSettings();
}
