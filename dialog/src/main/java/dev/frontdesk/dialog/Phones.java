package dev.frontdesk.dialog;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes numbers of spoken or keyed digits, in the country of the business.
final class Phones {
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("Europe/Berlin", "DE"), Map.entry("Europe/London", "GB"),
          Map.entry("Europe/Paris", "FR"), Map.entry("Europe/Madrid", "ES"),
          Map.entry("Europe/Rome", "IT"), Map.entry("Europe/Vienna", "AT"),
          Map.entry("Europe/Zurich", "CH"), Map.entry("Europe/Amsterdam", "NL"),
          Map.entry("Europe/Dublin", "IE"), Map.entry("Asia/Kolkata", "IN"),
          Map.entry("Asia/Singapore", "SG"), Map.entry("Asia/Tokyo", "JP"),
          Map.entry("Asia/Dubai", "AE"), Map.entry("America/Mexico_City", "MX"),
          Map.entry("America/Sao_Paulo", "BR"), Map.entry("Pacific/Auckland", "NZ"),
          Map.entry("America/Toronto", "CA"), Map.entry("America/Vancouver", "CA"));
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private final Turn turn;
  private final Memory memory;

  Phones(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory;
  }

  /// Takes digits; tells the caller when they are no number.
  void said(String digits) {
    String all = memory.digits + digits;
    var number = parse(digits).or(() -> parse(all));
    if (number.isPresent()) {
      memory.phone = number.get();
      memory.phoneSaid = true;
      memory.digits = "";
      turn.learned("phone");
      return;
    }
    switch (problem(digits)) {
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> {
        memory.digits = all.length() > 15 ? "" : all;
        turn.tell("phoneShort");
      }
      case TOO_LONG -> {
        memory.digits = "";
        turn.tell("phoneLong");
      }
      case IS_POSSIBLE, INVALID_LENGTH, INVALID_COUNTRY_CODE -> {
        memory.digits = "";
        turn.tell("phoneInvalid");
      }
    }
  }

  /// The caller wants the number they call from.
  void callerNumber() {
    if (memory.phone == null) {
      turn.tell("noCallerId");
    } else {
      memory.phoneSaid = true;
      turn.learned("phone");
    }
  }

  private Optional<PhoneNumber> parse(String digits) {
    try {
      var parsed = NUMBERS.parse(digits, country());
      return NUMBERS.isValidNumber(parsed)
          ? Optional.of(new PhoneNumber(NUMBERS.format(parsed, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  private ValidationResult problem(String digits) {
    try {
      return NUMBERS.isPossibleNumberWithReason(NUMBERS.parse(digits, country()));
    } catch (NumberParseException _) {
      return digits.length() < 7 ? ValidationResult.TOO_SHORT : ValidationResult.INVALID_LENGTH;
    }
  }

  private String country() {
    return country(turn.catalogue.organisation().zone().getId(), memory.phone);
  }

  static String country(String zone, @Nullable PhoneNumber caller) {
    var byZone = COUNTRIES.get(zone);
    if (byZone != null) {
      return byZone;
    }
    if (zone.startsWith("Australia/")) {
      return "AU";
    }
    if (caller != null && !zone.startsWith("America/")) {
      try {
        var region =
            NUMBERS.getRegionCodeForNumber(NUMBERS.parse(caller.e164(), "US"));
        return region == null ? "US" : region;
      } catch (NumberParseException _) {
        return "US";
      }
    }
    return "US";
  }
}
