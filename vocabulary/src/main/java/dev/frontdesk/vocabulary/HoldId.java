package dev.frontdesk.vocabulary;

/// A short claim on a slot. Doubles as its idempotency key.
public record HoldId(String value) {
  public HoldId {
    Ids.check("HoldId", value);
  }
}
