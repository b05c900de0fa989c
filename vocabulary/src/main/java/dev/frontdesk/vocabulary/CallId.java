package dev.frontdesk.vocabulary;

/// One conversation; UUIDv7 text on the wire.
public record CallId(String value) {
  public CallId {
    Ids.check("CallId", value);
  }
}
