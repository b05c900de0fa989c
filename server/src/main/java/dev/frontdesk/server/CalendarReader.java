package dev.frontdesk.server;

/// Reads the configuration's sections that CalendarSettings and CalendarLink stand for.
final class CalendarReader {
  private CalendarReader() {}

  static CalendarSettings settings(StrictYaml yaml) {
    yaml.only();
    return CalendarSettings.DEFAULT;
  }

  /// @param yaml an organisation's own section
  static CalendarLink link(StrictYaml yaml) {
    yaml.only();
    return CalendarLink.NONE;
  }
}
