package dev.frontdesk.integrations.twilio;

import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/// What stands in `From` and `To`.
///
/// @see <a href="https://help.twilio.com/articles/223179988">Twilio: why calls come from
///     +266696687 and the like</a>
final class TwilioNumbers {
  /// Words on a telephone's keys, given where the caller withholds the number: ANONYMOUS,
  /// RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE.
  private static final Set<String> WITHHELD =
      Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

  private TwilioNumbers() {}

  /// Empty when withheld, or when this is no telephone number at all (`anonymous`, `sip:…`).
  static Optional<PhoneNumber> parse(String text) {
    var number = text.strip();
    return WITHHELD.contains(number) || !number.matches("\\+[1-9][0-9]{4,14}")
        ? Optional.empty()
        : Optional.of(new PhoneNumber(number));
  }
}
