package dev.frontdesk.server;

/// Reads the configuration's sections that JobSettings stand for.
final class JobReader {
  private JobReader() {}

  static JobSettings settings(StrictYaml yaml) {
    yaml.only();
    return JobSettings.DEFAULT;
  }
}
