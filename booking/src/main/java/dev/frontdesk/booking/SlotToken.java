package dev.frontdesk.booking;

/// Proof that the server offered a slot in this call, good for a few minutes. Opaque; only what
/// bears one can be held or booked.
public record SlotToken(String value) {
  @Override
  public String toString() {
    return "a slot token";
  }
}
