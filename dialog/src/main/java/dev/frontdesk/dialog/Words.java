package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What was said, cut into words: lower case, no apostrophes, hyphens apart, `3pm` as `3 pm`.
/// Recognisers write the same sound in many ways; after this they differ less.
final class Words {
  private static final Pattern GLUED = Pattern.compile("(\\d{1,2}(?:[:.]\\d\\d)?)([ap])m?");
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
  private static final Pattern SLASHED = Pattern.compile("\\d{1,2}/\\d{1,2}(/\\d{2,4})?");
  private static final Pattern MERIDIEM = Pattern.compile("([ap])\\.m\\.?,?");
  private static final String EDGES = "\"'“”‘().,;:!?…*[]{}<>";

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
    return new Words(text, List.copyOf(words));
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
