package dev.frontdesk.server;

/// What the whole server is told about text messages and mail.
public record MessageSettings() {
  public static final MessageSettings DEFAULT = new MessageSettings();
}
