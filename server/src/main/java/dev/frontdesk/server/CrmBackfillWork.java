package dev.frontdesk.server;

import dev.frontdesk.crm.CrmBase;
import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.crm.CrmSync;
import dev.frontdesk.crm.CrmTable;
import dev.frontdesk.crm.CrmTarget;
import dev.frontdesk.durable.Job;
import dev.frontdesk.durable.JobKind;
import dev.frontdesk.durable.JobWork;
import dev.frontdesk.durable.Jobs;
import dev.frontdesk.server.CrmJobs.Backfill;
import dev.frontdesk.storage.BookingPages;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Writes the rows of bookings that were made before the customer records were connected, a page at
/// a time and at the base's pace. What is booked meanwhile goes first; what has a row is left alone,
/// so that a backfill that is repeated, or goes on after a failure, writes nothing twice.
final class CrmBackfillWork implements JobWork {
  /// Some four seconds' worth of what a base takes.
  static final int PAGE = 50;

  private static final Duration OTHERS_FIRST = Duration.ofSeconds(1);
  private static final Duration TO_BE_MENDED = Duration.ofMinutes(5);

  private final CrmSync sync;
  private final CrmSync.Kept kept;
  private final CrmTargets targets;
  private final BookingPages bookings;
  private final Jobs jobs;
  private final Clock clock;

  CrmBackfillWork(
      CrmSync sync,
      CrmSync.Kept kept,
      CrmTargets targets,
      BookingPages bookings,
      Jobs jobs,
      Clock clock) {
    this.sync = sync;
    this.kept = kept;
    this.targets = targets;
    this.bookings = bookings;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public JobKind kind() {
    return CrmJobs.BACKFILL;
  }

  @Override
  public ProviderResult<String> attempt(Job job, Attempt attempt) {
    var target = targets.of(job.org());
    return target.isEmpty()
        ? new Ok<>("nothing to do: not connected")
        : page(target.get(), CrmJobs.backfill(job), job);
  }

  private ProviderResult<String> page(CrmTarget target, Backfill at, Job job) {
    var org = job.org();
    // A base that is new to us begins anew with this: only then it is known what has a row there.
    var waited = sync.push(target, List.of(), job.dueAt(), job.id());
    if (waited instanceof Failed<String>) {
      return waited;
    }
    if (kept.bases().find(org).flatMap(CrmBase::blocked).isPresent()) {
      return new Failed<>(new Throttled("kept until the records are mended", TO_BE_MENDED));
    }
    if (!kept.rows().waiting(org, 1).isEmpty()) {
      return new Failed<>(new Throttled("what was booked meanwhile goes first", OTHERS_FIRST));
    }
    var page = bookings.after(org, at.last(), at.from(), PAGE);
    var missing = withoutRow(org, page);
    if (!missing.isEmpty()) {
      var written =
          sync.push(
              target, List.copyOf(missing.stream().map(OfBooking::new).toList()), job.dueAt(),
              job.id());
      if (written instanceof Failed<String>) {
        return written;
      }
    }
    if (page.size() == PAGE) {
      var now = clock.instant();
      jobs.plan(List.of(CrmJobs.backfill(org, at.next(page), now)));
    }
    return new Ok<>(
        "%d of %d bookings had no row yet, %d looked at so far"
            .formatted(missing.size(), page.size(), at.seen() + page.size()));
  }

  private List<BookingId> withoutRow(OrgId org, List<BookingId> page) {
    var rows =
        kept.rows()
            .rows(org, CrmTable.APPOINTMENTS, page.stream().map(BookingId::value).toList());
    return page.stream()
        .filter(
            booking -> {
              var row = rows.get(booking.value());
              return row == null || row.record().isEmpty();
            })
        .toList();
  }
}
