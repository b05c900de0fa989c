package dev.frontdesk.reporting;

import dev.frontdesk.vocabulary.Appointment;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.Money;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a call proved, by the names under which an organisation may ask for it.
public final class Facts {
  private final Map<String, String> byName = new LinkedHashMap<>();

  private Facts() {}

  static Facts of(CallRecord call, Analysis analysis, Disposition disposition) {
    var facts = new Facts();
    call.customer().map(PhoneNumber::e164).ifPresent(v -> facts.put(v, "phone", "customerphone"));
    facts.put(analysis.intent().value().word(), "intent", "reason");
    facts.put(analysis.sentiment().value().word(), "sentiment");
    facts.put(disposition.word(), "disposition", "outcome", "result");
    facts.put(
        analysis.tags().stream().map(t -> t.value().word()).collect(Collectors.joining(",")),
        "tags");
    facts.put(analysis.summary().value(), "summary");
    facts.put(String.valueOf(call.did(Act.Kind.BOOKED)), "booked", "appointmentbooked");
    facts.put(
        String.valueOf(
            call.did(Act.Kind.CALL_BACK_PROMISED) || analysis.has(Tag.WANTS_CALL_BACK)),
        "callbackrequested", "wantscallback");
    facts.put(String.valueOf(analysis.has(Tag.URGENT)), "urgent");
    facts.put(String.valueOf(analysis.has(Tag.NEW_CUSTOMER)), "newcustomer");
    facts.put(String.valueOf(call.length().toSeconds()), "durationseconds");
    call.worth().map(Money::amount).ifPresent(v -> facts.put(v.toPlainString(), "value", "price"));
    call.appointments().stream().findFirst().ifPresent(facts::appointment);
    return facts;
  }

  private void appointment(Appointment appointment) {
    put(appointment.customer().value(), "name", "customername", "fullname");
    appointment.phone().map(PhoneNumber::e164).ifPresent(v -> put(v, "phone", "customerphone"));
    appointment.email().map(EmailAddress::value).ifPresent(v -> put(v, "email", "customeremail"));
    put(appointment.serviceName(), "service", "servicename");
    put(String.join(", ", appointment.resourceNames()), "with", "resource", "staff");
    var start = appointment.slot().start().atZone(appointment.zone()).toOffsetDateTime();
    put(start.toString(), "appointmenttime", "appointmentstart", "start", "time");
    put(appointment.id().value(), "bookingid");
  }

  private void put(String value, String... names) {
    for (var name : names) {
      byName.put(name, value);
    }
  }

  /// `customerName`, `customer_name` and `Customer name` ask for the same.
  Optional<String> named(String name) {
    return Optional.ofNullable(
        byName.get(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")));
  }
}
