package dev.frontdesk.vocabulary;

/// One party's signalling and audio within a call.
public record LegId(String value) {
  public LegId {
    Ids.check("LegId", value);
  }
}
