package dev.frontdesk.server;

import dev.frontdesk.booking.CustomerDetails;
import dev.frontdesk.booking.SlotToken;
import dev.frontdesk.server.ApiErrors.BadRequest;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.EmailAddress;
import dev.frontdesk.vocabulary.PersonName;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `POST /bookings` asks for: `{visit, token, customer {name, phone, email}}`. All mistakes
/// are told at once.
record BookingRequest(CallId visit, SlotToken token, CustomerDetails customer) {
  private static final Set<String> FIELDS = Set.of("visit", "token", "customer");
  private static final Set<String> CUSTOMER = Set.of("name", "phone", "email");

  /// @throws BadRequest naming every mistake
  static BookingRequest read(Map<String, Object> body) {
    var mistakes = new ArrayList<String>();
    unknown("", body, FIELDS, mistakes);
    var visit = field(body, "visit", CallId::new, "the visit that /slots gave", mistakes);
    var token = field(body, "token", SlotToken::new, "one of the tokens offered", mistakes);
    var fields = body.get("customer") instanceof Map<?, ?> given ? given : Map.of();
    unknown("customer.", fields, CUSTOMER, mistakes);
    var name = field(fields, "name", PersonName::new, "the customer's name", mistakes);
    var phone =
        optional(fields, "phone", PhoneNumber::new, "a number such as +14155550123", mistakes);
    var email =
        optional(fields, "email", EmailAddress::new, "an address such as a@b.example", mistakes);
    if (visit == null || token == null || name == null || !mistakes.isEmpty()) {
      throw new BadRequest(mistakes);
    }
    return new BookingRequest(visit, token, new CustomerDetails(name, phone, email));
  }

  static CallId visit(Map<String, Object> body) {
    return alone(body, "visit", CallId::new, "the visit that /slots gave");
  }

  static SlotToken token(Map<String, Object> body) {
    return alone(body, "token", SlotToken::new, "one of the tokens offered");
  }

  private static <T> T alone(
      Map<String, Object> body, String key, Function<String, T> reader, String what) {
    var mistakes = new ArrayList<String>();
    var value = field(body, key, reader, what, mistakes);
    if (value == null) {
      throw new BadRequest(mistakes);
    }
    return value;
  }

  private static <T> @Nullable T field(
      Map<?, ?> body, String key, Function<String, T> reader, String what, List<String> mistakes) {
    var value = optional(body, key, reader, what, mistakes);
    if (value.isEmpty() && body.get(key) == null) {
      mistakes.add(key + " is missing: it must be " + what);
    }
    return value.orElse(null);
  }

  private static <T> Optional<T> optional(
      Map<?, ?> body, String key, Function<String, T> reader, String what, List<String> mistakes) {
    Object value = body.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      if (value instanceof String text) {
        return Optional.of(reader.apply(text));
      }
    } catch (IllegalArgumentException unusable) {
      // told below, in the words of who asks
    }
    mistakes.add(key + " must be " + what);
    return Optional.empty();
  }

  private static void unknown(
      String where, Map<?, ?> fields, Set<String> known, List<String> mistakes) {
    for (Object key : fields.keySet()) {
      if (!known.contains(key)) {
        mistakes.add("property " + where + key + " should not exist");
      }
    }
  }
}
