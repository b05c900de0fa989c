package dev.frontdesk.dialog;

import dev.frontdesk.booking.Offer;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.HoldId;
import dev.frontdesk.vocabulary.ResourceId;
import dev.frontdesk.vocabulary.ServiceId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
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
  When when = When.NOTHING;

  /// When the appointment to be changed stands, as the caller said it.
  When standing = When.NOTHING;

  boolean aimed;
  @Nullable BookingId booking;
  @Nullable LocalDateTime bookedAt;

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

  Optional<ServiceId> service() {
    return services.size() == 1 ? Optional.of(services.getFirst()) : Optional.empty();
  }

  void unchoose() {
    chosen = null;
  }
}
