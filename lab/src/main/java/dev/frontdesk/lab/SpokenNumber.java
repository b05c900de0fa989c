package dev.frontdesk.lab;

import dev.frontdesk.lab.Answer.Stay;
import dev.frontdesk.vocabulary.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A caller whose line does not carry their number says it when they are asked.
final class SpokenNumber {
  private static final String[] DIGITS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final Pattern ASKED =
      Pattern.compile("(phone|telephone) number", Pattern.CASE_INSENSITIVE);

  private SpokenNumber() {}

  /// The same caller, with this as the last thing they think of.
  static SyntheticCaller knownBy(SyntheticCaller caller) {
    if (caller.phone().isEmpty()) {
      return caller;
    }
    var answers = new ArrayList<Answer>(caller.answers());
    answers.add(
        new Answer(
            ASKED,
            "It's " + words(caller.phone().get()),
            "",
            Optional.empty(),
            new Stay.None(),
            Integer.MAX_VALUE,
            false));
    return new SyntheticCaller(
        caller.phone(),
        caller.voice(),
        caller.opens(),
        List.copyOf(answers),
        caller.otherwise(),
        caller.noiseSnrDb(),
        caller.rings());
  }

  /// Digit by digit, as people say it where the number is from; American ones without the 1.
  static String words(PhoneNumber number) {
    var digits = number.e164().substring(1);
    var local = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    var spoken =
        local.chars().mapToObj(digit -> DIGITS[digit - '0']).collect(Collectors.joining(" "));
    return local.equals(digits) ? "plus " + spoken : spoken;
  }
}
