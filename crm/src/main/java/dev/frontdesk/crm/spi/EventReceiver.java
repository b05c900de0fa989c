package dev.frontdesk.crm.spi;

import dev.frontdesk.crm.WebhookEvent;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.vocabulary.ProviderResult;
import java.time.Instant;

/// Whoever wants to be told of events. Implemented in `integrations`.
public interface EventReceiver {

  /// Makes one request and blocks until it is answered. Sending twice does no harm: the event's id
  /// goes along.
  ///
  /// @return the status that accepted it; only one from 200 to 299 does
  ProviderResult<Integer> send(WebhookTarget target, WebhookEvent event, Instant now);
}
