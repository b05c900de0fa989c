package dev.frontdesk.vocabulary;

/// Someone the organisation serves.
public record CustomerId(String value) {
  public CustomerId {
    Ids.check("CustomerId", value);
  }
}
