package dev.frontdesk.booking;

import dev.frontdesk.booking.spi.CalendarChanges;
import dev.frontdesk.booking.spi.CalendarChanges.Change;
import dev.frontdesk.booking.spi.CalendarProvider;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Retryable;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Keeps the mirror of a calendar: asks for what changed since the last time, and reads all of it
/// where the vendor has forgotten. Our own events are left out, for the bookings stand for
/// themselves. Blocks.
public final class CalendarReading {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Function<OrgId, Optional<CalendarPlan>> plans;
  private final CalendarMirrors mirrors;
  private final BookingStore bookings;
  private final CalendarProvider provider;
  private final CalendarNotices notices;

  public CalendarReading(
      Function<OrgId, Optional<CalendarPlan>> plans,
      CalendarMirrors mirrors,
      BookingStore bookings,
      CalendarProvider provider,
      CalendarNotices notices) {
    this.plans = plans;
    this.mirrors = mirrors;
    this.bookings = bookings;
    this.provider = provider;
    this.notices = notices;
  }

  /// @return what was read, with nothing personal in it
  public ProviderResult<String> read(OrgId org, String calendar, Instant now) {
    var before = mirrors.find(org, calendar);
    var mirror = before.orElseGet(() -> CalendarMirror.unread(org, calendar, now));
    boolean whole = mirror.wantsWhole(now);
    var answer = changes(mirror, whole, now);
    if (answer instanceof Ok<CalendarChanges>(CalendarChanges.Forgotten _)) {
      whole = true;
      answer = changes(mirror, true, now);
    }
    return switch (answer) {
      case Failed<CalendarChanges>(var failure) -> {
        mirrors.failed(mirror.failed(reason(failure)));
        yield new Failed<>(failure);
      }
      case Ok<CalendarChanges>(CalendarChanges.Forgotten _) ->
          new Failed<>(new Retryable("the calendar forgets what it just read"));
      case Ok<CalendarChanges>(CalendarChanges.Since(var events, var token)) ->
          apply(before, mirror, events, token, whole, now);
    };
  }

  private ProviderResult<CalendarChanges> changes(
      CalendarMirror mirror, boolean whole, Instant now) {
    return provider.changes(
        mirror.org(),
        mirror.calendar(),
        whole ? Optional.empty() : mirror.token(),
        whole ? CalendarMirror.range(now) : mirror.range(),
        now.plus(PATIENCE));
  }

  private ProviderResult<String> apply(
      Optional<CalendarMirror> before,
      CalendarMirror mirror,
      List<Change> events,
      String token,
      boolean whole,
      Instant now) {
    var after =
        whole
            ? mirror.readWhole(token, CalendarMirror.range(now), now)
            : mirror.readOn(token, now);
    var foreign = events.stream().filter(event -> !event.ours()).toList();
    if (!mirrors.apply(before, after, foreign, whole)) {
      return new Ok<>("another reading came first");
    }
    tellOfClashes(mirror.org(), mirror.calendar(), foreign, now);
    return new Ok<>("%d events read%s".formatted(events.size(), whole ? ", all there are" : ""));
  }

  /// Who put something over a booking that stands hears of it.
  private void tellOfClashes(OrgId org, String calendar, List<Change> events, Instant now) {
    var plan = plans.apply(org);
    if (plan.isEmpty()) {
      return;
    }
    for (var event : events) {
      event.busy().filter(busy -> busy.end().isAfter(now)).ifPresent(busy ->
          bookings.between(org, busy).stream()
              .filter(Booking::blocks)
              .filter(booking ->
                  booking.resources().stream()
                      .anyMatch(one -> plan.get().blocking(one).contains(calendar)))
              .forEach(booking -> notices.clash(org, booking.id(), now)));
    }
  }

  private static String reason(ProviderResult.Failure failure) {
    return switch (failure) {
      case ProviderResult.Failure.Retryable(var detail) -> detail;
      case ProviderResult.Failure.Throttled(var detail, _) -> detail;
      case ProviderResult.Failure.Permanent(var detail) -> detail;
      case ProviderResult.Failure.Unconfirmed(var detail) -> detail;
    };
  }
}
