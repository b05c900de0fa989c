package dev.frontdesk.dialog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days by the calendar: `June 19th`, `19 June`, `6/19`, `the nineteenth`, `early July`.
final class CalendarDays {
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Map<String, Month> MONTHS =
      Map.ofEntries(
          Map.entry("january", Month.JANUARY), Map.entry("jan", Month.JANUARY),
          Map.entry("february", Month.FEBRUARY), Map.entry("feb", Month.FEBRUARY),
          Map.entry("march", Month.MARCH), Map.entry("april", Month.APRIL),
          Map.entry("apr", Month.APRIL), Map.entry("may", Month.MAY), Map.entry("june", Month.JUNE),
          Map.entry("jun", Month.JUNE), Map.entry("july", Month.JULY),
          Map.entry("jul", Month.JULY), Map.entry("august", Month.AUGUST),
          Map.entry("aug", Month.AUGUST), Map.entry("september", Month.SEPTEMBER),
          Map.entry("sept", Month.SEPTEMBER), Map.entry("sep", Month.SEPTEMBER),
          Map.entry("october", Month.OCTOBER), Map.entry("oct", Month.OCTOBER),
          Map.entry("november", Month.NOVEMBER), Map.entry("nov", Month.NOVEMBER),
          Map.entry("december", Month.DECEMBER), Map.entry("dec", Month.DECEMBER),
          Map.entry("febuary", Month.FEBRUARY));

  private CalendarDays() {}

  static @Nullable Found<DayWish> at(Words words, int i, DayContext context) {
    var numeric = numeric(words, i, context);
    if (numeric != null) {
      return numeric;
    }
    var named = NamedDays.at(words, i, context);
    if (named != null) {
      return named;
    }
    var counted = countedWeekday(words, i, context);
    if (counted != null) {
      return counted;
    }
    int at = Weekdays.skipName(words, i);
    boolean afterName = at > i;
    if (afterName) {
      at = words.skip(at, "on", "of", "comma");
    }
    int noThe = words.skip(at, "the");
    var day = monthDay(words, noThe, context);
    if (day == null) {
      day = dayMonth(words, noThe, context);
    }
    if (day == null && (noThe > at || afterName || bareOrdinal(words, at))) {
      day = dayOnly(words, noThe, context, noThe > at || words.is(i - 1, "on", "to", "say"));
    }
    return day != null || afterName ? day : monthRange(words, i, context);
  }

  /// The position after a day that no calendar has, such as `June 31st`; -1 for all else.
  static int noSuchDay(Words words, int i, DayContext context) {
    int at = words.skip(Weekdays.skipName(words, i), "the");
    int number = month(words, at) != null ? words.skip(at + 1, "the") : at;
    boolean beyond = words.is(number, "thirty") && words.is(number + 1, "second", "third", "fourth",
        "fifth", "sixth", "seventh", "eighth", "ninth");
    if (beyond && (number > at || words.is(number + 2, "of"))) {
      return number + 2;
    }
    var day = Numbers.ordinalAt(words, number);
    boolean ordinal = day != null;
    day = ordinal ? day : Numbers.at(words, number);
    if (day == null || day.what() < 29) {
      return -1;
    }
    int named = number > at ? at : words.skip(day.end(), "of");
    var month = month(words, named);
    if (month == null || day.what() > 31 && !ordinal) {
      return -1;
    }
    boolean exists = inYear(month, day.what(), day.end(), context) != null;
    return exists ? -1 : Math.max(day.end(), named + 1);
  }

  static @Nullable Month month(Words words, int i) {
    return MONTHS.get(words.at(i));
  }

  private static boolean bareOrdinal(Words words, int i) {
    return words.at(i).matches("\\d{1,2}(st|nd|rd|th)")
        || words.is(i - 1, "on", "to", "say", "maybe", "meant", "mean");
  }

  private static @Nullable Found<DayWish> numeric(Words words, int i, DayContext context) {
    var iso = ISO.matcher(words.at(i));
    if (iso.matches()) {
      return exact(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)), i + 1);
    }
    var slashed = SLASHED.matcher(words.at(i));
    if (!slashed.matches()) {
      return null;
    }
    int first = number(slashed.group(1));
    int second = number(slashed.group(2));
    boolean monthFirst = second > 12 || context.monthFirst() && first <= 12;
    int month = monthFirst ? first : second;
    int day = monthFirst ? second : first;
    if (slashed.group(3) != null) {
      int year = number(slashed.group(3));
      return exact(year < 100 ? 2000 + year : year, month, day, i + 1);
    }
    return month < 1 || month > 12 ? null : inYear(Month.of(month), day, i + 1, context);
  }

  private static @Nullable Found<DayWish> monthDay(Words words, int i, DayContext context) {
    var month = month(words, i);
    if (month == null) {
      return null;
    }
    int at = words.skip(i + 1, "the");
    var day = Numbers.ordinalAt(words, at);
    if (day == null) {
      day = Numbers.at(words, at);
      if (day != null && (day.what() < 1 || looksLikeTime(words, at, day.end()))) {
        return null;
      }
    }
    return day == null ? null : withYear(words, month, day, context);
  }

  private static boolean looksLikeTime(Words words, int at, int end) {
    return words.is(end, "am", "pm", "oclock") && end == at + 1;
  }

  private static @Nullable Found<DayWish> dayMonth(Words words, int i, DayContext context) {
    var day = Numbers.ordinalAt(words, i);
    if (day == null) {
      day = Numbers.at(words, i);
    }
    if (day == null || day.what() < 1 || day.what() > 31) {
      return null;
    }
    int at = words.skip(day.end(), "of", "day");
    var month = month(words, at);
    if (month == null) {
      int same = words.anyPhrase(at, "this month", "the month", "next month");
      return same < 0 || Numbers.ordinalAt(words, i) == null
          ? null
          : inMonth(words.is(same - 2, "next") ? 1 : 0, day.what(), same, context);
    }
    return words.is(at, "may", "march") && words.is(at + 1, "i", "we", "be")
        ? null
        : withYear(words, month, new Found<>(day.what(), at + 1), context);
  }

  private static @Nullable Found<DayWish> inMonth(
      int monthsOn, int day, int end, DayContext context) {
    var month = YearMonth.from(context.today()).plusMonths(monthsOn);
    return exact(month.getYear(), month.getMonthValue(), day, end);
  }

  private static @Nullable Found<DayWish> withYear(
      Words words, Month month, Found<Integer> day, DayContext context) {
    int at = words.skip(day.end(), "of", "in");
    if (words.at(at).matches("20\\d\\d")) {
      return exact(number(words.at(at)), month.getValue(), day.what(), at + 1);
    }
    if (words.is(at, "twenty") && words.is(at + 1, "twenty")) {
      var year = Numbers.at(words, at + 1);
      if (year != null && year.what() > 20 && year.what() < 30) {
        return exact(2000 + year.what(), month.getValue(), day.what(), year.end());
      }
    }
    if (words.is(at, "next") && words.is(at + 1, "year")) {
      return exact(context.today().getYear() + 1, month.getValue(), day.what(), at + 2);
    }
    return inYear(month, day.what(), day.end(), context);
  }

  /// The day without a year: up to three months back is past, longer ago is next year's.
  private static @Nullable Found<DayWish> inYear(Month month, int day, int end, DayContext from) {
    int year = from.today().getYear();
    var thisYear = exact(year, month.getValue(), day, end);
    if (thisYear == null) {
      return exact(year + 1, month.getValue(), day, end);
    }
    return thisYear.what().from().isBefore(from.today().minusMonths(3))
        ? exact(year + 1, month.getValue(), day, end)
        : thisYear;
  }

  private static @Nullable Found<DayWish> dayOnly(
      Words words, int i, DayContext context, boolean the) {
    var day = Numbers.ordinalAt(words, i);
    if (day == null || words.is(day.end(), "one", "ones", "option", "slot", "time", "of",
        "available",
        "appointment", "opening", "thing", "half", "floor", "visit")) {
      return null;
    }
    if (!the && !words.at(i).matches("\\d.*") && !words.is(i - 1, "on", "to", "meant", "mean")
        && Weekdays.name(words.at(i - 1)) == null && !words.is(i - 1, "the")) {
      return null;
    }
    var month = YearMonth.from(context.today());
    for (int i2 = 0; i2 < 3; i2++) {
      var candidate = month.plusMonths(i2);
      if (day.what() <= candidate.lengthOfMonth()) {
        var date = candidate.atDay(day.what());
        if (!date.isBefore(context.today())) {
          return new Found<>(DayWish.on(date), day.end());
        }
      }
    }
    return null;
  }

  /// `the first Monday in July`, `the last Friday of the month`.
  private static @Nullable Found<DayWish> countedWeekday(Words words, int i, DayContext context) {
    int at = words.skip(i, "the");
    int which;
    int end;
    if (words.is(at, "last")) {
      which = -1;
      end = at + 1;
    } else {
      var ordinal = Numbers.ordinalAt(words, at);
      if (ordinal == null || ordinal.what() > 5) {
        return null;
      }
      which = ordinal.what();
      end = ordinal.end();
    }
    var weekday = Weekdays.name(words.at(end));
    if (weekday == null || !words.is(end + 1, "in", "of")) {
      return null;
    }
    int noun = words.skip(end + 2, "the");
    YearMonth month;
    var named = month(words, noun);
    int past = noun + 1;
    if (named != null) {
      month = YearMonth.of(context.today().getYear(), named);
      month = month.isBefore(YearMonth.from(context.today())) ? month.plusYears(1) : month;
    } else if (words.is(noun, "month")) {
      month = YearMonth.from(context.today());
    } else if (words.phrase(noun, "next month") > 0 || words.phrase(noun, "this month") > 0) {
      month = YearMonth.from(context.today()).plusMonths(words.is(noun, "next") ? 1 : 0);
      past = noun + 2;
    } else {
      return null;
    }
    var day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    return new Found<>(DayWish.on(day), past);
  }

  /// `in July`, `early July`, `the end of July`.
  private static @Nullable Found<DayWish> monthRange(Words words, int i, DayContext context) {
    int at = words.skip(i, "in", "sometime", "during", "the", "some", "time");
    boolean early = words.is(at, "early", "beginning", "start");
    boolean mid = words.is(at, "mid", "middle");
    boolean late = words.is(at, "late", "end");
    int noun = early || mid || late ? words.skip(at + 1, "of", "in") : at;
    var month = month(words, noun);
    boolean doubtful = words.is(noun, "may", "march");
    if (month == null || doubtful && !words.is(noun - 1, "in", "early", "mid", "late", "of")) {
      return null;
    }
    var of = YearMonth.of(context.today().getYear(), month);
    of = of.isBefore(YearMonth.from(context.today())) ? of.plusYears(1) : of;
    int last = of.lengthOfMonth();
    var wish = early ? DayWish.between(of.atDay(1), of.atDay(10))
        : mid ? DayWish.between(of.atDay(11), of.atDay(20))
        : late ? DayWish.between(of.atDay(21), of.atDay(last))
        : DayWish.between(of.atDay(1), of.atDay(last));
    return new Found<>(wish.notBefore(context.today()), noun + 1);
  }

  private static @Nullable Found<DayWish> exact(int year, int month, int day, int end) {
    try {
      return new Found<>(DayWish.on(LocalDate.of(year, month, day)), end);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
