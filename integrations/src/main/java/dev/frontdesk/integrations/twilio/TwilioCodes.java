package dev.frontdesk.integrations.twilio;

import static dev.frontdesk.messaging.Refusal.BAD_CONTENT;
import static dev.frontdesk.messaging.Refusal.BAD_SENDER;
import static dev.frontdesk.messaging.Refusal.BLOCKED;
import static dev.frontdesk.messaging.Refusal.COUNTRY_NOT_ALLOWED;
import static dev.frontdesk.messaging.Refusal.EXPIRED;
import static dev.frontdesk.messaging.Refusal.FILTERED;
import static dev.frontdesk.messaging.Refusal.INVALID_NUMBER;
import static dev.frontdesk.messaging.Refusal.NOT_MOBILE;
import static dev.frontdesk.messaging.Refusal.NOT_REGISTERED;
import static dev.frontdesk.messaging.Refusal.OPTED_OUT;
import static dev.frontdesk.messaging.Refusal.OVERLOADED;
import static dev.frontdesk.messaging.Refusal.TOO_MANY_TODAY;
import static dev.frontdesk.messaging.Refusal.UNKNOWN;
import static dev.frontdesk.messaging.Refusal.UNREACHABLE;
import static java.util.Map.entry;

import dev.frontdesk.messaging.Refusal;
import java.util.Map;
import java.util.Optional;

/// What Twilio's error codes mean for a text.
///
/// @see <a href="https://www.twilio.com/docs/api/errors">Twilio: errors</a>
final class TwilioCodes {
  private static final Map<Integer, Refusal> REFUSALS =
      Map.ofEntries(
          entry(21211, INVALID_NUMBER),
          entry(21217, INVALID_NUMBER),
          entry(21612, INVALID_NUMBER),
          entry(21614, NOT_MOBILE),
          entry(21408, COUNTRY_NOT_ALLOWED),
          entry(21603, BAD_SENDER),
          entry(21606, BAD_SENDER),
          entry(21659, BAD_SENDER),
          entry(21608, NOT_REGISTERED),
          entry(21610, OPTED_OUT),
          entry(21611, OVERLOADED),
          entry(21602, BAD_CONTENT),
          entry(21617, BAD_CONTENT),
          entry(30001, OVERLOADED),
          entry(30003, UNREACHABLE),
          entry(30004, BLOCKED),
          entry(30005, INVALID_NUMBER),
          entry(30006, NOT_MOBILE),
          entry(30007, FILTERED),
          entry(30008, UNKNOWN),
          entry(30022, OVERLOADED),
          entry(30023, TOO_MANY_TODAY),
          entry(30032, NOT_REGISTERED),
          entry(30034, NOT_REGISTERED),
          entry(30036, EXPIRED),
          entry(14107, BLOCKED),
          entry(63038, TOO_MANY_TODAY));

  private TwilioCodes() {}

  /// Empty for a code that says nothing about this text.
  static Optional<Refusal> refusal(int code) {
    return Optional.ofNullable(REFUSALS.get(code));
  }
}
