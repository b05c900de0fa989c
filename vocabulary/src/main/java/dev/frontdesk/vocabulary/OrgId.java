package dev.frontdesk.vocabulary;

/// The organisation (business) a row belongs to: leads every key.
public record OrgId(String value) {
  public OrgId {
    Ids.check("OrgId", value);
  }
}
