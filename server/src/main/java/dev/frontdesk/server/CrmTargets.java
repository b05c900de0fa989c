package dev.frontdesk.server;

import dev.frontdesk.crm.CrmTarget;
import dev.frontdesk.crm.spi.CrmProvider;
import dev.frontdesk.vocabulary.OrgId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Which organisation keeps its customer records where.
final class CrmTargets {
  private final ServerSettings settings;
  private final CrmProvider airtable;

  CrmTargets(ServerSettings settings, CrmProvider airtable) {
    this.settings = settings;
    this.airtable = airtable;
  }

  Optional<CrmTarget> of(OrgId org) {
    var crm = settings.following().crm();
    return settings
        .linksOf(org)
        .crm()
        .airtable()
        .map(
            link ->
                new CrmTarget(
                    org,
                    airtable,
                    link.connection(),
                    link.names(),
                    link.direction(),
                    link.conflicts(),
                    link.create(),
                    crm.notifyUrl().or(settings::publicUrl).map(url -> notifyAt(url, org)),
                    crm.pollEvery()));
  }

  /// Those that keep any.
  List<CrmTarget> all() {
    return settings.organisations().stream()
        .flatMap(organisation -> of(organisation.org()).stream())
        .toList();
  }

  private static URI notifyAt(URI publicUrl, OrgId org) {
    var base = publicUrl.toString();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
            + "/airtable/"
            + org.value());
  }
}
