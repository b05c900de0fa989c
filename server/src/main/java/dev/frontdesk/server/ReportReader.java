package dev.frontdesk.server;

/// Reads the configuration's sections that ReportSettings and ReportLink stand for.
final class ReportReader {
  private ReportReader() {}

  static ReportSettings settings(StrictYaml yaml) {
    yaml.only();
    return ReportSettings.DEFAULT;
  }

  /// @param yaml an organisation's own section
  static ReportLink link(StrictYaml yaml) {
    yaml.only();
    return ReportLink.NONE;
  }
}
