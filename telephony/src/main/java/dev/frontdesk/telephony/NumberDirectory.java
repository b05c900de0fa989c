package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.AgentVersion;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;

/// Whose number was rung, and who speaks there.
public interface NumberDirectory {

  Optional<OrgId> owner(PhoneNumber called);

  /// Which agent answers a call that starts now.
  AgentVersion agent(OrgId org);
}
