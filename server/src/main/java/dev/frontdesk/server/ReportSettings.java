package dev.frontdesk.server;

/// What the whole server is told about reports on calls.
public record ReportSettings() {
  public static final ReportSettings DEFAULT = new ReportSettings();
}
