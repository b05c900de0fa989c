package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Looks calls up for the customer records. Blocks.
@FunctionalInterface
public interface CallCards {
  /// As it stands now, with the newest report.
  Optional<CallCard> find(OrgId org, CallId call);
}
