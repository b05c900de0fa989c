package dev.frontdesk.server;

import dev.frontdesk.booking.CalendarWriting;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobKind.Urgency;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.durable.OutboxEntry;
import dev.frontdesk.durable.Reaction;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Writes bookings to the calendar after they were made or changed. The newest state is written,
/// whatever the job was planned for: an older one finds nothing to do.
final class CalendarWork implements JobWork {
  static final JobKind KIND =
      new JobKind("calendar.write", "google-calendar", Urgency.CALENDAR);

  private static final Set<String> CHANGES =
      Set.of(
          "booking.booking-made",
          "booking.booking-moved",
          "booking.booking-cancelled",
          "booking.no-show-noted");

  private final CalendarWriting writing;

  CalendarWork(CalendarWriting writing) {
    this.writing = writing;
  }

  /// @param hasCalendar who has none needs no job
  static Reaction reaction(Predicate<OrgId> hasCalendar) {
    return entry ->
        CHANGES.contains(entry.kind()) && hasCalendar.test(entry.org())
            ? List.of(job(entry))
            : List.of();
  }

  private static Job job(OutboxEntry entry) {
    return Job.after(entry, KIND.name());
  }

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    return writing.write(job.org(), new BookingId(job.key()), attempt.at());
  }
}
