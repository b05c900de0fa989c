package dev.frontdesk.server;

/// What the whole server is told about customer records.
public record CrmSettings() {
  public static final CrmSettings DEFAULT = new CrmSettings();
}
