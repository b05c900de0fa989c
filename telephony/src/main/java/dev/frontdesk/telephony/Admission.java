package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;

/// Asked before a call is answered: an organisation never gets more calls at once than its limit,
/// so that no accepted call starves another.
public interface Admission {

  Verdict admit(OrgId org, CallId call);

  /// The call is proven to be over. Releasing twice, or what was never admitted, does nothing.
  void release(OrgId org, CallId call);

  sealed interface Verdict {
    /// @param remaining how many more calls the organisation may have at once after this one
    record Admitted(int limit, int remaining) implements Verdict {}

    record Full(int limit) implements Verdict {}
  }
}
