package dev.frontdesk.storage;

import dev.frontdesk.vocabulary.OrgId;

/// Who asks, proven by the key they showed.
public record ApiKey(OrgId org, String id, Scope scope, String label) {
  public enum Scope {
    /// For the organisation's own servers: everything.
    PRIVATE,
    /// For what is shipped to browsers: only to start a call.
    PUBLIC
  }
}
