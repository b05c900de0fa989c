package dev.frontdesk.booking;

import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// What the caller would like.
///
/// @param resource whom they asked for, if anybody
/// @param moving   the booking to be moved, whose own time then counts as free
/// @param limit    most offers wanted, 1 to `MOST_OFFERS`
public record SlotWish(
    ServiceId service,
    Optional<ResourceId> resource,
    When when,
    Optional<BookingId> moving,
    int limit) {
  public static final int MOST_OFFERS = 50;

  public SlotWish {
    if (limit < 1 || limit > MOST_OFFERS) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST_OFFERS + ", is " + limit);
    }
  }

  /// Times are on the organisation's wall clock.
  public sealed interface When {
    /// This start and no other.
    record At(LocalDateTime start) implements When {}

    /// Any start in `[from, to)` within the part of the day; the earliest are offered first.
    record Between(LocalDateTime from, LocalDateTime to, DayPart part) implements When {
      public Between {
        if (!from.isBefore(to)) {
          throw new IllegalArgumentException("a wish must end after it begins");
        }
      }
    }

    /// As soon as there is one.
    record Soonest() implements When {}
  }

  public static SlotWish at(ServiceId service, LocalDateTime start, int limit) {
    return new SlotWish(
        service, Optional.empty(), new When.At(start), Optional.empty(), limit);
  }

  public static SlotWish on(ServiceId service, LocalDate day, DayPart part, int limit) {
    var when = new When.Between(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), part);
    return new SlotWish(service, Optional.empty(), when, Optional.empty(), limit);
  }

  public static SlotWish soonest(ServiceId service, int limit) {
    return new SlotWish(
        service, Optional.empty(), new When.Soonest(), Optional.empty(), limit);
  }

  public SlotWish with(ResourceId wanted) {
    return new SlotWish(service, Optional.of(wanted), when, moving, limit);
  }

  public SlotWish moving(BookingId booking) {
    return new SlotWish(service, resource, when, Optional.of(booking), limit);
  }
}
