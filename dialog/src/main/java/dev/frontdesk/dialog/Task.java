package dev.frontdesk.dialog;

import dev.frontdesk.booking.Offer;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing the caller wants done, as far as it is known: to book, to move or to cancel. Belongs
/// to one call's memory.
final class Task {
  enum Kind {
    BOOK,
    MOVE,
    CANCEL
  }

  Kind kind = Kind.BOOK;

  /// The service, or several among which the caller must still choose.
  List<ServiceId> services = List.of();

  @Nullable ResourceId resource;

  /// Whom the caller would not come to.
  Set<ResourceId> avoided = Set.of();

  When when = When.NOTHING;

  /// When the appointment to be changed stands, as the caller said it.
  When standing = When.NOTHING;

  boolean aimed;

  /// All appointments that fit are meant.
  boolean all;

  /// What the appointment should be changed to: none, one, or several that go by that word.
  List<ServiceId> becomes = List.of();

  /// One more of what was booked just before, at the same time unless said otherwise.
  boolean another;

  @Nullable Repeat repeat;

  /// Days of a series that cannot be had and are left out.
  Set<LocalDate> except = Set.of();

  @Nullable BookingId booking;
  @Nullable LocalDateTime bookedAt;

  /// Who it is with now, and stays with where that can be.
  @Nullable ResourceId usual;

  /// The slot that is held, or about to be.
  @Nullable Offer chosen;

  @Nullable HoldId hold;

  /// The start asked for last, free or not.
  @Nullable LocalDateTime wished;

  /// How often no appointment was found.
  int lookUps;

  /// How often the caller was asked what to change.
  int refusals;

  static Task of(Kind kind) {
    var task = new Task();
    task.kind = kind;
    return task;
  }

  /// The service a slot is looked for: that of the booking, or what it should become.
  Optional<ServiceId> service() {
    if (becomes.size() == 1) {
      return Optional.of(becomes.getFirst());
    }
    return services.size() == 1 ? Optional.of(services.getFirst()) : Optional.empty();
  }

  void unchoose() {
    chosen = null;
  }
}
