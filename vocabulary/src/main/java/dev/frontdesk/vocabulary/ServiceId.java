package dev.frontdesk.vocabulary;

/// What can be booked, as the organisation names it (`haircut`).
public record ServiceId(String value) {
  public ServiceId {
    Ids.check("ServiceId", value);
  }
}
