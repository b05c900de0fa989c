package dev.frontdesk.crm;

import dev.frontdesk.crm.CrmRows.Waiting;
import dev.frontdesk.crm.MergePolicy.Stretch;
import dev.frontdesk.crm.RemoteEdits.Pair;
import dev.frontdesk.crm.RemoteEdits.Reconciled;
import dev.frontdesk.crm.RowsWanted.Rows;
import dev.frontdesk.crm.spi.CrmProvider.RemoteRow;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Permanent;
import dev.frontdesk.vocabulary.ProviderResult.Failure.Throttled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes what waits, a batch at a time, oldest first.
final class Flush {
  static final String ALARM = "crm.row";

  private static final Duration SOON = Duration.ofMillis(200);

  private final CrmRows rows;
  private final RowsWanted wanted;
  private final RowWriter writer;
  private final RemoteEdits remote;
  private final SchemaSetup setup;
  private final CrmNotices notices;

  Flush(
      CrmRows rows,
      RowsWanted wanted,
      RowWriter writer,
      RemoteEdits remote,
      SchemaSetup setup,
      CrmNotices notices) {
    this.rows = rows;
    this.wanted = wanted;
    this.writer = writer;
    this.remote = remote;
    this.setup = setup;
    this.notices = notices;
  }

  /// Until what waits now is written, or the visit has failed.
  ///
  /// @return how many subjects were written
  int all(BaseVisit visit) {
    int written = 0;
    int most = visit.target().provider().batch();
    while (true) {
      var batch = rows.waiting(visit.target().org(), most);
      if (batch.isEmpty()) {
        return written;
      }
      if (visit.timeIsUp()) {
        visit.fail(new Throttled("more is waiting than one stay may write", SOON));
        return written;
      }
      if (!write(visit, batch) && !isolate(visit, batch)) {
        return written;
      }
      written += batch.size();
      if (batch.size() < most) {
        return written;
      }
    }
  }

  private boolean write(BaseVisit visit, List<Waiting> batch) {
    var org = visit.target().org();
    var all = wanted.of(org, batch, visit.now());
    var known = KnownRows.of(rows, org, all);
    if (visit.target().twoWay() && standing(all, known)) {
      if (!reconcile(visit, all, known)) {
        return false;
      }
      all = wanted.of(org, batch, visit.now()); // what was taken changed the appointments
      known = KnownRows.of(rows, org, all);
    }
    try {
      for (var table : CrmTable.values()) {
        if (!writer.write(visit, table, all.of(table), known)) {
          return false;
        }
      }
    } finally {
      known.save();
    }
    rows.done(org, batch);
    return true;
  }

  private static boolean standing(Rows all, KnownRows known) {
    return all.of(CrmTable.APPOINTMENTS).stream()
        .anyMatch(one -> known.find(CrmTable.APPOINTMENTS, one.row().key()).record().isPresent());
  }

  /// Looks before it writes, so that nothing newer there is overwritten.
  private boolean reconcile(BaseVisit visit, Rows all, KnownRows known) {
    var target = visit.target();
    var standing =
        all.of(CrmTable.APPOINTMENTS).stream()
            .map(one -> known.find(CrmTable.APPOINTMENTS, one.row().key()))
            .filter(mirror -> mirror.record().isPresent())
            .collect(Collectors.toMap(MirrorRow::key, Function.identity()));
    var read =
        visit.ask(
            () ->
                target
                    .provider()
                    .read(
                        target.connection(),
                        visit.layout(),
                        CrmTable.APPOINTMENTS,
                        List.copyOf(standing.keySet())));
    if (read.isEmpty()) {
      return false;
    }
    var appointments =
        all.bookings().values().stream()
            .collect(Collectors.toMap(found -> found.id().value(), Function.identity()));
    boolean again = false;
    for (var row : read.get()) {
      var mirror = row.key().flatMap(key -> Optional.ofNullable(standing.get(key)));
      var appointment = row.key().flatMap(key -> Optional.ofNullable(appointments.get(key)));
      if (mirror.isPresent() && appointment.isPresent()) {
        again |= reconcile(visit, all, appointment.get(), mirror.get(), row).again();
      }
    }
    if (again) {
      visit.fail(new Throttled("an appointment changed while its row was compared", SOON));
    }
    return !again;
  }

  private Reconciled reconcile(
      BaseVisit visit, Rows all, Appointment appointment, MirrorRow mirror, RemoteRow row) {
    var now = visit.now();
    var seenAt = mirror.seenAt().filter(at -> at.isBefore(now)).orElse(now);
    var pair =
        new Pair(
            appointment,
            wanted.appointmentRow(appointment, now),
            mirror,
            row,
            all.changedAt().getOrDefault(appointment.id(), now),
            new Stretch(seenAt, now));
    return remote.reconcile(visit.target(), pair, now);
  }

  /// A batch that is refused for good: either nothing can be written as things stand there, which
  /// is for a person; or something in it cannot, which is set aside while the rest goes on.
  ///
  /// @return whether the rest may go on
  private boolean isolate(BaseVisit visit, List<Waiting> batch) {
    if (!visit.refused()) {
      return false;
    }
    visit.forgive();
    if (!setup.check(visit)) {
      return false;
    }
    for (var one : batch) {
      if (!write(visit, List.of(one))) {
        if (!visit.refused()) {
          return false;
        }
        var why = visit.failure().map(failure -> ((Permanent) failure).detail()).orElseThrow();
        rows.setAside(visit.target().org(), one, why);
        notices.raise(visit.target().org(), ALARM, one.subject().id(), why);
        visit.forgive();
      }
    }
    return true;
  }
}
