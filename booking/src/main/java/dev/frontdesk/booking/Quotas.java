package dev.frontdesk.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Which quotas a booking at a given start falls under.
final class Quotas {
  private Quotas() {}

  static List<Quota> ofResource(Resource resource, Instant start) {
    var limits = resource.limits();
    if (!limits.any()) {
      return List.of();
    }
    var zone = resource.working().zone();
    var quotas = new ArrayList<Quota>(2);
    limits
        .perDay()
        .ifPresent(
            most ->
                quotas.add(
                    new Quota.OfResource(
                        resource.id(), LocalPeriod.dayOf(start, zone), most)));
    limits
        .perWeek()
        .ifPresent(
            most ->
                quotas.add(
                    new Quota.OfResource(
                        resource.id(), LocalPeriod.weekOf(start, zone), most)));
    return quotas;
  }

  static List<Quota> ofService(Service service, ZoneId zone, Instant start) {
    var limits = service.rules().limits();
    if (!limits.any()) {
      return List.of();
    }
    var quotas = new ArrayList<Quota>(2);
    limits
        .perDay()
        .ifPresent(
            most ->
                quotas.add(
                    new Quota.OfService(service.id(), LocalPeriod.dayOf(start, zone), most)));
    limits
        .perWeek()
        .ifPresent(
            most ->
                quotas.add(
                    new Quota.OfService(service.id(), LocalPeriod.weekOf(start, zone), most)));
    return quotas;
  }

  /// All quotas a claim falls under.
  static List<Quota> of(Catalogue catalogue, Service service, Claim claim) {
    var start = claim.slot().start();
    var quotas =
        new ArrayList<Quota>(ofService(service, catalogue.organisation().zone(), start));
    for (var id : claim.resources()) {
      catalogue.resource(id).ifPresent(found -> quotas.addAll(ofResource(found, start)));
    }
    return quotas;
  }
}
