package dev.frontdesk.crm;

import dev.frontdesk.crm.spi.CrmConnection;
import dev.frontdesk.crm.spi.CrmProvider;
import dev.frontdesk.vocabulary.OrgId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where an organisation keeps its customer records, and what may be done there.
///
/// @param create    whether missing tables and fields are made; else a person makes them
/// @param notifyAt    where the vendor may tell of edits; empty when the world cannot reach us
/// @param pollEvery how often edits are looked for whatever the vendor tells
public record CrmTarget(
    OrgId org,
    CrmProvider provider,
    CrmConnection connection,
    CrmNames names,
    Direction direction,
    MergePolicy policy,
    boolean create,
    Optional<URI> notifyAt,
    Duration pollEvery) {

  public enum Direction {
    /// We write and never read.
    PUSH,
    /// Edits there come back.
    BOTH
  }

  boolean twoWay() {
    return direction == Direction.BOTH;
  }
}
