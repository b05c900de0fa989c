package dev.frontdesk.telephony;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Calls that have no media socket now but should get one, each with the instant at which hope
/// ends. Safe from any thread.
final class Waiting {
  private final Map<CallId, Hope> hopes = new ConcurrentHashMap<>();

  /// @param reason what the call ends with if no socket comes
  record Hope(OrgId org, CallId call, Instant until, EndedReason reason) {}

  void hope(Hope hope) {
    hopes.put(hope.call, hope);
  }

  void fulfilled(CallId call) {
    hopes.remove(call);
  }

  /// Those whose time is over, taken out.
  List<Hope> lapsed(Instant now) {
    var lapsed = new ArrayList<Hope>();
    hopes
        .values()
        .removeIf(hope -> !now.isBefore(hope.until) && lapsed.add(hope));
    return lapsed;
  }
}
