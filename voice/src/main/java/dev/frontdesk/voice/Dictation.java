package dev.frontdesk.voice;

import dev.frontdesk.voice.spi.AskedDetail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Telephone numbers, e-mail addresses and spelled names, which come in groups with pauses between
/// them: whether what was dictated so far can be all of it.
final class Dictation {
  private static final Map<String, Integer> DIGITS =
      Map.ofEntries(
          Map.entry("zero", 1), Map.entry("oh", 1), Map.entry("o", 1), Map.entry("nought", 1),
          Map.entry("one", 1), Map.entry("two", 1), Map.entry("three", 1), Map.entry("four", 1),
          Map.entry("five", 1), Map.entry("six", 1), Map.entry("seven", 1),
          Map.entry("eight", 1), Map.entry("nine", 1));
  private static final Set<String> TWO_DIGITS =
      Set.of(
          "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
          "eighteen", "nineteen");
  private static final Set<String> TENS =
      Set.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Set<String> ARTICLES_AFTER = Set.of("with", "like", "is", "by", "has");
  private static final Set<String> BETWEEN = Set.of("dash", "hyphen", "and", "space", "then");
  private static final Pattern MAIL_END =
      Pattern.compile(
          ".*(?:\\bdot (?:com|net|org|edu|gov|co|io|uk|us|ca|de|info|biz|me|dev|eu|au|in|fr|nz|ai"
              + "|c o m|law|health|tv)|\\.[a-z]{2,6})$");
  private static final Pattern DOTTED = Pattern.compile(".*\\b[a-z]+ dot(?: [a-z]+)?");
  private static final Pattern MAIL_PART =
      Pattern.compile(
          ".*(?:@|\\bat (?:gmail|yahoo|hotmail|outlook|icloud|aol|g mail|proton|protonmail|me|live"
              + "|msn|comcast)\\b|\\bdot com\\b|\\bunderscore\\b).*");
  private static final Pattern MAIL_OPENS =
      Pattern.compile(".*\\b(?:e-?mail|mail)(?: address)?(?: would be| is|'s|,)? .+");
  private static final Pattern PHONE_TALK =
      Pattern.compile(
          ".*\\b(?:number|phone|cell|mobile|reach me|call me|text me|area code|contact|landline"
              + "|digits|telephone)\\b.*");
  private static final Pattern CODE_TALK =
      Pattern.compile(
          ".*\\b(?:code|zip|confirmation|order|reference|account|policy|member|pin|room|suite"
              + "|apartment|flat|extension|street|address|house|unit|invoice|booking)\\b.*");

  private static final Pattern MONTH =
      Pattern.compile(
          ".*\\b(?:january|february|march|april|may|june|july|august|september|october|november"
              + "|december)\\b.*");

  private static final Pattern STILL_MAIL =
      Pattern.compile(".*@\\S*$|.*\\bat\\b.*|.*\\bdot \\w+$|.*underscore.*");

  private static final Pattern MAIL_WORDS =
      Pattern.compile(".*\\b(?:dot|at|dash|underscore)\\b.*");

  private static final Pattern NO_MAIL =
      Pattern.compile("(?:yes|no|sure|okay|nope|none|what|why|sorry|pass|skip).*");

  private static final Pattern SPELLED =
      Pattern.compile(
          "(?:(?:it's|it is|that's|sure|yes|okay|so|my|email|e-mail|address|is|um|uh) )*"
              + "(?:[a-z0-9]|[a-z](?:-[a-z])+|double|underscore|dash|hyphen|dot)"
              + "(?: (?:[a-z0-9]|double|underscore|dash|hyphen|dot|as in [a-z]+))*");

  private static final Pattern NAMED_ONLY =
      Pattern.compile(
          ".*\\b(?:e-?mail|mail)(?: address)?(?: is|'s) (?:\\w+|\\w(?:[ -]\\w)+)");

  private static final Pattern WENT_ON =
      Pattern.compile(
          ".*(?:\\bdot (?:com|net|org|edu|co|io|uk)|@\\S+\\.[a-z]{2,6})\\b.*");

  private static final Pattern MARKS =
      Pattern.compile("[.,!?\\s]+$");

  private static final Pattern CALL_ME_AT =
      Pattern.compile(
          ".*\\b(?:call|reach|text) me (?:at|around|after|before) \\S+(?: \\S+)?");

  private Dictation() {}

  /// @return whether it can be all, or null where nothing is being dictated
  static @Nullable Boolean judge(List<String> words, String line, AskedDetail asked) {
    var text = String.join(" ", words);
    var mail = mail(text, line, asked);
    if (mail != null) {
      return mail;
    }
    var spelled = spelled(words, asked);
    return spelled != null ? spelled : digits(words, text, line, asked);
  }

  private static @Nullable Boolean mail(String text, String line, AskedDetail asked) {
    var plain = MARKS.matcher(line.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    boolean isMail = MAIL_PART.matcher(plain).matches();
    if (isMail && !STILL_MAIL.matcher(plain).matches()) {
      return null; // the address came earlier in the line
    }
    boolean asksForMail = asked == AskedDetail.EMAIL_ADDRESS || MAIL_OPENS.matcher(text).matches();
    if (asked == AskedDetail.EMAIL_ADDRESS && !isMail && isSpelledOnly(text)) {
      return false; // the part before the "at"
    }
    if (text.endsWith("on the dot")) {
      return null;
    }
    if (!isMail && DOTTED.matcher(text).matches()) {
      return MAIL_END.matcher(plain).matches();
    }
    if (!isMail && !(asksForMail && MAIL_WORDS.matcher(text).matches())) {
      boolean onlyLocalPart =
          asked == AskedDetail.EMAIL_ADDRESS
              && text.split(" ").length <= 2
              && !NO_MAIL.matcher(text).matches();
      boolean namedOnly = NAMED_ONLY.matcher(text).matches();
      return onlyLocalPart || namedOnly ? Boolean.FALSE : null;
    }
    return MAIL_END.matcher(plain).matches() || wentOn(plain);
  }

  private static boolean isSpelledOnly(String text) {
    return SPELLED.matcher(text).matches();
  }

  /// The address is complete and the caller went on to other words.
  private static boolean wentOn(String plain) {
    return WENT_ON.matcher(plain).matches();
  }

  private static @Nullable Boolean spelled(List<String> words, AskedDetail asked) {
    var letters = new StringBuilder();
    int i = words.size() - 1;
    for (; i >= 0 && isLetters(words.get(i)); i--) {
      letters.insert(0, words.get(i).replace("-", ""));
    }
    boolean asInWord = words.size() >= 4 && words.get(words.size() - 3).equals("as");
    if (asInWord && words.get(words.size() - 2).equals("in")) {
      return asked != AskedDetail.SPELLED_NAME && words.size() > 8;
    }
    if (letters.length() < 2 || letters.toString().matches("am|pm|ok|tv|id|us|uk|ai|im")) {
      return asked == AskedDetail.SPELLED_NAME && letters.length() == 1 ? Boolean.FALSE : null;
    }
    boolean article = letters.length() == 2 && letters.charAt(0) == 'a' && i >= 0
        && ARTICLES_AFTER.contains(words.get(i));
    if (article) {
      return null; // "it starts with a P"
    }
    var spelled = letters.toString();
    for (var earlier : words.subList(0, i + 1)) {
      if (earlier.equals(spelled)) {
        return true;
      }
      if (earlier.startsWith(spelled) && earlier.length() > spelled.length()) {
        return false;
      }
    }
    return spelled.length() >= 4;
  }

  private static boolean isLetters(String word) {
    return word.length() == 1 && Character.isLetter(word.charAt(0))
        || word.matches("[a-z](?:-[a-z])+");
  }

  private static @Nullable Boolean digits(
      List<String> words, String text, String line, AskedDetail asked) {
    var run = run(words);
    if (run.digits == 0) {
      return null;
    }
    boolean askedForThem = asked == AskedDetail.PHONE_NUMBER || asked == AskedDetail.DIGITS;
    boolean phone = asked == AskedDetail.PHONE_NUMBER || PHONE_TALK.matcher(text).matches();
    boolean grouped = run.tokens >= 2 && run.digits >= 6 && !MONTH.matcher(text).matches();
    if (!askedForThem && !phone && !grouped && run.spokenSingly < 3 && !isBareNumber(line)) {
      return null; // a time, a date, a price
    }
    if (phone && run.digits < 3 && !askedForThem && !text.matches(".*\\bnumber is .*")) {
      return null; // "call me at three"
    }
    if (phone && !askedForThem && CALL_ME_AT.matcher(text).matches() && run.digits <= 4) {
      return null;
    }
    if (asked == AskedDetail.DIGITS || !phone && CODE_TALK.matcher(text).matches()) {
      return run.digits >= (text.contains("zip") ? 5 : text.contains("card") ? 15 : 4);
    }
    if (text.contains("card") && !phone) {
      return run.digits >= 15;
    }
    boolean local = run.digits == 7 && line.matches(".*\\b\\d{3}[- ]?\\d{4}\\D*$");
    return run.digits >= (run.startsWithOne ? 11 : 10) || local;
  }

  private static boolean isBareNumber(String line) {
    return line.strip().matches("\\(?\\+?\\d{3}\\)?(?:[- .]\\d{1,4})*[- .]?");
  }

  private record Run(int digits, int tokens, int spokenSingly, boolean startsWithOne) {}

  /// The digits at the end of the line, as far back as they reach.
  private static Run run(List<String> words) {
    int digits = 0;
    int singly = 0;
    int tokens = 0;
    boolean one = false;
    for (int i = words.size() - 1; i >= 0; i--) {
      var word = words.get(i);
      int times = i == 0 ? 1 : times(words.get(i - 1));
      int here = count(word, i + 1 < words.size() ? words.get(i + 1) : "");
      if (here > 0) {
        digits += here * times;
        tokens++;
        singly += here == 1 ? times : 0;
        one = word.startsWith("1") || word.equals("one");
      } else if (!BETWEEN.contains(word) && times(word) == 1 || digits == 0) {
        break;
      }
    }
    return new Run(digits, tokens, singly, one && digits > 10);
  }

  private static int times(String word) {
    return word.equals("double") ? 2 : word.equals("triple") ? 3 : 1;
  }

  private static int count(String word, String next) {
    if (word.chars().allMatch(Character::isDigit)) {
      return word.length();
    }
    if (TENS.contains(word)) {
      return DIGITS.containsKey(next) ? 1 : 2; // twenty-one is two digits in all
    }
    if (TWO_DIGITS.contains(word)) {
      return 2;
    }
    if (word.equals("hundred")) {
      return 2;
    }
    return DIGITS.getOrDefault(word, 0);
  }
}
