package dev.frontdesk.booking;

import dev.frontdesk.booking.Availability.Assignment;
import dev.frontdesk.booking.SlotCheck.Verdict;
import dev.frontdesk.booking.SlotOffers.Asking;
import dev.frontdesk.booking.SlotTokens.Offered;
import dev.frontdesk.booking.SlotTokens.Reading;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.Ids;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Turns offered slots into holds and bookings.
final class Bookings {
  /// How often a write may fail although what it wants is still free. Who loses a seat of a group
  /// to somebody else tries another for as long as there is one: then somebody got on.
  private static final int MOST_IN_VAIN = 10;

  private final BookingStore store;
  private final SlotOffers offers;
  private final SlotCheck slotCheck;
  private final SlotTokens tokens;
  private final BookingSettings settings;

  Bookings(
      BookingStore store, SlotOffers offers, SlotTokens tokens, BookingSettings settings) {
    this.store = store;
    this.offers = offers;
    this.slotCheck = new SlotCheck(offers);
    this.tokens = tokens;
    this.settings = settings;
  }

  HoldOutcome hold(Catalogue catalogue, CallId call, SlotToken token, Instant now) {
    return switch (tokens.read(catalogue.organisation().id(), call, token, now)) {
      case Reading.Bad(var problem) -> new HoldOutcome.Invalid(problem);
      case Reading.Valid(var offered) -> hold(catalogue, call, offered, now);
    };
  }

  private HoldOutcome hold(Catalogue catalogue, CallId call, Offered offered, Instant now) {
    var asking = new Asking(call, offered.moving());
    var result =
        write(catalogue, asking, offered, now, one -> hold(catalogue, asking, one.claim(), now));
    return switch (result) {
      case Written.Done(var hold) -> new HoldOutcome.Held(hold);
      case Written.Outdated() -> new HoldOutcome.Invalid(TokenProblem.OUTDATED);
      case Written.Against(var whyNot) when whyNot == WhyNot.TAKEN ->
          new HoldOutcome.JustTaken(instead(catalogue, asking, offered, now));
      case Written.Against(var whyNot) ->
          new HoldOutcome.Refused(whyNot, instead(catalogue, asking, offered, now));
    };
  }

  /// What is to be moved has part of the time already: that part cannot be held twice, so the rest
  /// of it is.
  private WriteOutcome<Hold> hold(
      Catalogue catalogue, Asking asking, Claim wanted, Instant now) {
    var org = catalogue.organisation().id();
    var own =
        asking.moving().flatMap(id -> store.find(org, id)).filter(Booking::blocks).stream()
            .map(Booking::claim)
            .filter(wanted::clashesWith)
            .findFirst();
    var rest = own.map(wanted::without).orElse(Optional.of(wanted));
    var hold =
        newHold(catalogue, asking.call(), rest.orElse(wanted), settings.holdFor(), now);
    if (rest.isEmpty()) {
      return new WriteOutcome.Committed<>(hold); // all of it is theirs: nobody else can have it
    }
    // A move takes no new place under a quota, and is checked against all of them when it is made.
    var quotas = asking.moving().isPresent() ? List.<Quota>of() : quotas(catalogue, hold);
    return store.hold(newHold(hold, quotas));
  }

  /// @param another beside what the call has booked at that time already
  BookOutcome book(
      Catalogue catalogue,
      CallId call,
      SlotToken token,
      CustomerDetails customer,
      String key,
      boolean another,
      Instant now) {
    var org = catalogue.organisation().id();
    var before = store.byKey(org, key);
    if (!before.isEmpty()) {
      return new BookOutcome.Booked(before.getFirst());
    }
    return switch (tokens.read(org, call, token, now)) {
      case Reading.Bad(var problem) -> new BookOutcome.Invalid(problem);
      case Reading.Valid(var offered) ->
          (another
                  ? Optional.<Booking>empty()
                  : store.madeIn(org, call, offered.service(), offered.slot().start()))
              .<BookOutcome>map(BookOutcome.Booked::new)
              .orElseGet(() -> write(catalogue, call, offered, customer, key, another, now));
    };
  }

  private BookOutcome write(
      Catalogue catalogue,
      CallId call,
      Offered offered,
      CustomerDetails customer,
      String key,
      boolean another,
      Instant now) {
    var asking = new Asking(call, Optional.empty());
    var result =
        write(
            catalogue,
            asking,
            offered,
            now,
            one -> {
              var booking = newBooking(catalogue, call, one.claim(), customer, now);
              var made = made(catalogue, call, List.of(booking), key, Optional.empty(), now);
              return store.book(another ? made.beside() : made);
            });
    return switch (result) {
      case Written.Done(var booked) -> new BookOutcome.Booked(booked.getFirst());
      case Written.Outdated() -> new BookOutcome.Invalid(TokenProblem.OUTDATED);
      case Written.Against(var whyNot) when whyNot == WhyNot.TAKEN ->
          new BookOutcome.JustTaken(instead(catalogue, asking, offered, now));
      case Written.Against(var whyNot) ->
          new BookOutcome.Refused(whyNot, instead(catalogue, asking, offered, now));
    };
  }

  RescheduleOutcome reschedule(
      Catalogue catalogue,
      CallId call,
      Booking standing,
      SlotToken token,
      String key,
      Instant now) {
    return switch (tokens.read(standing.org(), call, token, now)) {
      case Reading.Bad(var problem) -> new RescheduleOutcome.Invalid(problem);
      case Reading.Valid(var offered) when !isFor(standing, offered) ->
          new RescheduleOutcome.Invalid(TokenProblem.INVALID);
      case Reading.Valid(var offered) ->
          reschedule(catalogue, call, standing, offered, key, now);
    };
  }

  /// A slot of another service is for this booking only if it was asked for in its place.
  private static boolean isFor(Booking standing, Offered offered) {
    return offered.moving().isPresent()
        ? offered.moving().get().equals(standing.id())
        : offered.service().equals(standing.service());
  }

  private RescheduleOutcome reschedule(
      Catalogue catalogue,
      CallId call,
      Booking standing,
      Offered offered,
      String key,
      Instant now) {
    var asking = new Asking(call, Optional.of(standing.id()));
    var result =
        write(
            catalogue,
            asking,
            offered,
            now,
            one -> {
              var moved = standing.movedTo(one.claim());
              var event =
                  BookingEvent.of(
                          BookingEvent.Kind.BOOKING_MOVED, moved, Optional.of(call), now)
                      .movedFrom(standing.slot());
              var quotas = quotas(catalogue, moved);
              return store.change(
                  new BookingChange(
                      standing, moved, Optional.of(call), key, quotas, event, now));
            });
    return switch (result) {
      case Written.Done(var moved) -> new RescheduleOutcome.Moved(moved);
      case Written.Outdated() -> new RescheduleOutcome.Invalid(TokenProblem.OUTDATED);
      case Written.Against(var whyNot) when whyNot == WhyNot.TAKEN ->
          new RescheduleOutcome.JustTaken(instead(catalogue, asking, offered, now));
      case Written.Against(var whyNot) ->
          new RescheduleOutcome.Refused(whyNot, instead(catalogue, asking, offered, now));
    };
  }

  /// How a checked write ended.
  private sealed interface Written<T> {
    record Done<T>(T value) implements Written<T> {}

    record Outdated<T>() implements Written<T> {}

    record Against<T>(WhyNot whyNot) implements Written<T> {}
  }

  /// Checks every rule, writes, and when a seat was lost in between checks and writes again.
  private <T> Written<T> write(
      Catalogue catalogue,
      Asking asking,
      Offered offered,
      Instant now,
      Function<Assignment, WriteOutcome<T>> act) {
    var refused = Optional.<Claim>empty();
    int inVain = 0;
    for (int lost = 0; inVain < MOST_IN_VAIN; lost++) {
      var verdict = slotCheck.check(catalogue, asking, offered, lost, now);
      switch (verdict) {
        case Verdict.Outdated() -> {
          return new Written.Outdated<>();
        }
        case Verdict.Against(var whyNot) -> {
          return new Written.Against<>(whyNot);
        }
        case Verdict.Stands(_, var assignment, var availability) -> {
          inVain += refused.filter(availability::isFree).isPresent() ? 1 : 0;
          refused = Optional.of(assignment.claim());
          switch (act.apply(assignment)) {
            case WriteOutcome.Committed<T>(var value) -> {
              return new Written.Done<>(value);
            }
            case WriteOutcome.Duplicate<T>(var existing) -> {
              return new Written.Done<>(existing);
            }
            case WriteOutcome.QuotaFull<T>() -> {
              return new Written.Against<>(WhyNot.LIMIT_REACHED);
            }
            case WriteOutcome.Overlap<T>(), WriteOutcome.Gone<T>() -> {}
          }
        }
      }
    }
    return new Written.Against<>(WhyNot.TAKEN);
  }

  private List<Offer> instead(
      Catalogue catalogue, Asking asking, Offered offered, Instant now) {
    return offers.insteadOf(catalogue, asking, offered, settings.alternatives(), now);
  }

  static Hold newHold(
      Catalogue catalogue, CallId call, Claim claim, Duration length, Instant now) {
    var id = new HoldId(Ids.newUuid(now));
    var org = catalogue.organisation().id();
    return new Hold(id, org, call, claim, now, now.plus(length));
  }

  static NewHold newHold(Hold hold, List<Quota> quotas) {
    var event = BookingEvent.of(BookingEvent.Kind.SLOT_HELD, hold, hold.takenAt());
    return new NewHold(hold, quotas, event);
  }

  static Booking newBooking(
      Catalogue catalogue, CallId call, Claim claim, CustomerDetails customer, Instant now) {
    var id = new BookingId(Ids.newUuid(now));
    return newBooking(catalogue, id, call, claim, customer, Optional.empty(), now);
  }

  static Booking newBooking(
      Catalogue catalogue,
      BookingId id,
      CallId call,
      Claim claim,
      CustomerDetails customer,
      Optional<SeriesId> series,
      Instant now) {
    return new Booking(
        id,
        catalogue.organisation().id(),
        claim,
        catalogue.organisation().zone(),
        customer,
        BookingMoves.TABLE.initial(),
        call,
        now,
        series,
        1);
  }

  static NewBookings made(
      Catalogue catalogue,
      CallId call,
      List<Booking> bookings,
      String key,
      Optional<HoldId> consumes,
      Instant now) {
    OrgId org = catalogue.organisation().id();
    var quotas =
        bookings.stream()
            .flatMap(one -> quotas(catalogue, one).stream())
            .distinct()
            .toList();
    var events =
        bookings.stream()
            .map(
                one ->
                    BookingEvent.of(
                        BookingEvent.Kind.BOOKING_MADE, one, Optional.of(call), now))
            .toList();
    return new NewBookings(org, call, key, bookings, consumes, quotas, events, now);
  }

  static List<Quota> quotas(Catalogue catalogue, Booking booking) {
    return quotas(catalogue, booking.claim());
  }

  static List<Quota> quotas(Catalogue catalogue, Hold hold) {
    return quotas(catalogue, hold.claim());
  }

  private static List<Quota> quotas(Catalogue catalogue, Claim claim) {
    return catalogue
        .service(claim.service())
        .map(service -> Quotas.of(catalogue, service, claim))
        .orElse(List.of());
  }
}
