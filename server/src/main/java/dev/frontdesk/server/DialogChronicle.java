package dev.frontdesk.server;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.dialog.DialogEvent;
import dev.frontdesk.dialog.DialogEvent.Booked;
import dev.frontdesk.dialog.DialogEvent.Cancelled;
import dev.frontdesk.dialog.DialogEvent.DetailLearned;
import dev.frontdesk.dialog.DialogEvent.Escalated;
import dev.frontdesk.dialog.DialogEvent.Held;
import dev.frontdesk.dialog.DialogEvent.Rescheduled;
import dev.frontdesk.dialog.DialogEvent.SlotsOffered;
import dev.frontdesk.dialog.DialogEvent.Waitlisted;
import dev.frontdesk.dialog.DialogObserver;
import dev.frontdesk.storage.CallBacks;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import dev.frontdesk.vocabulary.Slot;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// Tells the live feed what the agent does at the desk. Times are the business's own, as people
/// there read them.
final class DialogChronicle implements DialogObserver {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private final CallEvents events;
  private final BookingDesk desk;
  private final CallBacks callBacks;
  private final ActChronicle acts;

  DialogChronicle(
      CallEvents events, BookingDesk desk, CallBacks callBacks, ActChronicle acts) {
    this.events = events;
    this.desk = desk;
    this.callBacks = callBacks;
    this.acts = acts;
  }

  @Override
  public void on(OrgId org, CallId call, DialogEvent event) {
    acts.did(org, call, event);
    switch (event) {
      case DetailLearned(var detail) ->
          events.publish(call, "detail.learned", Map.of("detail", detail));
      case SlotsOffered(var service, var slots) -> {
        var zone = zone(org);
        var shown = slots.stream().map(slot -> shown(slot, zone)).toList();
        events.publish(
            call, "slots.offered", Map.of("service", service.value(), "slots", shown));
      }
      case Held(_, var service, var slot) ->
          events.publish(
              call,
              "slot.held",
              Map.of("service", service.value(), "slot", shown(slot, zone(org))));
      case Booked(var booking) -> changed(call, "booked", booking);
      case Rescheduled(var booking) -> changed(call, "rescheduled", booking);
      case Cancelled(var booking) -> changed(call, "cancelled", booking);
      case Waitlisted(var service) ->
          events.publish(call, "waitlisted", Map.of("service", service.value()));
      case Escalated(var how, var callBack) -> {
        // noted before the agent promises it
        callBack.ifPresent(number -> callBacks.request(org, call, number));
        events.publish(call, "escalated", Map.of("how", how));
      }
    }
  }

  private void changed(CallId call, String type, Booking booking) {
    events.publish(
        call,
        type,
        Map.of(
            "booking", booking.id().value(),
            "service", booking.service().value(),
            "slot", shown(booking.slot(), booking.zone())));
  }

  private ZoneId zone(OrgId org) {
    return desk.catalogue(org).organisation().zone();
  }

  private static String shown(Slot slot, ZoneId zone) {
    return SHORT.format(slot.start().atZone(zone));
  }
}
