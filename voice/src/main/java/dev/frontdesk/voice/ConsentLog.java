package dev.frontdesk.voice;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;

/// Where it is kept that a caller agreed to be recorded. Blocks; voice calls it on the agent's
/// thread and records nothing until it has returned.
@FunctionalInterface
public interface ConsentLog {
  /// @param wording what was said to the caller, word for word
  /// @param at      when its last word had been heard
  void consented(OrgId org, CallId call, String wording, Method method, Instant at);

  enum Method {
    /// The caller heard the notice and stayed on the line.
    STAYED_ON_LINE
  }
}
