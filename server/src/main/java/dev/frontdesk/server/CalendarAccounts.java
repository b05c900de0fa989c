package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarConnection;
import dev.frontdesk.booking.CalendarConnections;
import dev.frontdesk.booking.CalendarNotices;
import dev.frontdesk.booking.ConnectionStatus;
import dev.frontdesk.integrations.google.GoogleAccount;
import dev.frontdesk.integrations.google.GoogleAccounts;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Secret;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/// Whose access to Google we have: given by a person and kept sealed, or configured.
final class CalendarAccounts implements GoogleAccounts {
  private final Function<OrgId, CalendarLink> links;
  private final CalendarConnections connections;
  private final CalendarNotices notices;
  private final Clock clock;

  CalendarAccounts(
      Function<OrgId, CalendarLink> links,
      CalendarConnections connections,
      CalendarNotices notices,
      Clock clock) {
    this.links = links;
    this.connections = connections;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Optional<GoogleAccount> of(OrgId org) {
    var service = links.apply(org).service();
    if (service.isPresent()) {
      return Optional.of(service.get());
    }
    return connection(org).grant().map(GoogleAccount.Person::new);
  }

  @Override
  public void refused(OrgId org, String reason) {
    var connection = connection(org);
    if (connection.status() == ConnectionStatus.CONNECTED) {
      connections.save(connection.broken(reason, clock.instant()));
    }
    if (connection.status() != ConnectionStatus.NONE) {
      notices.disconnected(org, reason, clock.instant());
    }
  }

  /// A configured service account needs nobody's consent.
  void connectConfigured(OrgId org) {
    var connection = connection(org);
    if (connection.status() == ConnectionStatus.NONE
        && links.apply(org).service().isPresent()) {
      connections.save(connection.connected(Optional.empty(), clock.instant()));
    }
  }

  void connect(OrgId org, Secret grant) {
    connections.save(connection(org).connected(Optional.of(grant), clock.instant()));
    notices.connected(org, clock.instant());
  }

  /// What was refused was answered again.
  void mended(OrgId org) {
    var connection = connection(org);
    if (connection.status() == ConnectionStatus.BROKEN) {
      connections.save(connection.mended(clock.instant()));
      notices.connected(org, clock.instant());
    }
  }

  void disconnect(OrgId org) {
    var connection = connection(org);
    if (connection.status() != ConnectionStatus.NONE) {
      connections.save(connection.disconnected(clock.instant()));
      notices.connected(org, clock.instant()); // nothing is left to mend
    }
  }

  CalendarConnection connection(OrgId org) {
    return connections.find(org).orElseGet(() -> CalendarConnection.none(org));
  }
}
