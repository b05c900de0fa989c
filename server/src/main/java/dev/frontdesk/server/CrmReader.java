package dev.frontdesk.server;

/// Reads the configuration's sections that CrmSettings and CrmLink stand for.
final class CrmReader {
  private CrmReader() {}

  static CrmSettings settings(StrictYaml yaml) {
    yaml.only();
    return CrmSettings.DEFAULT;
  }

  /// @param yaml an organisation's own section
  static CrmLink link(StrictYaml yaml) {
    yaml.only();
    return CrmLink.NONE;
  }
}
