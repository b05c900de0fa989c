package dev.frontdesk.vocabulary;

/// Which wording and rules spoke, so that a report can say so.
public record AgentVersion(String value) {
  public AgentVersion {
    Ids.check("AgentVersion", value);
  }
}
