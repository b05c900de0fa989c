package dev.frontdesk.voice.spi;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// Makes the agent for a call, or brings one back.
public interface AgentFactory {
  /// @param caller empty when the number is withheld
  Agent start(OrgId org, CallId call, Optional<PhoneNumber> caller);

  /// @param state what `Agent.state` gave at the last turn
  Agent resume(OrgId org, CallId call, Optional<PhoneNumber> caller, String state);
}
