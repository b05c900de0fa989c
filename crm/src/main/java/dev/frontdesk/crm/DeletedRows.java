package dev.frontdesk.crm;

import dev.frontdesk.crm.RowWriter.Wanted;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.OrgId;

/// What follows when people delete a row there: nothing here. An appointment stands until it is
/// cancelled, so that deleting its row is told, and the row comes back, whole, with the next change.
final class DeletedRows {
  static final String ALARM = "crm.row-deleted";

  private DeletedRows() {}

  /// The row of an appointment is gone.
  static void found(CrmNotices notices, CrmTarget target, Appointment appointment) {
    if (appointment.state() == Appointment.State.CONFIRMED) {
      notices.raise(
          target.org(),
          ALARM,
          appointment.id().value(),
          ("%s: the row of an appointment was deleted in '%s', and the appointment stands."
                  + " Cancel it if that was meant; else the row comes back with its next change")
              .formatted(target.provider().vendor(), target.names().of(CrmTable.APPOINTMENTS)));
    }
  }

  static void madeAnew(CrmNotices notices, OrgId org, Wanted row) {
    if (row.row().table() == CrmTable.APPOINTMENTS) {
      notices.clear(org, ALARM, row.row().key());
    }
  }
}
