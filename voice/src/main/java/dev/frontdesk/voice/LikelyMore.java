package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.AskedDetail;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that can stand as an answer but are more often its beginning: a greeting before the wish,
/// "no" before what is right, a first name, the first letters of a spelled one.
final class LikelyMore {
  private static final Set<String> GREETINGS =
      Set.of(
          "hi", "hello", "hey", "good", "morning", "afternoon", "evening", "there", "yes", "oh",
          "um", "uh", "well");
  private static final Set<String> LEADS =
      Set.of("no", "nope", "okay", "ok", "alright", "right", "well", "oh", "actually", "sorry");
  private static final Set<String> INTRODUCTIONS =
      Set.of("it's", "its", "i'm", "this", "is", "my", "name", "name's", "yes", "sure", "uh", "um",
          "the", "under");

  /// A day, where the hour was asked for too.
  private static final Pattern DAY_ONLY =
      Pattern.compile(
          "(?:.* )?(?:on |the |next |this )*(?:[a-z]+day|tomorrow"
              + "|(?:[a-z]+(?:first|second|third|th|tieth)|first|second|third"
              + "|[0-9]+(?:st|nd|rd|th))"
              + "(?: of [a-z]+)?)");

  private LikelyMore() {}

  static boolean in(String text, AskedDetail asked) {
    var words = Wording.words(text);
    if (words.isEmpty()) {
      return false;
    }
    return switch (asked) {
      case ANYTHING -> isGreeting(words) || LEADS.containsAll(words) && !words.contains("no");
      case YES_OR_NO -> words.equals(List.of("no")) || words.equals(List.of("nope"));
      case NAME -> oneName(words);
      case SPELLED_NAME -> words.stream().filter(word -> word.length() == 1).count() > 1;
      case DATE_OR_TIME -> DAY_ONLY.matcher(String.join(" ", words)).matches();
      case CHOICE, PHONE_NUMBER, DIGITS, EMAIL_ADDRESS -> false;
    };
  }

  /// Nobody calls to say hello.
  static boolean isGreeting(List<String> words) {
    return GREETINGS.containsAll(words)
        && words.stream().anyMatch(word ->
            word.startsWith("h") || word.equals("morning") || word.equals("afternoon")
                || word.equals("evening"));
  }

  private static boolean oneName(List<String> words) {
    long names = words.stream().filter(word -> !INTRODUCTIONS.contains(word)).count();
    return names == 1;
  }
}
