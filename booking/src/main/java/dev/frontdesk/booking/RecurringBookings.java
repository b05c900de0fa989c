package dev.frontdesk.booking;

import dev.frontdesk.booking.SeriesOutcome.Conflict;
import dev.frontdesk.booking.SlotOffers.Asking;
import dev.frontdesk.booking.SlotTokens.Offered;
import dev.frontdesk.booking.SlotTokens.Reading;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.SeriesId;
import dev.frontdesk.vocabulary.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Books a slot and its recurrences, all or none.
final class RecurringBookings {
  private final BookingStore store;
  private final SlotOffers offers;
  private final SlotCheck slotCheck;
  private final SlotTokens tokens;

  RecurringBookings(BookingStore store, SlotOffers offers, SlotTokens tokens) {
    this.store = store;
    this.offers = offers;
    this.slotCheck = new SlotCheck(offers);
    this.tokens = tokens;
  }

  SeriesOutcome book(
      Catalogue catalogue,
      CallId call,
      SlotToken token,
      String rule,
      Set<LocalDate> except,
      CustomerDetails customer,
      String key,
      Instant now) {
    var org = catalogue.organisation().id();
    var before = store.byKey(org, key);
    if (!before.isEmpty()) {
      return new SeriesOutcome.Booked(before);
    }
    return switch (tokens.read(org, call, token, now)) {
      case Reading.Bad(var problem) -> new SeriesOutcome.Invalid(problem);
      case Reading.Valid(var offered) -> {
        var zone = catalogue.organisation().zone();
        var first = LocalDateTime.ofInstant(offered.slot().start(), zone);
        var starts = SeriesDates.of(first, rule, except, zone);
        yield book(new Series(catalogue, call, offered, starts, customer, key, now));
      }
    };
  }

  private record Series(
      Catalogue catalogue,
      CallId call,
      Offered offered,
      List<LocalDateTime> starts,
      CustomerDetails customer,
      String key,
      Instant now) {

    ZoneId zone() {
      return catalogue.organisation().zone();
    }

    /// The offered start itself may be the later of two that read the same.
    Instant moment(LocalDateTime start) {
      var offeredStart = offered.slot().start();
      return LocalDateTime.ofInstant(offeredStart, zone()).equals(start)
          ? offeredStart
          : start.atZone(zone()).toInstant();
    }
  }

  private SeriesOutcome book(Series series) {
    var asking = new Asking(series.call(), Optional.empty());
    var verdict = slotCheck.check(series.catalogue(), asking, series.offered(), series.now());
    return switch (verdict) {
      case SlotCheck.Verdict.Outdated() -> new SeriesOutcome.Invalid(TokenProblem.OUTDATED);
      case SlotCheck.Verdict.Against(var whyNot) ->
          conflict(series.starts().getFirst(), whyNot);
      case SlotCheck.Verdict.Stands(var service, _, _) -> book(series, service, asking);
    };
  }

  private SeriesOutcome book(Series series, Service service, Asking asking) {
    var first = series.moment(series.starts().getFirst());
    var last = series.moment(series.starts().getLast());
    var range = new Slot(first, last.plusSeconds(1));
    var availability =
        offers.availability(series.catalogue(), service, asking, range, series.now());
    var id = new SeriesId(Ids.newUuid(series.now()));
    var bookings = new ArrayList<Booking>();
    var conflicts = new ArrayList<Conflict>();
    for (var start : series.starts()) {
      var moment = series.moment(start);
      if (!LocalDateTime.ofInstant(moment, series.zone()).equals(start)) {
        conflicts.add(new Conflict(start, WhyNot.NO_SUCH_TIME));
        continue;
      }
      long second = moment.getEpochSecond();
      var resources = series.offered().resources();
      var whyNot = availability.whyNotExactly(second, resources);
      if (whyNot.isPresent()) {
        conflicts.add(new Conflict(start, whyNot.get()));
        continue;
      }
      var claim = availability.exactly(second, resources).orElseThrow().claim();
      bookings.add(
          Bookings.newBooking(
              series.catalogue(),
              new BookingId(Ids.newUuid(series.now())),
              series.call(),
              claim,
              series.customer(),
              Optional.of(id),
              series.now()));
    }
    return conflicts.isEmpty() ? write(series, bookings) : new SeriesOutcome.Conflicts(conflicts);
  }

  private SeriesOutcome write(Series series, List<Booking> bookings) {
    var first = series.starts().getFirst();
    var wanted =
        Bookings.made(
            series.catalogue(),
            series.call(),
            bookings,
            series.key(),
            Optional.empty(),
            series.now());
    return switch (store.book(wanted)) {
      case WriteOutcome.Committed<List<Booking>>(var made) -> new SeriesOutcome.Booked(made);
      case WriteOutcome.Duplicate<List<Booking>>(var made) -> new SeriesOutcome.Booked(made);
      case WriteOutcome.QuotaFull<List<Booking>>() -> conflict(first, WhyNot.LIMIT_REACHED);
      // Some date was lost between check and write, or two of the series clash with each other.
      case WriteOutcome.Overlap<List<Booking>>(), WriteOutcome.Gone<List<Booking>>() ->
          conflict(first, WhyNot.TAKEN);
    };
  }

  private static SeriesOutcome conflict(LocalDateTime start, WhyNot whyNot) {
    return new SeriesOutcome.Conflicts(List.of(new Conflict(start, whyNot)));
  }
}
