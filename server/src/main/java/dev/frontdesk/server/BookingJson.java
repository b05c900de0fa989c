package dev.frontdesk.server;

import dev.frontdesk.booking.Booking;
import dev.frontdesk.booking.Offer;
import dev.frontdesk.booking.Offers;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ResourceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Offers and bookings as the API tells them. Times carry the organisation's offset.
final class BookingJson {
  private BookingJson() {}

  static Map<String, Object> booking(Booking booking) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", booking.id().value());
    json.put("status", name(booking.status()));
    json.put("service", booking.service().value());
    json.put("resources", booking.resources().stream().map(ResourceId::value).toList());
    json.put("start", time(booking.slot().start(), booking.zone()));
    json.put("end", time(booking.slot().end(), booking.zone()));
    json.put("timeZone", booking.zone().getId());
    var customer = new LinkedHashMap<String, Object>();
    customer.put("name", booking.customer().name().value());
    booking.customer().phone().ifPresent(phone -> customer.put("phone", phone.e164()));
    booking.customer().email().ifPresent(email -> customer.put("email", email.value()));
    json.put("customer", customer);
    booking.series().ifPresent(series -> json.put("series", series.value()));
    json.put("bookedAt", booking.bookedAt().toString());
    json.put("version", booking.version());
    return json;
  }

  static Map<String, Object> offers(CallId visit, Offers offers, ZoneId zone) {
    var json = new LinkedHashMap<String, Object>();
    json.put("visit", visit.value());
    json.put("granted", offers.granted());
    offers.whyNot().ifPresent(why -> json.put("reason", name(why)));
    json.put("offers", offers(offers.offers(), zone));
    return json;
  }

  static List<Map<String, Object>> offers(List<Offer> offers, ZoneId zone) {
    return offers.stream().map(offer -> offer(offer, zone)).toList();
  }

  private static Map<String, Object> offer(Offer offer, ZoneId zone) {
    return Map.of(
        "token", offer.token().value(),
        "service", offer.service().value(),
        "start", time(offer.slot().start(), zone),
        "end", time(offer.slot().end(), zone),
        "resources", offer.resources().stream().map(ResourceId::value).toList());
  }

  /// `JUST_TAKEN` becomes `just-taken`.
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String time(Instant at, ZoneId zone) {
    return at.atZone(zone).toOffsetDateTime().toString();
  }
}
