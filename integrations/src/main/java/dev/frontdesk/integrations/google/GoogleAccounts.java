package dev.frontdesk.integrations.google;

import dev.frontdesk.vocabulary.OrgId;
import java.util.Optional;

/// Whose access we have. Blocks.
public interface GoogleAccounts {
  Optional<GoogleAccount> of(OrgId org);

  /// Google says for good that this access is no longer given: asking again is of no use until a
  /// person gives it anew.
  ///
  /// @param reason Google's word, as `invalid_grant`
  void refused(OrgId org, String reason);
}
