package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.TraceId;
import java.time.Instant;

/// Something that must follow from a change, written in the transaction of the change itself, so
/// that neither stands without the other.
///
/// @param id      sorts by time; the key under which the work is idempotent
/// @param kind    what happened, as `booking.confirmed`
/// @param key     what it happened to: entries of one key are worked off in order, others need not
///     wait for them
/// @param payload JSON; names things by id and holds nothing personal
/// @param trace   the cause, followed across rooms and nodes
public record OutboxEntry(
    String id, OrgId org, String kind, String key, String payload, TraceId trace, Instant at) {

  public OutboxEntry {
    if (!kind.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+") || kind.length() > Ids.LONGEST) {
      throw new IllegalArgumentException("an outbox entry's kind reads like booking.confirmed");
    }
    if (key.isBlank()) {
      throw new IllegalArgumentException("an outbox entry must say what it is about");
    }
  }

  public static OutboxEntry of(
      OrgId org, String kind, String key, String payload, TraceId trace, Instant at) {
    return new OutboxEntry(Ids.newUuid(at), org, kind, key, payload, trace, at);
  }
}
