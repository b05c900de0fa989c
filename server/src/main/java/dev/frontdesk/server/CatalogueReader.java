package dev.frontdesk.server;

import dev.frontdesk.booking.BookingRules;
import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.Limits;
import dev.frontdesk.booking.Organisation;
import dev.frontdesk.booking.Resource;
import dev.frontdesk.booking.ResourceChoice;
import dev.frontdesk.booking.ResourcePool;
import dev.frontdesk.booking.ResourcePool.OneOf;
import dev.frontdesk.booking.ResourcePool.Skilled;
import dev.frontdesk.booking.Service;
import dev.frontdesk.booking.Share;
import dev.frontdesk.vocabulary.Money;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads what an organisation offers: the sections `organisation`, `services` and `resources` of a
/// configuration or scenario file. `docs/configuration.md` describes every field.
public final class CatalogueReader {
  private static final int YEAR_OF_MINUTES = 366 * 24 * 60;

  private CatalogueReader() {}

  /// @param yaml the mapping that holds the three sections, perhaps among others
  /// @throws BadFileException naming what to mend
  public static Catalogue read(StrictYaml yaml, OrgId org) {
    var organisation = organisation(yaml.required("organisation"), org);
    StrictYaml.distinct(yaml.required("resources").items(), "id");
    StrictYaml.distinct(yaml.required("services").items(), "id");
    var resources =
        yaml.required("resources").items().stream()
            .map(item -> resource(item, organisation.zone()))
            .toList();
    if (resources.isEmpty()) {
      throw yaml.required("resources").wrong("needs at least one resource");
    }
    var services =
        yaml.required("services").items().stream().map(item -> service(item, resources)).toList();
    if (services.isEmpty()) {
      throw yaml.required("services").wrong("needs at least one service");
    }
    return whole(yaml, () -> new Catalogue(organisation, services, resources));
  }

  private static Organisation organisation(StrictYaml yaml, OrgId org) {
    yaml.only("name", "timeZone", "address", "facts");
    return whole(
        yaml,
        () ->
            new Organisation(
                org,
                yaml.required("name").text(),
                zone(yaml.required("timeZone")),
                yaml.optional("address").map(StrictYaml::text),
                yaml.optional("facts").map(CatalogueReader::facts).orElse(Map.of())));
  }

  private static Map<String, String> facts(StrictYaml yaml) {
    var facts = new LinkedHashMap<String, String>();
    yaml.entries().forEach((name, fact) -> facts.put(name, fact.text()));
    return facts;
  }

  private static Service service(StrictYaml yaml, List<Resource> resources) {
    yaml.only(
        "id", "name", "aliases", "minutes", "price", "bufferBeforeMinutes", "bufferAfterMinutes",
        "minimumNoticeMinutes", "windowDays", "startEveryMinutes", "resources", "capacity",
        "cancelUntilHours", "choice", "limits");
    return whole(
        yaml,
        () ->
            new Service(
                yaml.required("id").as("an id without spaces", ServiceId::new),
                yaml.required("name").text(),
                yaml.itemsOf("aliases").stream().map(StrictYaml::text).toList(),
                yaml.optional("price").map(price -> price.as("'35.00 USD'", Money::parse)),
                Duration.ofMinutes(yaml.required("minutes").whole(1, 24 * 60)),
                minutes(yaml, "bufferBeforeMinutes", Duration.ZERO, 24 * 60),
                minutes(yaml, "bufferAfterMinutes", Duration.ZERO, 24 * 60),
                pools(yaml.optional("resources"), resources),
                yaml.optional("choice")
                    .map(CatalogueReader::choice)
                    .orElse(ResourceChoice.LEAST_RECENTLY_BOOKED),
                yaml.optional("capacity").map(n -> n.whole(1, Share.MOST)).orElse(1),
                rules(yaml)));
  }

  private static BookingRules rules(StrictYaml yaml) {
    var usual = BookingRules.DEFAULT;
    return new BookingRules(
        minutes(yaml, "minimumNoticeMinutes", usual.minimumNotice(), YEAR_OF_MINUTES),
        yaml.optional("windowDays")
            .map(n -> n.whole(0, BookingRules.LONGEST_WINDOW_DAYS))
            .orElse(usual.windowDays()),
        yaml.optional("startEveryMinutes")
            .map(n -> Duration.ofMinutes(n.whole(1, 24 * 60)))
            .orElse(usual.startEvery()),
        yaml.optional("cancelUntilHours")
            .map(n -> Duration.ofSeconds(Math.round(3600 * n.number(0, 24 * 366))))
            .orElse(usual.cancelUntil()),
        yaml.optional("limits").map(CatalogueReader::limits).orElse(Limits.NONE));
  }

  private static Duration minutes(StrictYaml yaml, String key, Duration otherwise, int most) {
    return yaml.optional(key).map(n -> Duration.ofMinutes(n.whole(0, most))).orElse(otherwise);
  }

  private static ResourceChoice choice(StrictYaml yaml) {
    return yaml.as(
        "first-listed or least-recently-booked",
        text ->
            switch (text) {
              case "first-listed" -> ResourceChoice.FIRST_LISTED;
              case "least-recently-booked" -> ResourceChoice.LEAST_RECENTLY_BOOKED;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /// `[ana, ben]` is one of these; `[[ana, ben], [chair-1]]` is one of each.
  private static List<ResourcePool> pools(Optional<StrictYaml> yaml, List<Resource> resources) {
    if (yaml.isEmpty()) {
      return List.of(new ResourcePool.AnyResource());
    }
    var items = yaml.get().items();
    if (items.isEmpty()) {
      throw yaml.get().wrong("names nobody; leave it out for any resource");
    }
    if (items.stream().noneMatch(item -> item.isList() || item.isMapping())) {
      return List.of(new OneOf(items.stream().map(item -> known(item, resources)).toList()));
    }
    return items.stream().map(item -> pool(item, resources)).toList();
  }

  private static ResourcePool pool(StrictYaml yaml, List<Resource> resources) {
    if (!yaml.isMapping()) {
      var members = yaml.items().stream().map(item -> known(item, resources)).toList();
      return whole(yaml, () -> new OneOf(members));
    }
    yaml.only("kind", "skills");
    return new Skilled(
        yaml.optional("kind").map(StrictYaml::text).orElse(Resource.PERSON), words(yaml, "skills"));
  }

  static ResourceId known(StrictYaml yaml, List<Resource> resources) {
    var id = yaml.as("the id of a resource", ResourceId::new);
    if (resources.stream().noneMatch(resource -> resource.id().equals(id))) {
      throw yaml.wrong("no resource is called '" + id.value() + "'");
    }
    return id;
  }

  private static Resource resource(StrictYaml yaml, ZoneId otherwise) {
    yaml.only(
        "id", "name", "kind", "skills", "limits", "timeZone", "schedule", "breaks", "overrides",
        "timeOff");
    var id = yaml.required("id").as("an id without spaces", ResourceId::new);
    return whole(
        yaml,
        () ->
            new Resource(
                id,
                yaml.optional("name").map(StrictYaml::text).orElse(id.value()),
                yaml.optional("kind").map(StrictYaml::text).orElse(Resource.PERSON),
                words(yaml, "skills"),
                ScheduleReader.read(
                    yaml, yaml.optional("timeZone").map(CatalogueReader::zone).orElse(otherwise)),
                yaml.optional("limits").map(CatalogueReader::limits).orElse(Limits.NONE)));
  }

  private static Limits limits(StrictYaml yaml) {
    yaml.only("perDay", "perWeek");
    return new Limits(most(yaml.optional("perDay")), most(yaml.optional("perWeek")));
  }

  private static OptionalInt most(Optional<StrictYaml> yaml) {
    return yaml.map(n -> OptionalInt.of(n.whole(1, 100_000))).orElse(OptionalInt.empty());
  }

  private static Set<String> words(StrictYaml yaml, String key) {
    return yaml.itemsOf(key).stream().map(StrictYaml::text).collect(Collectors.toSet());
  }

  private static ZoneId zone(StrictYaml yaml) {
    return yaml.as("a time zone such as America/New_York", ZoneId::of);
  }

  /// A rule over several fields that a record keeps becomes the error of what holds them.
  static <T> T whole(StrictYaml yaml, Supplier<T> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException e) {
      throw yaml.wrong(String.valueOf(e.getMessage()));
    }
  }
}
