package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.util.List;
import java.util.Optional;

/// Where it is kept what agents did in calls. Blocks.
public interface Acts {
  void append(OrgId org, CallId call, Act act);

  /// In the order in which they were appended.
  List<Act> of(OrgId org, CallId call);

  /// When the caller was told of the recording and stayed, if they were.
  Optional<CallRecord.Consent> consent(OrgId org, CallId call);
}
