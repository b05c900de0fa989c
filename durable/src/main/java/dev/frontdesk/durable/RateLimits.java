package dev.frontdesk.durable;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;

/// Rates that all nodes keep together. Blocks.
@FunctionalInterface
public interface RateLimits {
  /// Takes one, if there is one.
  ///
  /// @return zero when taken, else how long until there may be one
  Duration take(OrgId org, String integration, IntegrationPolicy.Rate rate);
}
