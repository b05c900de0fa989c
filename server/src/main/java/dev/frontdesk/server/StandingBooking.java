package dev.frontdesk.server;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/// An appointment that stood before Frontdesk took over the telephone.
///
/// @param resources one of each of the service's pools, in their order
public record StandingBooking(
    BookingId id,
    ServiceId service,
    List<ResourceId> resources,
    Instant start,
    CustomerDetails customer) {
  public StandingBooking {
    resources = List.copyOf(resources);
  }

  /// Reads the section `bookings`.
  public static List<StandingBooking> read(StrictYaml yaml, Catalogue catalogue) {
    StrictYaml.distinct(yaml.itemsOf("bookings"), "id");
    return yaml.itemsOf("bookings").stream().map(item -> one(item, catalogue)).toList();
  }

  /// A moment written without an offset is local time in `zone`.
  ///
  /// @throws BadFileException when no clock there shows that time, as on a day that clocks go
  ///     forward
  public static Instant moment(StrictYaml yaml, ZoneId zone) {
    return yaml.as(
        "a time such as \"2026-06-16T15:00\" that exists in " + zone,
        text -> {
          if (text.matches(".*(Z|[+-]\\d{2}:\\d{2})")) {
            return OffsetDateTime.parse(text).toInstant();
          }
          var local = LocalDateTime.parse(text);
          if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException("skipped");
          }
          return local.atZone(zone).toInstant();
        });
  }

  private static StandingBooking one(StrictYaml yaml, Catalogue catalogue) {
    yaml.only("id", "service", "resource", "start", "customer");
    var service = yaml.required("service").as("the id of a service", ServiceId::new);
    if (catalogue.service(service).isEmpty()) {
      throw yaml.required("service").wrong("no service is called '" + service.value() + "'");
    }
    var resources = resources(yaml, catalogue);
    for (var resource : resources) {
      if (!catalogue.offers(service, resource)) {
        throw yaml.required("resource").wrong("'" + resource.value() + "' does not do this");
      }
    }
    return new StandingBooking(
        yaml.required("id").as("an id without spaces", BookingId::new),
        service,
        resources,
        moment(yaml.required("start"), catalogue.organisation().zone()),
        customer(yaml.required("customer")));
  }

  private static List<ResourceId> resources(StrictYaml yaml, Catalogue catalogue) {
    var named = yaml.required("resource");
    return named.isList()
        ? named.items().stream().map(r -> CatalogueReader.known(r, catalogue.resources())).toList()
        : List.of(CatalogueReader.known(named, catalogue.resources()));
  }

  private static CustomerDetails customer(StrictYaml yaml) {
    yaml.only("name", "phone", "email");
    return new CustomerDetails(
        yaml.required("name").as("a name", PersonName::new),
        yaml.optional("phone")
            .map(phone -> phone.as("a number such as \"+14155550123\"", PhoneNumber::new)),
        yaml.optional("email").map(mail -> mail.as("an e-mail address", EmailAddress::new)));
  }
}
