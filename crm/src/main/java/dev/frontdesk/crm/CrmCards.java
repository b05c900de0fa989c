package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Looks up what rows are made from, beside appointments. As it stands now. Blocks.
public interface CrmCards {
  /// With the newest report's words.
  Optional<CallCard> call(OrgId org, CallId call);

  Optional<LeadCard> lead(OrgId org, String lead);
}
