package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// All that an organisation offers: what the agent may talk about and the rules know.
public record Catalogue(
    Organisation organisation, List<Service> services, List<Resource> resources) {

  public Catalogue {
    services = List.copyOf(services);
    resources = List.copyOf(resources);
    var seen = new HashSet<String>();
    for (var service : services) {
      if (!seen.add(service.id().value())) {
        throw new IllegalArgumentException("two services " + service.id().value());
      }
    }
    seen.clear();
    for (var resource : resources) {
      if (!seen.add(resource.id().value())) {
        throw new IllegalArgumentException("two resources " + resource.id().value());
      }
    }
    for (var service : services) {
      for (var pool : service.pools()) {
        if (resources.stream().noneMatch(pool::admits)) {
          throw new IllegalArgumentException(
              "service %s needs one of %s, which nobody is".formatted(service.id().value(), pool));
        }
      }
    }
  }

  public Optional<Service> service(ServiceId id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }

  public Optional<Resource> resource(ResourceId id) {
    return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
  }

  /// The pool's members, in the catalogue's order.
  public List<Resource> members(ResourcePool pool) {
    return resources.stream().filter(pool::admits).toList();
  }

  /// Whether one of the service's pools has the resource.
  public boolean offers(ServiceId service, ResourceId resource) {
    return service(service).stream()
        .flatMap(found -> found.pools().stream())
        .anyMatch(pool -> resource(resource).filter(pool::admits).isPresent());
  }

  /// When somebody works on this weekday of an ordinary week: the union of the resources' hours,
  /// each on its own wall clock.
  public List<TimeSpan> usualHours(DayOfWeek day) {
    return OpeningHours.usual(resources, day);
  }

  /// When somebody works on this date, overrides included.
  public List<TimeSpan> hoursOn(LocalDate date) {
    return OpeningHours.on(resources, date);
  }
}
