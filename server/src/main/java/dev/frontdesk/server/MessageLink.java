package dev.frontdesk.server;

/// What one organisation has set up for text messages and mail.
public record MessageLink() {
  public static final MessageLink NONE = new MessageLink();
}
