package dev.frontdesk.integrations.freetts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as FreeTTS should read it: what it would say oddly is written out, what it cannot say is
/// left out, and each word remembers where it stands in the original.
///
/// @param sentences in order; never an empty one
record SpokenText(List<List<Word>> sentences) {

  /// @param spoken what to read; one or more words with a space between them, punctuation behind
  record Word(String spoken, int fromChar, int toChar) {}

  private static final Pattern WORD = Pattern.compile("[^\\s—–…]+");
  private static final Pattern OPENING = Pattern.compile("^[^\\p{L}\\p{N}$+@#*&%]+");
  private static final Pattern CLOSING = Pattern.compile("[^\\p{L}\\p{N}$@#*&%]+$");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):([0-5]\\d)([ap]\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOUR =
      Pattern.compile("(\\d{1,2})([ap]\\.?m\\.?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HALF_OF_DAY = Pattern.compile("AM|PM|[aApP]\\.[mM]");
  private static final Pattern PRICE = Pattern.compile("\\$(\\d[\\d,]*)(?:\\.(\\d\\d))?");
  private static final Pattern DIGITS = Pattern.compile("\\+?\\d[\\d().-]*");
  private static final Pattern SPELLED = Pattern.compile("[A-Za-z](-[A-Za-z])+");
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?:Dr|Mr|Mrs|Ms|St|Ave|Jr|Sr|No|[A-Z]|[AaPp]\\.[Mm])\\.");
  private static final List<String> DIGIT_WORDS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final int LONGEST_NUMBER = 4;

  SpokenText {
    sentences = List.copyOf(sentences);
  }

  static SpokenText of(String text) {
    var sentences = new ArrayList<List<Word>>();
    var sentence = new ArrayList<Word>();
    var found = WORD.matcher(text);
    String before = "";
    while (found.find()) {
      String token = found.group();
      String closing = closing(token);
      String spoken = spoken(token, before, next(text, found.end()));
      before = token;
      if (!spoken.isBlank()) {
        sentence.add(new Word(spoken + closing, found.start(), found.end()));
      }
      boolean ends = closing.equals(".") || closing.equals("?") || closing.equals("!");
      if (ends && !ABBREVIATION.matcher(token).matches() && !sentence.isEmpty()) {
        sentences.add(List.copyOf(sentence));
        sentence.clear();
      }
    }
    if (!sentence.isEmpty()) {
      sentences.add(List.copyOf(sentence));
    }
    return new SpokenText(sentences);
  }

  /// The one mark behind a word that is worth a pause or a tune.
  private static String closing(String token) {
    var marks = CLOSING.matcher(token);
    if (!marks.find()) {
      return "";
    }
    String tail = marks.group();
    for (String mark : List.of("?", "!", ".")) {
      if (tail.contains(mark)) {
        return mark;
      }
    }
    return tail.contains(",") || tail.contains(";") || tail.contains(":") ? "," : "";
  }

  private static String spoken(String token, String before, String after) {
    String core = CLOSING.matcher(OPENING.matcher(token).replaceFirst("")).replaceFirst("");
    String lower = core.toLowerCase(Locale.ROOT);
    var time = TIME.matcher(core);
    if (time.matches()) {
      return time(time.group(1), time.group(2), time.group(3), after);
    }
    var hour = HOUR.matcher(core);
    if (hour.matches()) {
      return hour.group(1) + " " + halfOfDay(hour.group(2));
    }
    boolean afterNumber = !before.isEmpty() && Character.isDigit(before.charAt(0));
    if (HALF_OF_DAY.matcher(core).matches()
        || afterNumber && (lower.equals("am") || lower.equals("pm"))) {
      return halfOfDay(lower);
    }
    var price = PRICE.matcher(core);
    if (price.matches()) {
      return price(price.group(1).replace(",", ""), price.group(2));
    }
    if (DIGITS.matcher(core).matches() && spelledOut(core, token)) {
      return digits(core);
    }
    if (core.contains("@")) {
      return address(core);
    }
    if (SPELLED.matcher(core).matches()) {
      return lower.replace("-", ", ").replace("a", "ay");
    }
    boolean amongLetters = isLetter(before) || isLetter(after);
    return core.equals("A") && amongLetters ? "ay" : plain(core);
  }

  private static String time(String hour, String minutes, String half, String after) {
    String tail = half == null ? "" : " " + halfOfDay(half);
    if (!minutes.equals("00")) {
      String minute = minutes.charAt(0) == '0' ? "oh " + minutes.charAt(1) : minutes;
      return Integer.parseInt(hour) + " " + minute + tail;
    }
    boolean halfFollows = after.toLowerCase(Locale.ROOT).matches("[ap]\\.?m.*");
    return Integer.parseInt(hour) + (half == null && !halfFollows ? " o'clock" : tail);
  }

  private static String halfOfDay(String half) {
    return Character.toLowerCase(half.charAt(0)) == 'a' ? "ay em" : "pee em";
  }

  private static String price(String whole, String cents) {
    String dollars = whole + (whole.equals("1") ? " dollar" : " dollars");
    return cents == null || cents.equals("00")
        ? dollars
        : dollars + " and " + Integer.parseInt(cents) + " cents";
  }

  /// Phone numbers, postcodes and what stands in brackets are read digit by digit; years and small
  /// numbers are not, and neither is a date like 6-17.
  private static boolean spelledOut(String core, String token) {
    long digits = core.chars().filter(Character::isDigit).count();
    return digits > LONGEST_NUMBER || core.startsWith("+") || token.startsWith("(");
  }

  /// In groups as they are written, or by threes from the front with the last four together.
  private static String digits(String core) {
    var spoken = new StringBuilder();
    String bare = core.replaceAll("\\D", "");
    boolean grouped = core.substring(1).matches(".*\\D.*");
    int done = 0;
    for (int i = 0; i < core.length(); i++) {
      char c = core.charAt(i);
      if (Character.isDigit(c)) {
        boolean newGroup = !grouped && groupBegins(bare.length(), done);
        spoken.append(newGroup ? ", " : done > 0 ? " " : "").append(DIGIT_WORDS.get(c - '0'));
        done++;
      } else if (done > 0 && done < bare.length() && spoken.charAt(spoken.length() - 1) != ',') {
        spoken.append(',');
      }
    }
    return spoken.toString();
  }

  private static boolean groupBegins(int length, int at) {
    int fromEnd = length - at;
    return at > 0 && length >= 7 && (fromEnd == 4 || fromEnd == 7 || fromEnd == 10);
  }

  private static String address(String core) {
    return plain(
        core.replace("@", " at ").replace(".", " dot ").replace("_", " underscore ")
            .replace("-", " dash "));
  }

  private static boolean isLetter(String token) {
    String bare = CLOSING.matcher(token).replaceFirst("");
    return bare.length() == 1 && Character.isLetter(bare.charAt(0)) && !bare.equals("I")
        && Character.isUpperCase(bare.charAt(0));
  }

  private static String next(String text, int from) {
    var found = WORD.matcher(text);
    return found.find(from) ? found.group() : "";
  }

  /// Letters without accents, digits and the marks inside words that FreeTTS knows.
  private static String plain(String core) {
    String named =
        core.replace("’", "'").replace("&", " and ").replace("%", " percent ")
            .replace("#", " hash ").replace("*", " star ");
    String bare = Normalizer.normalize(named, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.replaceAll("[^A-Za-z0-9'.,/$ -]", " ").replaceAll("\\s+", " ").strip();
  }
}
