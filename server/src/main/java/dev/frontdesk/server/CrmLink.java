package dev.frontdesk.server;

/// What one organisation has set up for customer records.
public record CrmLink() {
  public static final CrmLink NONE = new CrmLink();
}
