package dev.frontdesk.crm;

import dev.frontdesk.crm.CrmConflict.Choice;
import dev.frontdesk.crm.CrmConflict.Settled;
import dev.frontdesk.crm.CrmField.Owner;
import dev.frontdesk.crm.CrmSubject.OfBooking;
import dev.frontdesk.vocabulary.Appointments;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets a person settle what the two sides could not. Blocks.
public final class CrmSettling {
  private final CrmRows rows;
  private final CrmConflicts conflicts;
  private final Appointments appointments;
  private final AppointmentEdits edits;
  private final CrmNotices notices;
  private final Clock clock;

  public CrmSettling(
      CrmSync.Kept kept,
      Appointments appointments,
      AppointmentEdits edits,
      CrmNotices notices,
      Clock clock) {
    this.rows = kept.rows();
    this.conflicts = kept.conflicts();
    this.appointments = appointments;
    this.edits = edits;
    this.notices = notices;
    this.clock = clock;
  }

  /// What became of the wish to settle.
  public sealed interface Outcome {
    /// Also the answer when it was settled so before.
    record Done(CrmConflict conflict) implements Outcome {}

    record Unknown() implements Outcome {}

    /// It was settled otherwise, or the desk's rules stand against it.
    record Refused(String why) implements Outcome {}
  }

  /// Ours is written there with the next batch; theirs is carried out here at once.
  ///
  /// @param by as the audit names who acts
  public Outcome settle(OrgId org, String id, Choice choice, String by) {
    var found = conflicts.find(org, id);
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    var conflict = found.get();
    if (conflict.settled().isPresent()) {
      return conflict.settled().get().choice() == choice
          ? new Outcome.Done(conflict)
          : new Outcome.Refused("this was settled the other way");
    }
    var refused =
        switch (choice) {
          case OURS -> writeAgain(conflict);
          case THEIRS -> carryOut(conflict);
          case AGREED -> Optional.of("only the two sides themselves come to agree");
        };
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    conflicts.settle(conflict, new Settled(choice, by, clock.instant()));
    notices.clear(org, RemoteEdits.ALARM, conflict.id());
    return conflicts.find(org, id).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Unknown::new);
  }

  private Optional<String> writeAgain(CrmConflict conflict) {
    var key = conflict.booking().value();
    var mirror = rows.rows(conflict.org(), CrmTable.APPOINTMENTS, List.of(key)).get(key);
    if (mirror != null) {
      rows.save(
          conflict.org(),
          List.of(mirror.forgetting(conflict.field())),
          Map.of(key, conflict.booking()));
    }
    rows.mark(conflict.org(), List.of(new OfBooking(conflict.booking())), clock.instant());
    return Optional.empty();
  }

  /// A field that is ours alone is simply left as it stands there.
  private Optional<String> carryOut(CrmConflict conflict) {
    if (conflict.field().owner() != Owner.SHARED) {
      return Optional.empty();
    }
    var appointment = appointments.find(conflict.org(), conflict.booking());
    if (appointment.isEmpty()) {
      return Optional.of("the booking does not stand any more");
    }
    var outcome =
        edits.apply(
            conflict.org(),
            conflict.booking(),
            appointment.get().version(),
            conflict.field(),
            conflict.theirs(),
            "crm-settled:" + conflict.id() + ":" + appointment.get().version());
    return switch (outcome) {
      case AppointmentEdits.Outcome.Done() -> Optional.empty();
      case AppointmentEdits.Outcome.Changed() ->
          Optional.of("the booking was changed just now; look at it and settle again");
      case AppointmentEdits.Outcome.Refused(var why) -> Optional.of(why);
    };
  }
}
