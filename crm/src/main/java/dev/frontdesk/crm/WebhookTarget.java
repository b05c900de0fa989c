package dev.frontdesk.crm;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.util.Set;

/// Someone who is told of events by a signed request.
///
/// @param name   unique within the organisation
/// @param secret signs what is sent
/// @param kinds  of events, as `booking.booking-made`; empty for all there are
public record WebhookTarget(String name, URI url, Secret secret, Set<String> kinds) {
  public WebhookTarget {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("a webhook's name has small letters, digits and hyphens");
    }
    if (!Set.of("http", "https").contains(String.valueOf(url.getScheme()))
        || url.getHost() == null) {
      throw new IllegalArgumentException("a webhook's url begins with https://");
    }
    kinds = Set.copyOf(kinds);
  }

  public boolean wants(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
