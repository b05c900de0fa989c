package dev.frontdesk.lab;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.server.CatalogueReader;
import dev.frontdesk.server.StandingBooking;
import dev.frontdesk.server.StrictYaml;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads scenario files; `docs/scenarios.md` describes every field.
public final class ScenarioReader {
  private static final Set<String> STATUSES =
      Set.of("confirmed", "cancelled", "no-show", "completed");

  private ScenarioReader() {}

  /// @param org the organisation of this run: scenarios never share one
  /// @throws dev.frontdesk.server.BadFileException naming file, line and field
  public static Scenario read(Path file, OrgId org) {
    return read(StrictYaml.read(file), org);
  }

  static Scenario read(StrictYaml yaml, OrgId org) {
    yaml.only(
        "name", "now", "organisation", "services", "resources", "bookings", "caller",
        "moreCallers", "person", "expect");
    var catalogue = CatalogueReader.read(yaml, org);
    var more = yaml.itemsOf("moreCallers").stream().map(CallerReader::further);
    return new Scenario(
        yaml.required("name").text(),
        yaml.required("now").<Instant>as(
            "a moment such as 2026-06-12T09:00:00-07:00",
            text -> OffsetDateTime.parse(text).toInstant()),
        catalogue,
        StandingBooking.read(yaml, catalogue),
        yaml.optional("person").map(ScenarioReader::person),
        Stream.concat(Stream.of(CallerReader.first(yaml.required("caller"))), more).toList(),
        expectation(yaml.required("expect"), catalogue));
  }

  private static Expectation expectation(StrictYaml yaml, Catalogue catalogue) {
    yaml.only("bookings", "said", "neverSaid", "maxTurns", "callBacks");
    return new Expectation(
        yaml.itemsOf("bookings").stream().map(item -> booking(item, catalogue)).toList(),
        yaml.itemsOf("said").stream().map(CallerReader::pattern).toList(),
        yaml.itemsOf("neverSaid").stream().map(CallerReader::pattern).toList(),
        yaml.optional("maxTurns")
            .map(most -> OptionalInt.of(most.whole(0, 1_000)))
            .orElse(OptionalInt.empty()),
        yaml.optional("callBacks").map(ScenarioReader::callBacks).orElse(OptionalInt.empty()),
        yaml.optional("callBacks").filter(StrictYaml::isList).stream()
            .flatMap(list -> list.items().stream())
            .map(CallerReader::phone)
            .toList());
  }

  /// A count, or the numbers.
  private static OptionalInt callBacks(StrictYaml yaml) {
    return OptionalInt.of(yaml.isList() ? yaml.items().size() : yaml.whole(0, 1_000));
  }

  private static PersonAtPhone person(StrictYaml yaml) {
    yaml.only("phone", "picksUp");
    var picksUp =
        yaml.required("picksUp").as(
            "yes, busy or no",
            text ->
                switch (text) {
                  case "yes" -> PersonAtPhone.PickUp.ANSWERS;
                  case "busy" -> PersonAtPhone.PickUp.BUSY;
                  case "no" -> PersonAtPhone.PickUp.NO_ANSWER;
                  default -> throw new IllegalArgumentException(text);
                });
    return new PersonAtPhone(CallerReader.phone(yaml.required("phone")), picksUp);
  }

  private static ExpectedBooking booking(StrictYaml yaml, Catalogue catalogue) {
    yaml.only("id", "service", "resource", "start", "end", "customer", "status");
    var zone = catalogue.organisation().zone();
    var customer = yaml.optional("customer");
    customer.ifPresent(who -> who.only("name", "phone", "email"));
    return new ExpectedBooking(
        yaml.optional("id").map(id -> id.as("an id without spaces", BookingId::new)),
        yaml.optional("service").map(service -> service(service, catalogue)),
        resources(yaml.optional("resource"), catalogue),
        yaml.optional("start").map(start -> StandingBooking.moment(start, zone)),
        yaml.optional("end").map(end -> StandingBooking.moment(end, zone)),
        yaml.optional("status").map(ScenarioReader::status),
        customer
            .flatMap(who -> who.optional("name"))
            .map(name -> name.as("a name", PersonName::new)),
        customer.flatMap(who -> who.optional("phone")).map(CallerReader::phone),
        customer
            .flatMap(who -> who.optional("email"))
            .map(mail -> mail.as("an e-mail address", EmailAddress::new)));
  }

  private static ServiceId service(StrictYaml yaml, Catalogue catalogue) {
    var id = yaml.as("the id of a service", ServiceId::new);
    if (catalogue.service(id).isEmpty()) {
      throw yaml.wrong("no service is called '" + id.value() + "'");
    }
    return id;
  }

  private static Set<ResourceId> resources(Optional<StrictYaml> yaml, Catalogue catalogue) {
    if (yaml.isEmpty() || !yaml.get().isList() && yaml.get().text().equals("any")) {
      return Set.of();
    }
    var named = yaml.get().isList() ? yaml.get().items() : List.of(yaml.get());
    return named.stream()
        .map(
            name -> {
              var id = name.as("the id of a resource", ResourceId::new);
              if (catalogue.resource(id).isEmpty()) {
                throw name.wrong("no resource is called '" + id.value() + "'");
              }
              return id;
            })
        .collect(Collectors.toSet());
  }

  private static String status(StrictYaml yaml) {
    return yaml.as(
        String.join(", ", STATUSES.stream().sorted().toList()),
        text -> {
          if (!STATUSES.contains(text)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }
}
