package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.OrgId;

/// Tells people what only they can mend.
public interface CrmNotices {
  /// Stands until it is cleared; raising it again changes its text.
  ///
  /// @param kind    names the runbook, as `crm.conflicts`
  /// @param subject what it is about, by id
  void raise(OrgId org, String kind, String subject, String text);

  void clear(OrgId org, String kind, String subject);
}
