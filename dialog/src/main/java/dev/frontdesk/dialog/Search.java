package dev.frontdesk.dialog;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.booking.DayPart;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.booking.WhyNot;
import dev.frontdesk.dialog.TimePart.Earliest;
import dev.frontdesk.dialog.TimePart.Latest;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a wish into a question to the desk and picks from the answer what is worth saying.
final class Search {
  private static final int FEW = 3;

  private final AgentTools tools;
  private final Catalogue catalogue;
  private final LocalDate today;

  Search(AgentTools tools, Catalogue catalogue, LocalDate today) {
    this.tools = tools;
    this.catalogue = catalogue;
    this.today = today;
  }

  /// What the desk has.
  sealed interface Result {
    /// The very slot; nothing need be chosen.
    record Exact(Offer offer) implements Result {}

    /// Some that fulfil the wish, in order of time.
    record Some(List<Offer> offers) implements Result {}

    /// The wish cannot be had; the nearest that can, in order of time, maybe none.
    ///
    /// @param exact the start asked for, or null when it was a range
    record Instead(WhyNot why, @Nullable LocalDateTime exact, List<Offer> offers)
        implements Result {}
  }

  Result find(Task task, ServiceId service) {
    var when = task.when;
    var day = when.day();
    if (when.other() instanceof Earliest || day == null) {
      return earliest(task, service, day);
    }
    if (when.at() != null) {
      return day.isOneDay() ? exact(task, service, start(day.from(), when, service))
          : sameTime(task, service, day);
    }
    return range(task, service, day);
  }

  /// What comes after a start, on that day first.
  Result after(Task task, ServiceId service, LocalDateTime start) {
    var from = start.plusMinutes(1);
    var found = ask(task, service,
        new SlotWish.When.Between(from, from.plusDays(15), DayPart.ANY), 1);
    return found.granted() ? new Result.Exact(found.offers().getFirst())
        : new Result.Instead(found.whyNot().orElse(WhyNot.TAKEN), null, few(found.offers()));
  }

  /// The time of day wished for, opening hours deciding between morning and afternoon.
  LocalTime time(LocalDate day, ClockTime clock, ServiceId service) {
    var staff = catalogue.service(service).filter(found -> !found.pools().isEmpty())
        .map(found -> new Catalogue(catalogue.organisation(), List.of(),
            catalogue.members(found.pools().getFirst()))).orElse(catalogue);
    var spans = staff.hoursOn(day);
    if (spans.isEmpty()) {
      spans = staff.usualHours(day.getDayOfWeek());
    }
    if (spans.isEmpty()) {
      spans = new Hours(catalogue).usual();
    }
    if (spans.isEmpty()) {
      return clock.resolve(LocalTime.of(8, 0), LocalTime.of(20, 0));
    }
    int to = spans.stream().mapToInt(span -> span.toMinute()).max().orElse(20 * 60);
    var closes = to >= 24 * 60 ? LocalTime.MAX : LocalTime.ofSecondOfDay(to * 60L);
    return clock.resolve(spans.getFirst().from(), closes);
  }

  private LocalDateTime start(LocalDate day, When when, ServiceId service) {
    var at = when.at();
    return day.atTime(at == null ? LocalTime.NOON : time(day, at.clock(), service));
  }

  private Result exact(Task task, ServiceId service, LocalDateTime start) {
    task.wished = start;
    var found = ask(task, service, new SlotWish.When.At(start), 6);
    if (found.granted() && !found.offers().isEmpty()) {
      return new Result.Exact(found.offers().getFirst());
    }
    return new Result.Instead(
        found.whyNot().orElse(WhyNot.TAKEN), start, few(found.offers()));
  }

  /// The same slot with whom the appointment is with now, if they are free.
  Offer withUsual(Task task, Offer offer) {
    var usual = task.usual;
    if (usual == null || task.resource != null || offer.resources().contains(usual)
        || !catalogue.offers(offer.service(), usual)) {
      return offer;
    }
    var found = tools.offer(new SlotWish(offer.service(), Optional.of(usual),
        new SlotWish.When.At(startOf(offer)), Optional.ofNullable(task.booking), 1));
    return found.granted() && !found.offers().isEmpty() ? found.offers().getFirst() : offer;
  }

  /// One time on any of several days.
  private Result sameTime(Task task, ServiceId service, DayWish days) {
    var offers = new ArrayList<Offer>();
    int tried = 0;
    for (var day = days.notBefore(today).from();
        !day.isAfter(days.to()) && offers.size() < FEW && tried < 31; day = day.plusDays(1)) {
      tried++;
      if (days.allows(day) && !catalogue.hoursOn(day).isEmpty()) {
        var found = ask(task, service, new SlotWish.When.At(start(day, task.when, service)), 1);
        if (found.granted()) {
          offers.addAll(found.offers());
        }
      }
    }
    return offers.isEmpty() ? range(task, service, days) : new Result.Some(List.copyOf(offers));
  }

  private Result earliest(Task task, ServiceId service, @Nullable DayWish day) {
    var part = part(day == null ? today : day.from(), task.when, service);
    var from = day == null ? today : day.from();
    var to = day == null ? today.plusDays(365) : day.to().plusDays(1);
    var found = ask(task, service, new SlotWish.When.Between(
        from.atStartOfDay(), to.atStartOfDay(), part), 20);
    var first = found.offers().stream()
        .filter(offer -> day == null || day.allows(startOf(offer).toLocalDate())).findFirst();
    return found.granted() && first.isPresent()
        ? new Result.Exact(first.get())
        : new Result.Instead(found.whyNot().orElse(WhyNot.TAKEN), null,
            few(found.granted() ? List.of() : found.offers()));
  }

  private Result range(Task task, ServiceId service, DayWish days) {
    var part = part(days.from(), task.when, service);
    var found = ask(task, service, new SlotWish.When.Between(
        days.from().atStartOfDay(), days.to().plusDays(1).atStartOfDay(), part),
        SlotWish.MOST_OFFERS);
    var fitting = found.offers().stream()
        .filter(offer -> days.allows(startOf(offer).toLocalDate())).toList();
    if (!found.granted() || fitting.isEmpty()) {
      return new Result.Instead(found.whyNot().orElse(WhyNot.TAKEN), null,
          few(found.offers()));
    }
    if (task.when.other() instanceof Latest) {
      var first = startOf(fitting.getFirst()).toLocalDate();
      return new Result.Exact(fitting.stream()
          .filter(offer -> startOf(offer).toLocalDate().equals(first))
          .reduce((_, later) -> later).orElseThrow());
    }
    boolean open = task.when.within() != null && task.when.within().to() == null;
    return new Result.Some(days.isOneDay() ? spread(fitting, open) : perDay(fitting));
  }

  private DayPart part(LocalDate day, When when, ServiceId service) {
    var from = LocalTime.MIDNIGHT;
    var to = LocalTime.MIDNIGHT;
    var within = when.within();
    if (within != null) {
      from = within.from() == null ? from : time(day, within.from(), service);
      to = within.to() == null ? to
          : within.from() == null ? time(day, within.to(), service)
          : within.to().resolveAfter(from);
    } else if (when.part() != null) {
      from = LocalTime.of(when.part().fromHour(), 0);
      to = LocalTime.of(when.part().toHour() % 24, 0);
    } else if (when.at() != null) {
      var at = time(day, when.at().clock(), service);
      from = at.isBefore(LocalTime.of(2, 0)) ? from : at.minusHours(2);
      to = at.isAfter(LocalTime.of(21, 0)) ? to : at.plusHours(2);
    }
    return from.isBefore(to) || to.equals(LocalTime.MIDNIGHT)
        ? new DayPart(from, to)
        : new DayPart(from, LocalTime.MIDNIGHT);
  }

  private dev.frontdesk.booking.Offers ask(
      Task task, ServiceId service, SlotWish.When when, int limit) {
    if (task.resource != null || task.avoided.isEmpty()) {
      return ask(task, service, Optional.ofNullable(task.resource), when, limit);
    }
    var first = catalogue.service(service).stream().flatMap(one -> one.pools().stream())
        .findFirst();
    var offers = new ArrayList<Offer>();
    Optional<WhyNot> whyNot = Optional.of(WhyNot.TAKEN);
    for (var member : first.map(catalogue::members).orElse(List.of())) {
      if (!task.avoided.contains(member.id())) {
        var found = ask(task, service, Optional.of(member.id()), when, limit);
        if (found.granted() && whyNot.isPresent()) {
          offers.clear();
          whyNot = Optional.empty();
        }
        if (found.granted() || whyNot.isPresent()) {
          offers.addAll(found.offers());
        }
      }
    }
    return new dev.frontdesk.booking.Offers(inOrder(offers), whyNot);
  }

  private dev.frontdesk.booking.Offers ask(Task task, ServiceId service,
      Optional<ResourceId> resource, SlotWish.When when, int limit) {
    return tools.offer(
        new SlotWish(service, resource, when, Optional.ofNullable(task.booking), limit));
  }

  LocalDateTime startOf(Offer offer) {
    return LocalDateTime.ofInstant(offer.slot().start(), zone());
  }

  ZoneId zone() {
    return catalogue.organisation().zone();
  }

  /// The nearest few, in order of time, one for each start.
  private static List<Offer> few(List<Offer> nearestFirst) {
    return inOrder(distinct(nearestFirst).stream().limit(FEW).toList());
  }

  private static List<Offer> distinct(List<Offer> offers) {
    var byStart = new LinkedHashMap<java.time.Instant, Offer>();
    offers.forEach(offer -> byStart.putIfAbsent(offer.slot().start(), offer));
    return List.copyOf(byStart.values());
  }

  private static List<Offer> inOrder(List<Offer> offers) {
    return offers.stream().sorted(Comparator.comparing(offer -> offer.slot().start())).toList();
  }

  /// First, middle and last: a caller sees what the day is like.
  private static List<Offer> spread(List<Offer> offers, boolean first) {
    var all = inOrder(distinct(offers));
    return all.size() <= FEW || first
        ? all.stream().limit(FEW).toList()
        : List.of(all.getFirst(), all.get(all.size() / 2), all.getLast());
  }

  List<Offer> perDay(List<Offer> offers) {
    var byDay = new LinkedHashMap<LocalDate, Offer>();
    var all = inOrder(distinct(offers));
    all.forEach(offer -> byDay.putIfAbsent(startOf(offer).toLocalDate(), offer));
    return byDay.size() > 1
        ? byDay.values().stream().limit(FEW).toList()
        : spread(all, false);
  }
}
