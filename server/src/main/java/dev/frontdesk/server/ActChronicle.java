package dev.frontdesk.server;

import dev.frontdesk.dialog.DialogEvent;
import dev.frontdesk.reporting.Act;
import dev.frontdesk.reporting.Act.Kind;
import dev.frontdesk.reporting.Acts;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Clock;
import java.util.Optional;

/// Keeps what agents did, as evidence for reports: in the call's own line of writes, so that nobody
/// on the telephone waits for it.
final class ActChronicle {
  private final Acts acts;
  private final OneByOne writes;
  private final Clock clock;

  ActChronicle(Acts acts, OneByOne writes, Clock clock) {
    this.acts = acts;
    this.writes = writes;
    this.clock = clock;
  }

  void did(OrgId org, CallId call, DialogEvent event) {
    switch (event) {
      case DialogEvent.DetailLearned(var detail) -> keep(org, call, Kind.DETAIL_LEARNED, detail);
      case DialogEvent.SlotsOffered(var service, _) ->
          keep(org, call, Kind.SLOTS_OFFERED, service.value());
      case DialogEvent.Held(_, var service, _) -> keep(org, call, Kind.SLOT_HELD, service.value());
      case DialogEvent.Booked(var booking) -> keep(org, call, Kind.BOOKED, booking.id().value());
      case DialogEvent.Rescheduled(var booking) ->
          keep(org, call, Kind.RESCHEDULED, booking.id().value());
      case DialogEvent.Cancelled(var booking) ->
          keep(org, call, Kind.CANCELLED, booking.id().value());
      case DialogEvent.Waitlisted(var service) ->
          keep(org, call, Kind.WAITLISTED, service.value());
      case DialogEvent.Escalated(var how, _) ->
          keep(
              org,
              call,
              how.equals("call-back") ? Kind.CALL_BACK_PROMISED : Kind.PUT_THROUGH,
              how);
    }
  }

  /// We could not go on, and put the caller through.
  void rescued(OrgId org, CallId call) {
    keep(org, call, Kind.PUT_THROUGH, "rescue");
  }

  void bargedIn(OrgId org, CallId call) {
    keep(org, call, Kind.BARGED_IN, "");
  }

  private void keep(OrgId org, CallId call, Kind kind, String subject) {
    var named = Optional.of(subject).filter(text -> !text.isEmpty());
    var act = new Act(kind, named, clock.instant());
    writes.submit(call, () -> acts.append(org, call, act));
  }
}
