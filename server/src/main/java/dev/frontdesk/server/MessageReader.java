package dev.frontdesk.server;

/// Reads the configuration's sections that MessageSettings and MessageLink stand for.
final class MessageReader {
  private MessageReader() {}

  static MessageSettings settings(StrictYaml yaml) {
    yaml.only();
    return MessageSettings.DEFAULT;
  }

  /// @param yaml an organisation's own section
  static MessageLink link(StrictYaml yaml) {
    yaml.only();
    return MessageLink.NONE;
  }
}
