package dev.frontdesk.server;

/// What one organisation has set up for reports on calls.
public record ReportLink() {
  public static final ReportLink NONE = new ReportLink();
}
