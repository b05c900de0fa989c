package dev.frontdesk.crm;

import dev.frontdesk.crm.CellValue.Nothing;
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
  record Reconciled(int taken, int asked, boolean toWrite) {
    static final Reconciled NOTHING = new Reconciled(0, 0, false);

    Reconciled plus(Reconciled other) {
      return new Reconciled(taken + other.taken, asked + other.asked, toWrite || other.toWrite);
    }
  }

  Reconciled reconcile(CrmTarget target, Pair pair, Instant now) {
    var mirror = pair.mirror.seen(now);
    var heldBack = conflicts.heldBack(target.org(), pair.appointment.id());
    var sum = Reconciled.NOTHING;
    for (var field : fields()) {
      var ours = pair.ours.cells().getOrDefault(field, new Nothing());
      var theirs = pair.theirs.cells().getOrDefault(field, new Nothing());
      var sides =
          new Sides(
              field,
              Optional.ofNullable(mirror.ours().get(field)),
              Optional.ofNullable(mirror.theirs().get(field)),
              Optional.ofNullable(mirror.sending().get(field)),
              ours,
              theirs,
              pair.oursAt,
              pair.theirsAt);
      if (sides.sending().equals(Optional.of(theirs))) {
        mirror = mirror.compared(field, theirs, theirs); // it did arrive
      }
      switch (MergePolicy.decide(target.policy(), sides)) {
        case Verdict.Settled() -> {
          if (ours.equals(theirs)) {
            mirror = mirror.compared(field, ours, theirs);
          }
        }
        case Verdict.Write() -> sum = sum.plus(new Reconciled(0, 0, !heldBack.contains(field)));
        case Verdict.Conflict(var why) -> {
          raise(target, pair, field, ours, theirs, why, now);
          mirror = mirror.compared(field, ours, theirs);
          sum = sum.plus(new Reconciled(0, 1, false));
        }
        case Verdict.Take() -> {
          var refused = take(target, pair, field, theirs);
          if (refused.isPresent()) {
            raise(target, pair, field, ours, theirs, refused.get(), now);
            mirror = mirror.compared(field, ours, theirs);
            sum = sum.plus(new Reconciled(0, 1, false));
          } else {
            mirror = mirror.compared(field, theirs, theirs);
            sum = sum.plus(new Reconciled(1, 0, true));
          }
        }
      }
    }
    rows.save(
        target.org(), List.of(mirror), Map.of(mirror.key(), pair.appointment.id()));
    return sum;
  }

  /// Times before the status: what is moved and then cancelled was moved first.
  private static List<CrmField> fields() {
    return CrmField.of(CrmTable.APPOINTMENTS).stream()
        .filter(field -> !field.isKey() && field.type() != FieldType.LINK)
        .sorted(Comparator.comparing((CrmField field) -> field != CrmField.START))
        .toList();
  }

  private Optional<String> take(CrmTarget target, Pair pair, CrmField field, CellValue theirs) {
    var appointment = pair.appointment;
    var key =
        "crm:%s:%s:%d".formatted(appointment.id().value(), field.name(), appointment.version());
    return switch (edits.apply(
        target.org(), appointment.id(), appointment.version(), field, theirs, key)) {
      case AppointmentEdits.Outcome.Done() -> Optional.empty();
      case AppointmentEdits.Outcome.Refused(var why) -> Optional.of(why);
    };
  }

  private void raise(
      CrmTarget target,
      Pair pair,
      CrmField field,
      CellValue ours,
      CellValue theirs,
      String why,
      Instant now) {
    var conflict =
        CrmConflict.open(
            target.org(),
            pair.appointment.id(),
            pair.appointment.version(),
            field,
            ours,
            theirs,
            why,
            now);
    conflicts.raise(conflict);
    notices.raise(
        target.org(),
        ALARM,
        conflict.id(),
        "%s: field '%s' of a booking differs: %s"
            .formatted(target.provider().vendor(), target.names().of(field), why));
  }
}
