package dev.frontdesk.crm;

import dev.frontdesk.crm.CrmBases.Entry;
import dev.frontdesk.crm.RemoteEdits.Reconciled;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.ProviderResult;
import dev.frontdesk.vocabulary.ProviderResult.Failed;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import dev.frontdesk.vocabulary.ProviderResult.Ok;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Keeps an organisation's customer records as they should be. Safe from any thread; blocks.
///
/// What is to be written is marked first, then whoever may enter writes all that is marked, ten
/// rows in a request: so many bookings made at once cost few requests, and one who finds another at
/// work leaves its own to them.
public final class CrmSync {
  /// Most stays are short.
  private static final Duration BUSY = Duration.ofMillis(500);

  private static final int MOST_TRIES = 20;

  private final CrmBases bases;
  private final CrmRows rows;
  private final SchemaSetup setup;
  private final Flush flush;
  private final Inbound inbound;
  private final Clock clock;
  private final Pause pause;

  /// Where everything is kept.
  public record Kept(CrmBases bases, CrmRows rows, CrmConflicts conflicts) {}

  public CrmSync(
      Kept kept,
      Appointments appointments,
      CrmCards cards,
      AppointmentEdits edits,
      CrmNotices notices,
      Clock clock,
      Pause pause) {
    this.bases = kept.bases();
    this.rows = kept.rows();
    this.clock = clock;
    this.pause = pause;
    var wanted = new RowsWanted(appointments, cards, rows, kept.conflicts());
    var remote = new RemoteEdits(rows, kept.conflicts(), edits, notices);
    this.setup = new SchemaSetup(notices);
    this.flush = new Flush(rows, wanted, new RowWriter(notices), remote, setup, notices);
    this.inbound = new Inbound(rows, appointments, wanted, remote, notices);
  }

  /// Writes these, and whatever else waits.
  ///
  /// @param holder    who works: the same when it is tried again
  /// @param changedAt when the subjects last changed
  public ProviderResult<String> push(
      CrmTarget target, List<CrmSubject> subjects, Instant changedAt, String holder) {
    rows.mark(target.org(), subjects, changedAt);
    return visit(
        target,
        holder,
        _ -> new Ok<>("left to the batch that is being written"),
        visit -> {
          int written = 0;
          do {
            if (visit.base().blocked().isPresent()) {
              return blockedSince(visit);
            }
            if (!setup.ensure(visit)) {
              return failed(visit);
            }
            written += flush.all(visit);
            if (visit.failure().isPresent()) {
              return failed(visit);
            }
          } while (!visit.leaveIfNothingWaits());
          return new Ok<>(written + " subjects written");
        });
  }

  /// Looks whether what was blocked is mended, writes what waits, and takes what people edited.
  public ProviderResult<String> pull(CrmTarget target, String holder) {
    return visit(
        target,
        holder,
        wait -> new Failed<>(new Throttled("another works on it", wait)),
        visit -> {
          boolean known = visit.base().blocked().isPresent();
          if (!setup.ensure(visit)) {
            return known && visit.refused() ? blockedSince(visit) : failed(visit);
          }
          flush.all(visit);
          var found = Reconciled.NOTHING;
          if (visit.failure().isEmpty() && target.twoWay()) {
            found = inbound.all(visit);
          }
          // Who came meanwhile and found the place taken has left theirs to us.
          while (visit.failure().isEmpty() && !visit.leaveIfNothingWaits()) {
            flush.all(visit);
          }
          return visit.failure().isPresent()
              ? failed(visit)
              : new Ok<>(
                  "%d edits taken, %d to be settled".formatted(found.taken(), found.asked()));
        });
  }

  /// Checks what stands there, and makes what is missing where that is allowed.
  ///
  /// @return one sentence, or the failure that names what to mend
  public ProviderResult<String> check(CrmTarget target, String holder) {
    return visitWhenFree(
        target,
        holder,
        visit ->
            setup.check(visit)
                ? new Ok<>(target.provider().vendor() + ": everything is there")
                : failed(visit));
  }

  /// Only looks.
  ///
  /// @return a sentence for each thing that is missing; none when all could be written
  public ProviderResult<List<String>> dryRun(CrmTarget target, String holder) {
    return visitWhenFree(
        target,
        holder,
        visit ->
            SchemaSetup.look(visit)
                .<ProviderResult<List<String>>>map(
                    check ->
                        new Ok<>(
                            check.gaps().stream()
                                .map(gap -> target.provider().vendor() + ": " + gap.sentence())
                                .toList()))
                .orElseGet(() -> failed(visit)));
  }

  /// For a person, who would rather wait a moment than ask again.
  private <T> ProviderResult<T> visitWhenFree(
      CrmTarget target, String holder, Function<BaseVisit, ProviderResult<T>> work) {
    var busy = new Failed<T>(new Throttled("another works on it", BUSY));
    for (int tries = 1; ; tries++) {
      ProviderResult<T> result = visit(target, holder, _ -> busy, work);
      if (result != busy || tries == MOST_TRIES) {
        return result;
      }
      try {
        pause.of(BUSY);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return busy;
      }
    }
  }

  private <T> ProviderResult<T> visit(
      CrmTarget target,
      String holder,
      Function<Duration, ProviderResult<T>> busy,
      Function<BaseVisit, ProviderResult<T>> work) {
    var now = clock.instant();
    var entry =
        bases.enter(
            target.org(), target.connection().base(), holder, now, now.plus(BaseVisit.LEASE));
    return switch (entry) {
      case Entry.Busy _ -> busy.apply(BUSY);
      case Entry.Paused(var until) -> new Failed<>(tooSoon(target, now, until));
      case Entry.Entered entered -> {
        var visit = new BaseVisit(target, bases, entered, holder, clock, pause);
        try {
          yield work.apply(visit);
        } finally {
          visit.leave();
        }
      }
    };
  }

  private static Throttled tooSoon(CrmTarget target, Instant now, Instant until) {
    return new Throttled(
        target.provider().vendor() + " asked to be left alone", Duration.between(now, until));
  }

  private static <T> ProviderResult<T> failed(BaseVisit visit) {
    return new Failed<>(visit.failure().orElseThrow());
  }

  /// Who comes later need not fail for what an alarm tells of: theirs waits, and is written with
  /// the rest once it is mended.
  private static ProviderResult<String> blockedSince(BaseVisit visit) {
    return new Ok<>("kept until this is mended: " + visit.base().blocked().orElseThrow());
  }
}
