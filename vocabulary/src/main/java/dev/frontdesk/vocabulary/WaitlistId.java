package dev.frontdesk.vocabulary;

/// A customer's place on the waitlist.
public record WaitlistId(String value) {
  public WaitlistId {
    Ids.check("WaitlistId", value);
  }
}
