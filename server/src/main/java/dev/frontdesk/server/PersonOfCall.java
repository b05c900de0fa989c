package dev.frontdesk.server;

import dev.frontdesk.integrations.vapi.VapiCalls;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// Whom the caller of a call can be put through to, on request or because we cannot go on. For a
/// WebSocket call nobody can be rung.
final class PersonOfCall {
  private final ServerSettings settings;
  private final VapiCalls vapi;

  PersonOfCall(ServerSettings settings, VapiCalls vapi) {
    this.settings = settings;
    this.vapi = vapi;
  }

  Optional<PhoneNumber> of(OrgId org, CallId call) {
    return vapi.carries(call) ? Optional.empty() : settings.personOf(org);
  }
}
