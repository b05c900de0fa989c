package dev.frontdesk.crm;

import dev.frontdesk.crm.AppointmentEdits.Outcome;
import dev.frontdesk.crm.CellValue.Nothing;
import dev.frontdesk.crm.CrmConflict.Choice;
import dev.frontdesk.crm.CrmConflict.Settled;
import dev.frontdesk.crm.MergePolicy.Sides;
import dev.frontdesk.crm.MergePolicy.Stretch;
import dev.frontdesk.crm.MergePolicy.Verdict;
import dev.frontdesk.crm.spi.CrmProvider.RemoteRow;
import dev.frontdesk.vocabulary.Appointment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes what people have edited in appointments' rows: carries it out through the desk, or puts it
/// before a person. Never writes there.
final class RemoteEdits {
  static final String ALARM = "crm.conflicts";

  private final CrmRows rows;
  private final CrmConflicts conflicts;
  private final AppointmentEdits edits;
  private final CrmNotices notices;

  RemoteEdits(
      CrmRows rows, CrmConflicts conflicts, AppointmentEdits edits, CrmNotices notices) {
    this.rows = rows;
    this.conflicts = conflicts;
    this.edits = edits;
    this.notices = notices;
  }

  /// A row as it stands on both sides.
  ///
  /// @param oursAt   when the appointment last changed
  /// @param theirsAt when the row was edited there, if it was
  record Pair(
      Appointment appointment,
      CrmRow ours,
      MirrorRow mirror,
      RemoteRow theirs,
      Instant oursAt,
      Stretch theirsAt) {}

  /// What came of it.
  ///
  /// @param taken   edits carried out here
  /// @param asked   conflicts raised
  /// @param toWrite whether something of ours is to be written there
  /// @param again   whether the appointment changed meanwhile and must be compared again
  record Reconciled(int taken, int asked, boolean toWrite, boolean again) {
    static final Reconciled NOTHING = new Reconciled(0, 0, false, false);
    static final Reconciled TAKEN = new Reconciled(1, 0, true, false);
    static final Reconciled ASKED = new Reconciled(0, 1, false, false);
    static final Reconciled TO_WRITE = new Reconciled(0, 0, true, false);
    static final Reconciled AGAIN = new Reconciled(0, 0, true, true);

    Reconciled plus(Reconciled other) {
      return new Reconciled(
          taken + other.taken,
          asked + other.asked,
          toWrite || other.toWrite,
          again || other.again);
    }
  }

  /// Whether a row stands there as it was when it was last compared, with nothing of ours on the
  /// way: then nobody has edited it.
  static boolean asKnown(MirrorRow mirror, RemoteRow row) {
    return mirror.sending().isEmpty()
        && fields().stream()
            .allMatch(
                field ->
                    row.cells()
                        .getOrDefault(field, new Nothing())
                        .equals(mirror.theirs().getOrDefault(field, new Nothing())));
  }

  Reconciled reconcile(CrmTarget target, Pair pair, Instant now) {
    var mirror = pair.mirror.seen(now);
    var heldBack = conflicts.heldBack(target.org(), pair.appointment.id());
    var sum = Reconciled.NOTHING;
    for (var field : fields()) {
      var ours = pair.ours.cells().getOrDefault(field, new Nothing());
      var theirs = pair.theirs.cells().getOrDefault(field, new Nothing());
      var sides = sides(pair, mirror, field);
      if (sides.sending().equals(Optional.of(theirs))) {
        mirror = mirror.compared(field, theirs, theirs); // it did arrive
      }
      switch (MergePolicy.decide(target.policy(), sides)) {
        case Verdict.Settled() -> {
          if (ours.equals(theirs)) {
            mirror = mirror.compared(field, ours, theirs);
            if (heldBack.contains(field)) {
              agreed(target, pair, field, now);
            }
          }
        }
        case Verdict.Write() -> {
          if (!heldBack.contains(field)) {
            sum = sum.plus(Reconciled.TO_WRITE);
          }
        }
        case Verdict.Conflict(var why) -> {
          raise(target, pair, sides, why, now);
          mirror = mirror.compared(field, ours, theirs);
          sum = sum.plus(Reconciled.ASKED);
        }
        case Verdict.Take() -> {
          switch (take(target, pair, sides)) {
            case Outcome.Done() -> {
              mirror = mirror.compared(field, theirs, theirs);
              sum = sum.plus(Reconciled.TAKEN);
            }
            case Outcome.Refused(var why) -> {
              raise(target, pair, sides, why, now);
              mirror = mirror.compared(field, ours, theirs);
              sum = sum.plus(Reconciled.ASKED);
            }
            case Outcome.Changed() -> sum = sum.plus(Reconciled.AGAIN);
          }
        }
      }
    }
    rows.save(
        target.org(), List.of(mirror), Map.of(mirror.key(), pair.appointment.id()));
    return sum;
  }

  private static Sides sides(Pair pair, MirrorRow mirror, CrmField field) {
    return new Sides(
        field,
        Optional.ofNullable(mirror.ours().get(field)),
        Optional.ofNullable(mirror.theirs().get(field)),
        Optional.ofNullable(mirror.sending().get(field)),
        pair.ours.cells().getOrDefault(field, new Nothing()),
        pair.theirs.cells().getOrDefault(field, new Nothing()),
        pair.oursAt,
        pair.theirsAt);
  }

  /// Times before the status: what is moved and then cancelled was moved first.
  private static List<CrmField> fields() {
    return CrmField.of(CrmTable.APPOINTMENTS).stream()
        .filter(field -> !field.isKey() && field.type() != FieldType.LINK)
        .sorted(Comparator.comparing((CrmField field) -> field != CrmField.START))
        .toList();
  }

  private Outcome take(CrmTarget target, Pair pair, Sides sides) {
    var id = pair.appointment.id();
    int version = pair.appointment.version();
    var key = "crm:%s:%s:%d".formatted(id.value(), sides.field().name(), version);
    return edits.apply(target.org(), id, version, sides.field(), sides.theirs(), key);
  }

  private void agreed(CrmTarget target, Pair pair, CrmField field, Instant now) {
    var id = CrmConflict.id(pair.appointment.id(), field);
    conflicts
        .find(target.org(), id)
        .ifPresent(found -> conflicts.settle(found, new Settled(Choice.AGREED, "system", now)));
    notices.clear(target.org(), ALARM, id);
  }

  private void raise(CrmTarget target, Pair pair, Sides sides, String why, Instant now) {
    var conflict =
        new CrmConflict(
            CrmConflict.id(pair.appointment.id(), sides.field()),
            target.org(),
            pair.appointment.id(),
            sides.field(),
            sides.ours(),
            sides.theirs(),
            pair.appointment.version(),
            why,
            now,
            Optional.empty());
    conflicts.raise(conflict);
    notices.raise(
        target.org(),
        ALARM,
        conflict.id(),
        "%s: field '%s' of a booking differs: %s"
            .formatted(target.provider().vendor(), target.names().of(sides.field()), why));
  }
}
