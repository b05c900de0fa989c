package dev.frontdesk.crm;

import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.crm.MergePolicy.Stretch;
import dev.frontdesk.crm.RemoteEdits.Pair;
import dev.frontdesk.crm.RemoteEdits.Reconciled;
import dev.frontdesk.crm.spi.CrmProvider.Edit;
import dev.frontdesk.crm.spi.CrmProvider.RemoteRow;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes what people have edited there: as the vendor tells of it, and by looking now and then,
/// since a notification may be lost. What was told is only a hint: rows are read as they stand.
final class Inbound {
  /// Clocks differ a little, and an edit may be committed after a later one.
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final Duration RENEW_BEFORE = Duration.ofDays(2);

  private final CrmRows rows;
  private final Appointments appointments;
  private final RowsWanted wanted;
  private final RemoteEdits remote;
  private final CrmNotices notices;

  Inbound(
      CrmRows rows,
      Appointments appointments,
      RowsWanted wanted,
      RemoteEdits remote,
      CrmNotices notices) {
    this.rows = rows;
    this.appointments = appointments;
    this.wanted = wanted;
    this.remote = remote;
    this.notices = notices;
  }

  /// What was found before a failure counts; the rest is found again.
  Reconciled all(BaseVisit visit) {
    if (!keepHook(visit)) {
      return Reconciled.NOTHING;
    }
    var sum = told(visit);
    var due = visit.base().polledAt().map(at -> at.plus(visit.target().pollEvery()));
    boolean look =
        visit.base().hook().isEmpty() || due.isEmpty() || !due.get().isAfter(visit.now());
    return visit.failure().isEmpty() && look ? sum.plus(looked(visit)) : sum;
  }

  /// Opens the hook when we can be reached, and renews it before it runs out.
  private static boolean keepHook(BaseVisit visit) {
    var target = visit.target();
    var hook = visit.base().hook();
    if (target.notifyAt().isEmpty()) {
      return true;
    }
    if (hook.isEmpty() || !hook.get().expiresAt().isAfter(visit.now())) {
      var opened =
          visit.ask(
              () ->
                  target
                      .provider()
                      .openHook(
                          target.connection(),
                          visit.layout(),
                          CrmTable.APPOINTMENTS,
                          target.notifyAt().orElseThrow()));
      opened.ifPresent(
          made ->
              visit.hook(
                  Optional.of(new CrmBase.Hook(made.id(), made.secret(), made.expiresAt(), 1))));
      return opened.isPresent();
    }
    if (hook.get().expiresAt().isBefore(visit.now().plus(RENEW_BEFORE))) {
      var renewed =
          visit.ask(() -> target.provider().renewHook(target.connection(), hook.get().id()));
      renewed.ifPresent(until -> visit.hook(Optional.of(hook.get().until(until))));
      return renewed.isPresent();
    }
    return true;
  }

  private Reconciled told(BaseVisit visit) {
    var target = visit.target();
    var sum = Reconciled.NOTHING;
    boolean more = visit.base().hook().isPresent();
    while (more) {
      var hook = visit.base().hook().orElseThrow();
      var told =
          visit.ask(
              () ->
                  target
                      .provider()
                      .told(
                          target.connection(),
                          visit.layout(),
                          CrmTable.APPOINTMENTS,
                          hook.id(),
                          hook.cursor()));
      if (told.isEmpty()) {
        lost(visit);
        return sum;
      }
      var read = read(visit, edited(target.org(), told.get().edits()));
      if (visit.failure().isPresent()) {
        return sum;
      }
      sum = sum.plus(read);
      if (told.get().next() != hook.cursor()) {
        visit.hook(Optional.of(hook.readTo(told.get().next())));
      }
      more = told.get().more();
    }
    return sum;
  }

  private Map<BookingId, Stretch> edited(OrgId org, List<Edit> edits) {
    var records = edits.stream().map(Edit::record).collect(Collectors.toSet());
    var mirrors = rows.byRecords(org, CrmTable.APPOINTMENTS, records);
    var at = new HashMap<BookingId, Stretch>();
    for (var edit : edits) {
      Optional.ofNullable(mirrors.get(edit.record()))
          .ifPresent(mirror -> at.put(new BookingId(mirror.key()), Stretch.at(edit.at())));
    }
    return at;
  }

  /// A hook that the vendor does not know any more is opened anew; until then we look.
  private static void lost(BaseVisit visit) {
    if (visit.refused()) {
      visit.hook(Optional.empty());
      visit.forgive();
    }
  }

  private Reconciled read(BaseVisit visit, Map<BookingId, Stretch> edited) {
    var target = visit.target();
    var sum = Reconciled.NOTHING;
    var keys = new ArrayList<>(edited.keySet());
    int most = target.provider().batch();
    for (int from = 0; from < keys.size(); from += most) {
      var batch =
          keys.subList(from, Math.min(keys.size(), from + most)).stream()
              .map(BookingId::value)
              .toList();
      var found =
          visit.ask(
              () ->
                  target
                      .provider()
                      .read(
                          target.connection(), visit.layout(), CrmTable.APPOINTMENTS, batch));
      if (found.isEmpty()) {
        return sum;
      }
      tellDeleted(target, batch, found.get());
      sum =
          sum.plus(
              reconcile(
                  visit,
                  found.get(),
                  row ->
                      row.key()
                          .flatMap(key -> Optional.ofNullable(edited.get(new BookingId(key))))));
    }
    return sum;
  }

  /// Who deletes a row is told of like who edits one, and there is nothing to read.
  private void tellDeleted(CrmTarget target, List<String> asked, List<RemoteRow> found) {
    var standing = found.stream().flatMap(row -> row.key().stream()).toList();
    asked.stream()
        .filter(key -> !standing.contains(key))
        .flatMap(key -> appointments.find(target.org(), new BookingId(key)).stream())
        .forEach(gone -> DeletedRows.found(notices, target, gone));
  }

  /// Everything edited since the last look.
  private Reconciled looked(BaseVisit visit) {
    var target = visit.target();
    var began = visit.now();
    var since = visit.base().polledAt().orElse(Instant.EPOCH).minus(OVERLAP);
    var sum = Reconciled.NOTHING;
    Optional<String> page = Optional.empty();
    do {
      var at = page;
      var found =
          visit.ask(
              () ->
                  target
                      .provider()
                      .editedSince(
                          target.connection(),
                          visit.layout(),
                          CrmTable.APPOINTMENTS,
                          since,
                          at));
      if (found.isEmpty()) {
        return sum;
      }
      sum = sum.plus(reconcile(visit, found.get().rows(), _ -> Optional.empty()));
      page = found.get().next();
    } while (page.isPresent());
    visit.polled(began);
    return sum;
  }

  /// Rows that are none of ours are people's own. Most of ours stand as we wrote them: those are
  /// only noted as seen.
  private Reconciled reconcile(
      BaseVisit visit, List<RemoteRow> found, Function<RemoteRow, Optional<Stretch>> editedAt) {
    var org = visit.target().org();
    var records = found.stream().map(RemoteRow::record).collect(Collectors.toSet());
    var mirrors = rows.byRecords(org, CrmTable.APPOINTMENTS, records);
    var asKnown = new ArrayList<String>();
    var sum = Reconciled.NOTHING;
    for (var row : found) {
      var mirror = Optional.ofNullable(mirrors.get(row.record()));
      if (mirror.isPresent() && RemoteEdits.asKnown(mirror.get(), row)) {
        asKnown.add(mirror.get().key());
      } else if (mirror.isPresent()) {
        sum = sum.plus(reconcile(visit, row, mirror.get(), editedAt.apply(row)));
      }
    }
    if (!asKnown.isEmpty()) {
      rows.seen(org, CrmTable.APPOINTMENTS, asKnown, visit.now());
    }
    return sum;
  }

  private Reconciled reconcile(
      BaseVisit visit, RemoteRow row, MirrorRow mirror, Optional<Stretch> editedAt) {
    var org = visit.target().org();
    var appointment = appointments.find(org, new BookingId(mirror.key()));
    if (appointment.isEmpty()) {
      return Reconciled.NOTHING;
    }
    var now = visit.now();
    var subject = new OfBooking(appointment.get().id());
    var seenAt = mirror.seenAt().filter(at -> at.isBefore(now)).orElse(now);
    var found =
        remote.reconcile(
            visit.target(),
            new Pair(
                appointment.get(),
                wanted.appointmentRow(appointment.get(), now),
                mirror,
                row,
                rows.changedAt(org, subject).orElse(now),
                editedAt.orElse(new Stretch(seenAt, now))),
            now);
    if (found.toWrite()) {
      rows.mark(org, List.of(subject), now);
    }
    return found;
  }
}
