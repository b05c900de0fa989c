package dev.frontdesk.vocabulary;

/// Bookings made together by one rule ("every other Tuesday, six times").
public record SeriesId(String value) {
  public SeriesId {
    Ids.check("SeriesId", value);
  }
}
