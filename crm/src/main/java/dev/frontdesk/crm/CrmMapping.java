package dev.frontdesk.crm;

import dev.frontdesk.crm.CellValue.Choice;
import dev.frontdesk.crm.CellValue.Moment;
import dev.frontdesk.crm.CellValue.Nothing;
import dev.frontdesk.crm.CellValue.Number;
import dev.frontdesk.crm.CellValue.Text;
import dev.frontdesk.crm.CrmSubject.Happening;
import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which rows stand for what. Pure.
public final class CrmMapping {
  private CrmMapping() {}

  /// By what the same person is known again: their number, else their address, else nothing but
  /// this one booking or call, since a name alone says nobody.
  public static String identity(
      Optional<PhoneNumber> phone, Optional<EmailAddress> email, String otherwise) {
    return phone
        .map(number -> "phone:" + number.e164())
        .or(() -> email.map(mail -> "email:" + mail.value().toLowerCase(Locale.ROOT)))
        .orElse("only:" + otherwise);
  }

  public static String identity(Appointment appointment) {
    return identity(appointment.phone(), appointment.email(), appointment.id().value());
  }

  public static CrmRow contact(
      String contact,
      Optional<PersonName> name,
      Optional<PhoneNumber> phone,
      Optional<EmailAddress> email) {
    return new CrmRow(
        CrmTable.CONTACTS,
        contact,
        Map.of(
            CrmField.CONTACT_NAME, text(name.map(PersonName::value)),
            CrmField.CONTACT_PHONE, text(phone.map(PhoneNumber::e164)),
            CrmField.CONTACT_EMAIL, text(email.map(EmailAddress::value))),
        Map.of());
  }

  public static CrmRow contact(String contact, Appointment from) {
    return contact(contact, Optional.of(from.customer()), from.phone(), from.email());
  }

  public static CrmRow appointment(String contact, Appointment from) {
    var cells = new EnumMap<CrmField, CellValue>(CrmField.class);
    cells.put(CrmField.STATUS, new Choice(status(from.state())));
    cells.put(CrmField.START, new Moment(from.slot().start()));
    cells.put(CrmField.END, new Moment(from.slot().end()));
    cells.put(CrmField.SERVICE, CellValue.text(from.serviceName()));
    cells.put(CrmField.WITH, CellValue.text(String.join(", ", from.resourceNames())));
    cells.put(CrmField.CUSTOMER, new Text(from.customer().value()));
    cells.put(CrmField.BOOKED_AT, new Moment(from.bookedAt()));
    cells.put(CrmField.VERSION, new Number(from.version()));
    cells.put(CrmField.CALL_ID, new Text(from.call().value()));
    return new CrmRow(
        CrmTable.APPOINTMENTS,
        from.id().value(),
        cells,
        Map.of(CrmField.APPOINTMENT_CONTACT, contact));
  }

  public static CrmRow activity(Happening happening, String contact, Appointment about) {
    return new CrmRow(
        CrmTable.ACTIVITIES,
        happening.event(),
        Map.of(
            CrmField.KIND, new Choice(happening.kind()),
            CrmField.AT, new Moment(happening.at()),
            CrmField.SUMMARY, CellValue.text(about.serviceName()),
            CrmField.ACTIVITY_CALL_ID, new Text(about.call().value())),
        Map.of(
            CrmField.ACTIVITY_CONTACT, contact,
            CrmField.ACTIVITY_APPOINTMENT, about.id().value()));
  }

  public static CrmRow activity(CallCard card, String contact) {
    return new CrmRow(
        CrmTable.ACTIVITIES,
        card.call().value(),
        Map.of(
            CrmField.KIND, new Choice("Call"),
            CrmField.AT, new Moment(card.at()),
            CrmField.SUMMARY, CellValue.text(card.summary()),
            CrmField.ACTIVITY_CALL_ID, new Text(card.call().value())),
        Map.of(CrmField.ACTIVITY_CONTACT, contact));
  }

  public static CrmRow lead(LeadCard card, String contact) {
    return new CrmRow(
        CrmTable.LEADS,
        card.id(),
        Map.of(
            CrmField.LEAD_STAGE, new Choice(card.stage()),
            CrmField.LEAD_SCORE, new Number(card.score()),
            CrmField.LEAD_REASONS, CellValue.text(card.reasons()),
            CrmField.LEAD_CALL_ID, text(card.lastCall().map(CallId::value))),
        Map.of(CrmField.LEAD_CONTACT, contact));
  }

  public static String status(Appointment.State state) {
    return switch (state) {
      case CONFIRMED -> "Confirmed";
      case CANCELLED -> "Cancelled";
      case NO_SHOW -> "No show";
    };
  }

  /// What an outbox entry's kind is called in the history; empty for what is no part of it.
  public static Optional<String> happening(String entryKind) {
    return switch (entryKind) {
      case "booking.booking-made" -> Optional.of("Booked");
      case "booking.booking-moved" -> Optional.of("Moved");
      case "booking.booking-cancelled" -> Optional.of("Cancelled");
      case "booking.no-show-noted" -> Optional.of("No show");
      default -> Optional.empty();
    };
  }

  private static CellValue text(Optional<String> text) {
    return text.map(CellValue::text).orElse(new Nothing());
  }
}
