package dev.frontdesk.lab;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Somebody who wants to be told of edits in one table. For who holds the base's lock.
final class SimulatedAirtableHook {
  private static final Duration LASTS = Duration.ofDays(7);
  private static final int PAGE = 50;

  private final String id;
  private final String base;
  private final String table;
  private final URI notifyAt;
  private final byte[] secret;
  private final List<ObjectNode> payloads = new ArrayList<>();
  private Instant expiresAt;

  SimulatedAirtableHook(
      String id, String base, String table, URI notifyAt, byte[] secret, Instant now) {
    this.id = id;
    this.base = base;
    this.table = table;
    this.notifyAt = notifyAt;
    this.secret = secret.clone();
    this.expiresAt = now.plus(LASTS);
  }

  String id() {
    return id;
  }

  String base() {
    return base;
  }

  URI notifyAt() {
    return notifyAt;
  }

  byte[] secret() {
    return secret.clone();
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Instant refresh(Instant now) {
    expiresAt = now.plus(LASTS);
    return expiresAt;
  }

  boolean watches(String changedTable, Instant now) {
    return table.equals(changedTable) && now.isBefore(expiresAt);
  }

  void tell(ObjectNode payload) {
    payloads.add(payload);
  }

  /// @param cursor counts from 1
  ObjectNode payloads(int cursor) {
    if (cursor < 1 || cursor > payloads.size() + 1) {
      throw SimulatedAirtableError.invalid("INVALID_CURSOR", "cursor is out of range");
    }
    int to = Math.min(payloads.size(), cursor - 1 + PAGE);
    var answer = SimulatedAirtable.JSON.createObjectNode();
    var list = answer.putArray("payloads");
    payloads.subList(cursor - 1, to).forEach(list::add);
    return answer.put("cursor", to + 1).put("mightHaveMore", to < payloads.size());
  }
}
