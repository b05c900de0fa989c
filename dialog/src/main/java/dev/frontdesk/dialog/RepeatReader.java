package dev.frontdesk.dialog;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads how often and how long something recurs: `every other Thursday`, `weekly`, `for six
/// weeks`, `ten times`, `until the end of January`.
final class RepeatReader {
  private static final String[] UNITS = {
    "times", "sessions", "session", "lessons", "lesson", "appointments", "visits", "occasions",
    "classes", "treatments", "meetings", "bookings"
  };

  private RepeatReader() {}

  /// How often.
  static @Nullable Found<Repeat> at(Words words, int i) {
    int start = words.skip(i, "on");
    var every = every(words, start);
    if (every != null) {
      return every;
    }
    boolean plural = words.at(start).matches("[a-z]+days") && lasts(words, start + 1);
    if (plural && Weekdays.name(words.at(start)) != null) {
      return days(words, start, 1);
    }
    int weekly = words.anyPhrase(start, "weekly", "once a week", "once per week", "one a week",
        "one day a week", "on a weekly basis");
    if (weekly > 0) {
      return days(words, weekly, 1);
    }
    int fortnightly = words.anyPhrase(start, "fortnightly", "biweekly", "bi weekly",
        "once a fortnight", "once every two weeks", "once every fortnight");
    if (fortnightly > 0) {
      return days(words, fortnightly, 2);
    }
    int monthly = words.anyPhrase(start, "monthly", "once a month");
    if (monthly > 0) {
      return new Found<>(new Repeat(Repeat.Unit.MONTH, 1, Set.of(), 0, 0, null), monthly);
    }
    int daily = words.anyPhrase(start, "daily", "once a day");
    return daily > 0
        ? new Found<>(new Repeat(Repeat.Unit.DAY, 1, Set.of(), 0, 0, null), daily) : null;
  }

  /// Whether it is said later for how long: `on Tuesdays at ten for two weeks`.
  private static boolean lasts(Words words, int from) {
    for (int i = from; i < words.size(); i++) {
      boolean length = words.is(i, "times", "until", "till", "weekly", "sessions", "lessons")
          || words.is(i, "for") && words.has(i + 1, i + 5, "weeks", "months", "week", "month");
      if (length) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Found<Repeat> every(Words words, int i) {
    if (!words.is(i, "every", "each")) {
      return null;
    }
    int at = i + 1;
    int step = 1;
    if (words.is(at, "other", "second")) {
      step = 2;
      at++;
    } else {
      var number = Numbers.at(words, at);
      if (number != null && number.what() > 1 && number.what() <= 8) {
        step = number.what();
        at = number.end();
      }
    }
    if (words.is(at, "week", "weeks")) {
      return days(words, at + 1, step);
    }
    if (words.is(at, "fortnight")) {
      return days(words, at + 1, 2 * step);
    }
    if (words.is(at, "month", "months")) {
      return new Found<>(new Repeat(Repeat.Unit.MONTH, step, Set.of(), 0, 0, null), at + 1);
    }
    if (words.is(at, "day", "days")) {
      return new Found<>(new Repeat(Repeat.Unit.DAY, step, Set.of(), 0, 0, null), at + 1);
    }
    if (words.is(at, "weekday")) {
      return new Found<>(
          Repeat.weekly(step, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), at + 1);
    }
    return Weekdays.name(words.at(at)) == null ? null : days(words, at, step);
  }

  /// The weekdays that follow: `on Monday and Wednesday`.
  private static Found<Repeat> days(Words words, int i, int step) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    int end = i;
    int at = words.skip(i, "on");
    while (Weekdays.name(words.at(at)) != null) {
      days.add(java.util.Objects.requireNonNull(Weekdays.name(words.at(at))));
      end = at + 1;
      int next = words.skip(end, "and", "every", "on", "each");
      if (next == end && !words.endsAfter(end - 1)) {
        break;
      }
      at = next;
    }
    return new Found<>(Repeat.weekly(step, days), end);
  }

  /// How long.
  ///
  /// @param asked whether that was the question: then `six` is an answer
  static @Nullable Found<Repeat> lengthAt(Words words, int i, DayContext context, boolean asked) {
    int until = words.anyPhrase(i, "until", "till", "til", "through", "up to", "ending",
        "up until", "to the end of");
    if (until > 0) {
      boolean end = words.is(until - 1, "of");
      var day = DayReader.at(words, end ? until - 3 : words.skip(until, "and", "including"),
          context);
      return day == null ? null
          : new Found<>(Repeat.lasting(0, 0, day.what().to()), day.end());
    }
    boolean led = words.is(i, "for", "over");
    int at = words.skip(i, "for", "over", "the", "next", "a", "total", "of", "about", "say",
        "just", "make", "it", "maybe");
    boolean half = words.phrase(at, "half a year") > 0;
    if (half) {
      return new Found<>(Repeat.lasting(0, 26, null), at + 3);
    }
    var count = Numbers.countAt(words, at);
    if (count == null && words.is(at, "twice")) {
      return new Found<>(Repeat.lasting(2, 0, null), at + 1);
    }
    if (count == null && words.is(at, "week", "month") && at > i) {
      count = new Found<>(1, at);
    }
    if (count == null || count.what() < 1) {
      return null;
    }
    int unit = words.skip(count.end(), "more", "further", "different", "consecutive");
    if (words.is(unit, UNITS)) {
      return new Found<>(Repeat.lasting(count.what(), 0, null), unit + 1);
    }
    boolean weekdays = words.at(unit).endsWith("s") && Weekdays.name(words.at(unit)) != null;
    if (weekdays && words.at(unit).length() > 5) {
      return new Found<>(Repeat.lasting(count.what(), 0, null), unit + 1);
    }
    if (led || asked) {
      if (words.is(unit, "weeks", "week")) {
        return new Found<>(Repeat.lasting(0, count.what(), null), unit + 1);
      }
      if (words.is(unit, "months", "month")) {
        return new Found<>(
            Repeat.lasting(0, 0, context.today().plusMonths(count.what())), unit + 1);
      }
      if (words.is(unit, "days", "day")) {
        return new Found<>(
            Repeat.lasting(0, 0, context.today().plusDays(count.what())), unit + 1);
      }
    }
    return asked && words.is(at - 1, "a", "an") == false
        ? new Found<>(Repeat.lasting(count.what(), 0, null), count.end()) : null;
  }
}
