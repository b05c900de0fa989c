package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Instant;
import java.util.Optional;

/// Work that will be done, however often it takes, unless its deadline passes or a person stops it.
///
/// @param id       the same however often it is planned, so that planning twice is one job; also
///     the key under which its effect is idempotent
/// @param kind     which work does it, as `calendar.write`
/// @param key      what it is about, as a booking's id: jobs of one kind and key are done in the
///     order they were planned
/// @param payload  JSON; names things by id and holds nothing personal
/// @param dueAt    not before
/// @param deadline after it, doing the work would harm; the job then ends undone, and says so
public record Job(
    String id,
    OrgId org,
    String kind,
    String key,
    String payload,
    TraceId trace,
    Instant dueAt,
    Optional<Instant> deadline) {

  public Job {
    if (!kind.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+")) {
      throw new IllegalArgumentException("a job's kind reads like calendar.write");
    }
    if (id.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("a job must say what it is about");
    }
  }

  /// What follows from an entry, as soon as can be.
  public static Job after(OutboxEntry cause, String kind) {
    return new Job(
        kind + ":" + cause.id(), cause.org(), kind, cause.key(), cause.payload(), cause.trace(),
        cause.at(), Optional.empty());
  }

  public Job due(Instant later) {
    return new Job(id, org, kind, key, payload, trace, later, deadline);
  }

  public Job until(Instant latest) {
    return new Job(id, org, kind, key, payload, trace, dueAt, Optional.of(latest));
  }
}
