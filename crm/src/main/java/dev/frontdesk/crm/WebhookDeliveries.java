package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where deliveries are kept, so that they can be looked at and sent again. Blocks; each method is
/// one transaction.
public interface WebhookDeliveries {
  /// Nothing happens when it is kept already.
  void begin(OrgId org, String target, WebhookEvent event);

  void attempted(
      OrgId org, String target, String event, boolean accepted, String answer, Instant at);

  Optional<WebhookDelivery> find(OrgId org, String target, String event);

  /// Newest first.
  ///
  /// @param undeliveredOnly leaves out those that were accepted
  List<WebhookDelivery> latest(OrgId org, boolean undeliveredOnly, int limit);

  /// Deletes those of events before `before`.
  void forget(OrgId org, Instant before);
}
