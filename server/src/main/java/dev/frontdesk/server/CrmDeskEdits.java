package dev.frontdesk.server;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.BookingDesk;
import dev.frontdesk.booking.BookingStatus;
import dev.frontdesk.booking.CancelOutcome;
import dev.frontdesk.booking.ChangeRefusal;
import dev.frontdesk.booking.NoShowOutcome;
import dev.frontdesk.booking.RescheduleOutcome;
import dev.frontdesk.booking.SlotWish;
import dev.frontdesk.booking.WhyNot;
import dev.frontdesk.crm.AppointmentEdits;
import dev.frontdesk.crm.CellValue;
import dev.frontdesk.crm.CrmField;
import dev.frontdesk.vocabulary.BookingId;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.OrgId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/// Edits in the customer records, carried out at the desk under the rules a caller meets.
final class CrmDeskEdits implements AppointmentEdits {
  private final BookingDesk desk;

  CrmDeskEdits(BookingDesk desk) {
    this.desk = desk;
  }

  @Override
  public Outcome apply(
      OrgId org, BookingId id, int version, CrmField field, CellValue value, String key) {
    var found = desk.booking(org, id);
    if (found.isEmpty()) {
      return new Outcome.Refused("the booking does not stand any more");
    }
    var booking = found.get();
    if (booking.version() != version) {
      return new Outcome.Changed();
    }
    return switch (value) {
      case CellValue.Choice(var status) when field == CrmField.STATUS ->
          status(org, booking, status, key);
      case CellValue.Moment(var start) when field == CrmField.START ->
          start(org, booking, start, key);
      case CellValue.Nothing() -> new Outcome.Refused("the field was emptied");
      case CellValue.Choice _,
          CellValue.Moment _,
          CellValue.Text _,
          CellValue.Number _,
          CellValue.Link _ ->
          new Outcome.Refused("nothing here follows from such an edit");
    };
  }

  private Outcome status(OrgId org, Booking booking, String status, String key) {
    return switch (status) {
      case "Cancelled" ->
          switch (desk.cancel(org, editing(booking), booking.id(), key)) {
            case CancelOutcome.Cancelled _ -> new Outcome.Done();
            case CancelOutcome.Refused(var refusal) -> refused(refusal);
          };
      case "No show" ->
          switch (desk.noShow(org, booking.id())) {
            case NoShowOutcome.Noted _ -> new Outcome.Done();
            case NoShowOutcome.Refused(var refusal) -> refused(refusal);
          };
      case "Confirmed" ->
          booking.status() == BookingStatus.CONFIRMED
              ? new Outcome.Done()
              : new Outcome.Refused("what is over cannot be brought back; book it anew");
      default -> new Outcome.Refused("no status of an appointment");
    };
  }

  /// With whom it was, if that can be had; an offer first, like for anybody.
  private Outcome start(OrgId org, Booking booking, Instant start, String key) {
    var wish =
        new SlotWish(
            booking.service(),
            Optional.of(booking.resources().getFirst()),
            new SlotWish.When.At(LocalDateTime.ofInstant(start, booking.zone())),
            Optional.of(booking.id()),
            1);
    var offers = desk.offer(org, editing(booking), wish);
    if (!offers.granted()) {
      return new Outcome.Refused("that time cannot be had: " + words(offers.whyNot()));
    }
    var token = offers.offers().getFirst().token();
    return switch (desk.reschedule(org, editing(booking), booking.id(), token, key)) {
      case RescheduleOutcome.Moved _ -> new Outcome.Done();
      case RescheduleOutcome.JustTaken _ -> new Outcome.Refused("that time was just taken");
      case RescheduleOutcome.Invalid _ -> new Outcome.Refused("that time was just taken");
      case RescheduleOutcome.Refused(var whyNot, _) ->
          new Outcome.Refused("that time cannot be had: " + words(Optional.of(whyNot)));
      case RescheduleOutcome.NotAllowed(var refusal) -> refused(refusal);
    };
  }

  /// Stands where a call stands otherwise.
  private static CallId editing(Booking booking) {
    return new CallId("crm:" + booking.id().value());
  }

  private static Outcome refused(ChangeRefusal refusal) {
    return new Outcome.Refused(
        switch (refusal) {
          case NOT_FOUND, NOT_STANDING -> "the booking does not stand any more";
          case TOO_LATE -> "it is too late to change the booking";
          case NOT_BEGUN -> "a no-show is known only once the appointment has begun";
        });
  }

  private static String words(Optional<WhyNot> whyNot) {
    return whyNot
        .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("not offered");
  }
}
