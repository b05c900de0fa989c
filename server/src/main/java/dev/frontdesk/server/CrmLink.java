package dev.frontdesk.server;

import dev.frontdesk.crm.CrmNames;
import dev.frontdesk.crm.CrmTarget.Direction;
import dev.frontdesk.crm.MergePolicy;
import dev.frontdesk.crm.WebhookTarget;
import dev.frontdesk.crm.spi.CrmConnection;
import java.util.List;
import java.util.Optional;

/// What one organisation has set up for customer records, and who is told of its events.
public record CrmLink(Optional<AirtableLink> airtable, List<WebhookTarget> webhooks) {
  public static final CrmLink NONE = new CrmLink(Optional.empty(), List.of());

  public CrmLink {
    webhooks = List.copyOf(webhooks);
  }

  /// @param create whether missing tables and fields are made
  public record AirtableLink(
      CrmConnection connection,
      Direction direction,
      MergePolicy conflicts,
      boolean create,
      CrmNames names) {}
}
