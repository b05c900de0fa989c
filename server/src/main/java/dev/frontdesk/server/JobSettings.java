package dev.frontdesk.server;

/// What the whole server is told about durable work.
public record JobSettings() {
  public static final JobSettings DEFAULT = new JobSettings();
}
