package dev.frontdesk.reporting;

import dev.frontdesk.reporting.spi.RecordingStore.Key;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is kept, what is due to go, and what must stay. Blocks; each method is one transaction.
public interface RetentionStore {

  /// A recording and where it lies.
  ///
  /// @param store `local`, `s3`
  record KeptRecording(Key key, CallId call, String store, long bytes, String sha256) {}

  List<KeptRecording> recordings(OrgId org, CallId call);

  /// The recording now lies in `store`.
  void moved(KeptRecording recording, String store, Instant now);

  /// Calls that ended before `before`, of which something of this kind is kept and nothing holds
  /// it, longest ended first. For `LEAD` the ids are leads'.
  List<String> due(OrgId org, RetentionKind kind, Instant before, int limit);

  /// Whether a hold keeps the call.
  boolean isHeld(OrgId org, CallId call);

  /// Erases, with an audit entry, unless a hold has been placed meanwhile. Recordings themselves
  /// must be gone from their store before their rows are.
  ///
  /// @param subject as `due` gave it
  /// @return whether it was erased
  boolean erase(OrgId org, RetentionKind kind, String subject, Instant now);

  /// With an audit entry. The same id twice is one hold.
  void place(LegalHold hold);

  /// With an audit entry. Empty when no such hold stands.
  Optional<LegalHold> lift(OrgId org, String id, String by, Instant now);

  /// Standing ones first, newest first.
  List<LegalHold> holds(OrgId org, int limit);
}
