package dev.frontdesk.vocabulary;

/// A chair, room or person that is booked.
public record ResourceId(String value) {
  public ResourceId {
    Ids.check("ResourceId", value);
  }
}
