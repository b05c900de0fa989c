package dev.frontdesk.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a template may ask for, written `{service}`.
public enum Token {
  /// The customer's name as they gave it.
  CUSTOMER,
  ORGANISATION,
  SERVICE,
  /// With whom, or where: the names of what is booked.
  RESOURCE,
  /// Day and time (`Tue 3 Mar, 3:00 PM`), with the zone where the customer's clock reads otherwise.
  WHEN,
  DAY,
  TIME,
  /// The organisation's address; empty when it has none.
  ADDRESS,
  /// Short for the booking.
  CODE,
  /// Where the customer moves the appointment or calls it off.
  LINK;

  static Optional<Token> named(String name) {
    return Arrays.stream(values()).filter(token -> token.word().equals(name)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String all() {
    return Arrays.stream(values()).map(Token::word).collect(Collectors.joining(", "));
  }
}
