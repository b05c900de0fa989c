package dev.frontdesk.dialog;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one time of day in English: `half past one`, `quarter to four`, `three oh five`, `15:00`.
/// `half three` is half past three, as the British say it.
final class ClockReader {
  private static final Pattern COLON = Pattern.compile("(\\d{1,2}):(\\d{2})");
  private static final Pattern TOGETHER = Pattern.compile("(\\d{1,2})(\\d{2})");
  private static final String[] COUNTED = {
    "minute", "minutes", "min", "mins", "hour", "hours", "day", "days", "week", "weeks", "month",
    "months", "people", "persons", "person", "dollars", "bucks", "percent", "years", "year", "kids",
    "of", "haircuts", "times", "appointments", "sessions", "lessons", "visits", "treatments"
  };

  private ClockReader() {}

  /// @param sure whether the words cannot well be anything but a time
  record Reading(ClockTime clock, int end, boolean sure, boolean roughly) {}

  /// The time at `i`, or null.
  static @Nullable Reading at(Words words, int i) {
    boolean roughly = false;
    int at = i;
    int vague =
        words.anyPhrase(i, "around", "about", "roughly", "approximately", "ish", "maybe", "say",
            "around about", "somewhere around", "like", "closer to", "close to", "near");
    if (vague > 0) {
      roughly = true;
      at = vague;
    }
    var reading = plain(words, at);
    if (reading == null) {
      return null;
    }
    int end = reading.end;
    if (words.is(end, "ish")) {
      return new Reading(reading.clock, end + 1, true, true);
    }
    int or = words.anyPhrase(end, "or so", "or thereabouts");
    return or > 0
        ? new Reading(reading.clock, or, true, true)
        : new Reading(reading.clock, end, reading.sure, roughly);
  }

  private static @Nullable Reading plain(Words words, int i) {
    int noon = words.anyPhrase(i, "noon", "midday", "12 noon", "twelve noon", "high noon");
    if (noon > 0) {
      return new Reading(ClockTime.exactly(12, 0), noon, true, false);
    }
    int midnight = words.anyPhrase(i, "midnight", "12 midnight", "twelve midnight");
    if (midnight > 0) {
      return new Reading(ClockTime.exactly(0, 0), midnight, true, false);
    }
    var spoken = relative(words, i);
    if (spoken == null) {
      spoken = digits(words, i);
    }
    if (spoken == null) {
      spoken = hourAndMinutes(words, i);
    }
    return spoken == null ? null : meridiem(words, spoken);
  }

  /// `half past one`, `quarter to four`, `ten past three`, `half three`.
  private static @Nullable Reading relative(Words words, int i) {
    int at = words.is(i, "a") ? i + 1 : i;
    int minutes;
    if (words.is(at, "half")) {
      minutes = 30;
      at++;
    } else if (words.is(at, "quarter")) {
      minutes = 15;
      at++;
    } else {
      var number = Numbers.at(words, at);
      if (number == null || number.what() < 1 || number.what() > 29) {
        return null;
      }
      minutes = number.what();
      at = words.skip(number.end(), "minutes", "mins");
    }
    boolean past = words.is(at, "past", "after", "passed");
    boolean to = words.is(at, "to", "till", "til", "until", "of", "before", "two");
    boolean halfTwo = minutes == 30 && at == i + 1 && words.is(at, "two")
        && hour(words, at + 1) == null;
    if (!past && !to || halfTwo) {
      return minutes == 30 && at == i + 1 ? britishHalf(words, at) : null;
    }
    boolean odd = minutes % 5 != 0 && !words.is(at - 1, "minutes", "mins");
    var hour = hour(words, at + 1);
    if (hour == null || odd || to && minutes == 30 && words.is(at, "of")) {
      return null;
    }
    if (to && !words.is(i, "quarter", "a") && minutes < 5) {
      return null;
    }
    int total = hour.what() * 60 + (past ? minutes : -minutes);
    int wrapped = Math.floorMod(total, 12 * 60);
    return new Reading(ClockTime.said(wrapped / 60, wrapped % 60), hour.end(), true, false);
  }

  private static @Nullable Reading britishHalf(Words words, int at) {
    var hour = hour(words, at);
    return hour == null || words.is(hour.end(), COUNTED)
        ? null
        : new Reading(ClockTime.said(hour.what(), 30), hour.end(), true, false);
  }

  private static @Nullable Reading digits(Words words, int i) {
    var colon = COLON.matcher(words.at(i));
    if (colon.matches()) {
      return of(Integer.parseInt(colon.group(1)), Integer.parseInt(colon.group(2)), i + 1, true);
    }
    var together = TOGETHER.matcher(words.at(i));
    boolean alone = !words.at(i + 1).matches("\\d+") && !words.at(i - 1).matches("\\d+");
    if (together.matches() && words.at(i).length() >= 3 && alone) {
      int hour = Integer.parseInt(together.group(1));
      int minute = Integer.parseInt(together.group(2));
      return words.is(i + 1, COUNTED) ? null : of(hour, minute, i + 1, false);
    }
    return null;
  }

  private static @Nullable Reading hourAndMinutes(Words words, int i) {
    var hour = number(words, i);
    if (hour == null || hour.what() > 23) {
      return null;
    }
    int end = hour.end();
    if (words.is(end, "hundred")) {
      return of(hour.what(), 0, words.skip(end + 1, "hours", "oclock"), true);
    }
    if (words.is(end, "oclock")) {
      return of(hour.what(), 0, end + 1, true);
    }
    if (words.is(end, "o") && words.is(end + 1, "clock")) {
      return of(hour.what(), 0, end + 2, true);
    }
    if (words.is(end, "oh", "o", "zero") && !words.endsAfter(end)) {
      var digit = Numbers.at(words, end + 1);
      if (digit != null && digit.what() > 0 && digit.what() < 10) {
        return of(hour.what(), digit.what(), digit.end(), true);
      }
    }
    if (hour.what() > 12 && !words.is(i - 1, "at")) {
      var minute = Numbers.at(words, end);
      if (minute == null || minute.what() < 10 || minute.what() > 59) {
        return null;
      }
    }
    if (!words.endsAfter(end - 1)) {
      var minute = Numbers.at(words, end);
      if (minute != null && minute.what() >= 10 && minute.what() <= 59
          && !words.is(minute.end(), COUNTED)) {
        return of(hour.what(), minute.what(), minute.end(), true);
      }
      if (words.is(end, "half") && !words.is(end + 1, "an", "hour")) {
        return of(hour.what(), 30, end + 1, true);
      }
    }
    return words.is(end, COUNTED) ? null : of(hour.what(), 0, end, false);
  }

  /// An hour's number; `to thirty` and `for thirty` after `at` are two and four misheard.
  private static @Nullable Found<Integer> number(Words words, int i) {
    if (words.is(i - 1, "at", "around", "about", "past")) {
      if (words.is(i, "to", "too")) {
        return new Found<>(2, i + 1);
      }
      if (words.is(i, "for", "fore")) {
        return new Found<>(4, i + 1);
      }
      if (words.is(i, "won")) {
        return new Found<>(1, i + 1);
      }
      if (words.is(i, "ate")) {
        return new Found<>(8, i + 1);
      }
    }
    String word = words.at(i);
    if (word.endsWith("ish") && word.length() > 5) {
      var cut = Words.of(word.substring(0, word.length() - 3));
      var number = Numbers.at(cut, 0);
      return number == null ? null : new Found<>(number.what(), i + 1);
    }
    return Numbers.at(words, i);
  }

  private static @Nullable Found<Integer> hour(Words words, int i) {
    int noon = words.anyPhrase(i, "noon", "midday");
    if (noon > 0) {
      return new Found<>(12, noon);
    }
    var number = Numbers.at(words, i);
    if (number == null && words.is(i, "to", "too")) {
      number = new Found<>(2, i + 1);
    } else if (number == null && words.is(i, "for")) {
      number = new Found<>(4, i + 1);
    }
    return number != null && number.what() >= 1 && number.what() <= 12
        ? new Found<>(number.what(), words.skip(number.end(), "oclock"))
        : null;
  }

  private static @Nullable Reading of(int hour, int minute, int end, boolean sure) {
    if (hour > 23 || minute > 59) {
      return null;
    }
    var clock =
        hour == 0 || hour > 12 ? ClockTime.exactly(hour, minute) : ClockTime.said(hour, minute);
    return new Reading(clock, end, sure, false);
  }

  private static Reading meridiem(Words words, Reading reading) {
    int end = words.skip(reading.end, "oclock");
    int am =
        words.anyPhrase(end, "am", "a m", "in the morning", "this morning", "of the morning");
    if (am > 0) {
      return new Reading(reading.clock.morning(), am, true, false);
    }
    int pm =
        words.anyPhrase(end, "pm", "p m", "in the afternoon", "in the evening", "at night",
            "this afternoon", "this evening", "p", "of the afternoon", "in the after noon");
    if (pm > 0) {
      return new Reading(reading.clock.afternoon(), pm, true, false);
    }
    return new Reading(reading.clock, end, reading.sure || end > reading.end, false);
  }
}
