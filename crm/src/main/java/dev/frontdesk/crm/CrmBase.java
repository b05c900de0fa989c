package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.Secret;
import java.time.Instant;
import java.util.Optional;

/// What is kept of an organisation's customer records as a whole.
///
/// @param base          the vendor's id of them
/// @param layout        empty until a check found everything
/// @param blocked       what a person must mend before anything can be written
/// @param nextRequestAt the vendor wants no request before; shared by all nodes
/// @param hook          by which the vendor tells of edits
/// @param polledAt      what was edited until then was read
public record CrmBase(
    String base,
    Optional<CrmLayout> layout,
    Optional<String> blocked,
    Instant nextRequestAt,
    Optional<Hook> hook,
    Optional<Instant> polledAt) {

  /// @param secret signs its notifications
  /// @param cursor where to read on
  public record Hook(String id, Secret secret, Instant expiresAt, long cursor) {
    Hook until(Instant renewed) {
      return new Hook(id, secret, renewed, cursor);
    }

    Hook readTo(long next) {
      return new Hook(id, secret, expiresAt, next);
    }
  }
}
