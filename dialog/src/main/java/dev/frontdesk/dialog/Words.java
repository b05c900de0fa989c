package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What was said, cut into words: lower case, no apostrophes, hyphens apart, `3pm` as `3 pm`.
/// Recognisers write the same sound in many ways; after this they differ less.
final class Words {
  private static final Pattern GLUED = Pattern.compile("(\\d{1,2}(?:[:.]\\d\\d)?)([ap])m?");
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern SLASHED = Pattern.compile("\\d{1,2}/\\d{1,2}(/\\d{2,4})?");
  private static final Pattern MERIDIEM = Pattern.compile("([ap])\\.m\\.?,?");
  private static final String EDGES = "\"'“”‘().,;:!?…*[]{}<>";

  private static final Map<String, String> DAYS =
      Map.ofEntries(
          Map.entry("mon", "monday"), Map.entry("mun", "monday"), Map.entry("choose", "tuesday"),
          Map.entry("chews", "tuesday"), Map.entry("twos", "tuesday"),
          Map.entry("tues", "tuesday"), Map.entry("wens", "wednesday"),
          Map.entry("whens", "wednesday"), Map.entry("wednes", "wednesday"),
          Map.entry("thirst", "thursday"), Map.entry("thurs", "thursday"),
          Map.entry("fry", "friday"), Map.entry("fri", "friday"),
          Map.entry("satur", "saturday"), Map.entry("satter", "saturday"),
          Map.entry("sun", "sunday"));
  private static final Map<String, String> HOURS =
      Map.of("won", "one", "to", "two", "too", "two", "for", "four", "fore", "four",
          "ate", "eight", "tin", "ten", "tree", "three", "sicks", "six", "nein", "nine");
  private static final Set<String> AFTER_HOUR =
      Set.of("am", "pm", "oclock", "thirty", "fifteen", "please", "on", "with", "for", "in");

  private final List<Word> words;
  private final String text;

  /// @param text as matched
  /// @param raw  as written
  /// @param ends whether a comma, full stop or the like follows
  record Word(String text, String raw, boolean ends) {}

  private Words(String text, List<Word> words) {
    this.text = text;
    this.words = words;
  }

  static Words of(String text) {
    var words = new ArrayList<Word>();
    for (String chunk : text.replace('’', '\'').replace("—", " , ").strip().split("\\s+")) {
      cut(chunk, words);
    }
    return new Words(text, List.copyOf(sounding(words)));
  }

  /// What sounds like a weekday, or after `at` like an hour: `choose day at too`.
  private static List<Word> sounding(List<Word> words) {
    var heard = new ArrayList<Word>();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      boolean apart = i + 1 < words.size() && words.get(i + 1).text.equals("day");
      String weekday = apart && !word.ends ? DAYS.get(word.text) : null;
      String hour = i > 0 && words.get(i - 1).text.equals("at")
          && (i + 1 == words.size() || AFTER_HOUR.contains(words.get(i + 1).text) || word.ends)
          ? HOURS.get(word.text) : null;
      if (weekday != null) {
        i++;
        heard.add(new Word(weekday, word.raw, words.get(i).ends));
      } else if (hour != null) {
        heard.add(new Word(hour, word.raw, word.ends));
      } else {
        heard.add(word);
      }
    }
    return heard;
  }

  private static void cut(String chunk, List<Word> into) {
    String lower = chunk.toLowerCase(Locale.ROOT);
    var meridiem = MERIDIEM.matcher(lower);
    if (meridiem.matches()) {
      into.add(new Word(meridiem.group(1) + "m", chunk, false));
      return;
    }
    boolean ends = !chunk.isEmpty() && ".,;:!?…".indexOf(chunk.charAt(chunk.length() - 1)) >= 0;
    String bare = strip(chunk);
    if (bare.isEmpty()) {
      markEnd(into);
      return;
    }
    if (bare.indexOf('@') > 0 || ISO_DATE.matcher(bare).matches()) {
      into.add(new Word(bare.toLowerCase(Locale.ROOT), bare, ends));
      return;
    }
    String joined = bare.replaceAll("\\.([apAP])\\.?[mM]", "$1m");
    boolean date = SLASHED.matcher(bare).matches();
    String[] parts = date ? new String[] {bare} : joined.split("[-–_/]");
    for (int i = 0; i < parts.length; i++) {
      int before = into.size();
      add(parts[i], ends && i == parts.length - 1, into);
      boolean doubled = i < parts.length - 1 && parts[i].length() > 1 && bare.indexOf('-') > 0;
      if (doubled && into.size() == before + 1 && Character.isLetter(parts[i].charAt(0))) {
        var word = into.removeLast();
        into.add(new Word(word.text, word.raw + "-", word.ends)); // for `Jean-Luc`
      }
    }
    spelledApart(parts, into);
  }

  /// `D-A-N-A W-H-I-T-E`: each group of letters is a word of its own.
  private static void spelledApart(String[] parts, List<Word> into) {
    boolean letters = parts.length > 2;
    for (String part : parts) {
      letters &= part.length() == 1 && Character.isLetter(part.charAt(0));
    }
    if (letters) {
      markEnd(into);
    }
  }

  private static void add(String raw, boolean ends, List<Word> into) {
    String text = raw.toLowerCase(Locale.ROOT).replace("'", "").replace("(", "").replace(")", "");
    if (text.isEmpty()) {
      return;
    }
    if (text.startsWith("+") && text.length() > 1) {
      into.add(new Word("plus", "+", false));
      add(raw.substring(raw.indexOf('+') + 1), ends, into);
      return;
    }
    var glued = GLUED.matcher(text.replace(".m", "m"));
    if (glued.matches()) {
      into.add(new Word(glued.group(1), glued.group(1), false));
      into.add(new Word(glued.group(2) + "m", raw, ends));
      return;
    }
    if (text.matches("\\d{1,2}\\.\\d\\d")) {
      text = text.replace('.', ':');
    } else if (text.matches("\\d+(\\.\\d+){2,}")) {
      for (String part : text.split("\\.")) {
        into.add(new Word(part, part, false));
      }
      return;
    } else if (text.matches("([a-z]\\.)+[a-z]?")) {
      for (String letter : text.split("\\.")) {
        into.add(new Word(letter, letter, false));
      }
      return;
    }
    into.add(new Word(text, raw, ends));
  }

  private static String strip(String chunk) {
    int from = 0;
    int to = chunk.length();
    while (from < to && EDGES.indexOf(chunk.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && EDGES.indexOf(chunk.charAt(to - 1)) >= 0) {
      to--;
    }
    return chunk.substring(from, to);
  }

  private static void markEnd(List<Word> words) {
    if (!words.isEmpty()) {
      var last = words.removeLast();
      words.add(new Word(last.text, last.raw, true));
    }
  }

  int size() {
    return words.size();
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String text() {
    return text;
  }

  /// The word at `i`, or an empty string where there is none.
  String at(int i) {
    return i >= 0 && i < words.size() ? words.get(i).text : "";
  }

  String raw(int i) {
    return words.get(i).raw;
  }

  boolean endsAfter(int i) {
    return i < 0 || i >= words.size() - 1 || words.get(i).ends;
  }

  boolean is(int i, String... any) {
    String word = at(i);
    for (String one : any) {
      if (one.equals(word)) {
        return true;
      }
    }
    return false;
  }

  /// The position after `phrase` when it stands at `i`, else -1.
  int phrase(int i, String phrase) {
    int at = i;
    for (String word : phrase.split(" ")) {
      if (!at(at).equals(word)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  /// The position after the longest of `phrases` that stands at `i`, else -1.
  int anyPhrase(int i, String... phrases) {
    int best = -1;
    for (String phrase : phrases) {
      best = Math.max(best, phrase(i, phrase));
    }
    return best;
  }

  /// The first position from `i` on that holds none of these words.
  int skip(int i, String... any) {
    int at = i;
    while (at < size() && is(at, any)) {
      at++;
    }
    return at;
  }

  /// Whether a word from `from` (inclusive) to `to` (exclusive) is one of these.
  boolean has(int from, int to, String... any) {
    for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
      if (is(i, any)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return size() + " words"; // the rest is what was said
  }
}
