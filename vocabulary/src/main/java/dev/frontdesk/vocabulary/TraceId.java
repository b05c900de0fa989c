package dev.frontdesk.vocabulary;

/// Follows one cause through rooms, rows and nodes; W3C trace context: 32 lower-case hex digits.
public record TraceId(String value) {
  public TraceId {
    if (!value.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("trace id must be 32 lower-case hex digits");
    }
  }
}
