package dev.frontdesk.booking;

import dev.frontdesk.booking.BookingEvent.Kind;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What may still be done to bookings that stand.
final class StandingBookings {
  private static final int MOST_TRIES = 5;

  private final BookingStore store;

  StandingBookings(BookingStore store) {
    this.store = store;
  }

  /// Whether a booking may be changed now.
  sealed interface Permission {
    record Granted(Booking booking) implements Permission {}

    record Denied(ChangeRefusal refusal) implements Permission {}
  }

  /// The cut-off is the same for moving as for cancelling: both leave the business with a gap.
  Permission mayChange(Catalogue catalogue, BookingId id, Instant now) {
    var found = store.find(catalogue.organisation().id(), id);
    if (found.isEmpty()) {
      return new Permission.Denied(ChangeRefusal.NOT_FOUND);
    }
    var booking = found.get();
    if (booking.status() != BookingStatus.CONFIRMED) {
      return new Permission.Denied(ChangeRefusal.NOT_STANDING);
    }
    var cutOff =
        catalogue
            .service(booking.service())
            .map(service -> service.rules().cancelUntil())
            .orElse(Duration.ZERO);
    var start = booking.slot().start();
    boolean late = now.isAfter(start.minus(cutOff)) || !now.isBefore(start);
    return late
        ? new Permission.Denied(ChangeRefusal.TOO_LATE)
        : new Permission.Granted(booking);
  }

  CancelOutcome cancel(
      Catalogue catalogue, CallId call, BookingId id, String key, Instant now) {
    var before = store.byKey(catalogue.organisation().id(), key);
    if (!before.isEmpty()) {
      return new CancelOutcome.Cancelled(before.getFirst());
    }
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      switch (mayChange(catalogue, id, now)) {
        case Permission.Denied(var refusal) -> {
          return new CancelOutcome.Refused(refusal);
        }
        case Permission.Granted(var booking) -> {
          var done =
              change(booking, BookingAct.CANCEL, Kind.BOOKING_CANCELLED, call, key, now);
          if (done.isPresent()) {
            return new CancelOutcome.Cancelled(done.get());
          }
        }
      }
    }
    return new CancelOutcome.Refused(ChangeRefusal.NOT_STANDING);
  }

  NoShowOutcome noShow(OrgId org, BookingId id, Instant now) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      var found = store.find(org, id);
      if (found.isEmpty()) {
        return new NoShowOutcome.Refused(ChangeRefusal.NOT_FOUND);
      }
      var booking = found.get();
      if (booking.status() == BookingStatus.NO_SHOW) {
        return new NoShowOutcome.Noted(booking);
      }
      if (booking.status() != BookingStatus.CONFIRMED) {
        return new NoShowOutcome.Refused(ChangeRefusal.NOT_STANDING);
      }
      if (now.isBefore(booking.slot().start())) {
        return new NoShowOutcome.Refused(ChangeRefusal.NOT_BEGUN);
      }
      var done = noShow(booking, now);
      if (done.isPresent()) {
        return new NoShowOutcome.Noted(done.get());
      }
    }
    return new NoShowOutcome.Refused(ChangeRefusal.NOT_STANDING);
  }

  private Optional<Booking> noShow(Booking booking, Instant now) {
    var key = "no-show:" + booking.id().value() + ":" + booking.version();
    var after = booking.after(BookingAct.MARK_NO_SHOW);
    var event = BookingEvent.of(Kind.NO_SHOW_NOTED, after, Optional.empty(), now);
    return written(
        store.change(
            new BookingChange(booking, after, Optional.empty(), key, List.of(), event, now)));
  }

  private Optional<Booking> change(
      Booking booking, BookingAct act, Kind kind, CallId call, String key, Instant now) {
    var after = booking.after(act);
    var event = BookingEvent.of(kind, after, Optional.of(call), now);
    return written(
        store.change(
            new BookingChange(booking, after, Optional.of(call), key, List.of(), event, now)));
  }

  /// Empty when the booking changed meanwhile and must be read again.
  private static Optional<Booking> written(WriteOutcome<Booking> outcome) {
    return switch (outcome) {
      case WriteOutcome.Committed<Booking>(var booking) -> Optional.of(booking);
      case WriteOutcome.Duplicate<Booking>(var booking) -> Optional.of(booking);
      case WriteOutcome.Gone<Booking>() -> Optional.empty();
      case WriteOutcome.Overlap<Booking>(), WriteOutcome.QuotaFull<Booking>() ->
          throw new IllegalStateException("giving time back cannot clash");
    };
  }
}
