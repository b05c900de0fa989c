package dev.frontdesk.dialog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/// Days counted from today or from the day last spoken of: `tomorrow`, `in two weeks`, `the week
/// after`, `end of next week`.
final class RelativeDays {
  private RelativeDays() {}

  static @Nullable Found<DayWish> at(Words words, int i, DayContext context) {
    var found = nearby(words, i, context);
    if (found == null) {
      found = counted(words, i, context);
    }
    if (found == null) {
      found = week(words, i, context);
    }
    if (found == null) {
      found = weekend(words, i, context);
    }
    return found != null ? found : month(words, i, context);
  }

  private static @Nullable Found<DayWish> nearby(Words words, int i, DayContext context) {
    var today = context.today();
    var discussed = context.discussedOrToday();
    int end = words.anyPhrase(i, "the day after tomorrow", "day after tomorrow", "overmorrow");
    if (end > 0) {
      return day(today.plusDays(2), end);
    }
    end = words.anyPhrase(i, "a week from today", "a week today", "one week from today",
        "a week from now", "in a week", "in one week", "this day next week", "in a weeks time",
        "same day next week", "today week", "in 1 week");
    if (end > 0) {
      return day(today.plusWeeks(1), end);
    }
    end = words.anyPhrase(i, "a week from tomorrow", "a week tomorrow", "tomorrow week");
    if (end > 0) {
      return day(today.plusDays(8), end);
    }
    end = words.anyPhrase(i, "tomorrow", "tomorow", "tommorow", "tommorrow", "tmrw");
    if (end > 0) {
      return day(today.plusDays(1), end);
    }
    end = words.anyPhrase(i, "yesterday");
    if (end > 0) {
      return day(today.minusDays(1), end);
    }
    end = words.anyPhrase(i, "the next day", "the following day", "the day after that",
        "the day after", "a day later", "one day later", "day later", "next day",
        "following day", "the day afterwards");
    if (end > 0) {
      return day(discussed.plusDays(1), end);
    }
    end = words.anyPhrase(i, "the day before", "a day earlier", "one day earlier",
        "the previous day");
    if (end > 0) {
      return day(discussed.minusDays(1), end);
    }
    end = words.anyPhrase(i, "same day", "that day", "that same day", "the same day", "that date",
        "the same date", "same date");
    if (end > 0 && context.discussed() != null) {
      return day(discussed, end);
    }
    end = words.anyPhrase(i, "any day", "any other day", "whichever day", "whatever day",
        "day doesnt matter", "any day works", "dont mind which day", "no particular day",
        "any date");
    if (end > 0) {
      return new Found<>(DayWish.between(today, today.plusDays(14)), end);
    }
    end = words.anyPhrase(i, "today", "later today", "tonight", "this morning", "this afternoon",
        "this evening");
    boolean part = end == i + 2 || words.is(i, "tonight");
    return end > 0 ? day(today, part && !words.is(i, "later") ? i : end) : null;
  }

  private static @Nullable Found<DayWish> counted(Words words, int i, DayContext context) {
    boolean in = words.is(i, "in", "about");
    boolean back = words.is(i, "back");
    var count = Numbers.countAt(words, words.skip(i, "in", "about", "like", "back", "by"));
    if (count == null || count.what() > 60) {
      return null;
    }
    int unit = count.end();
    int days = words.is(unit, "day", "days") ? count.what()
        : words.is(unit, "week", "weeks", "wks") ? 7 * count.what()
        : words.is(unit, "fortnight") ? 14 * count.what()
        : words.is(unit, "month", "months") ? 30 * count.what() : -1;
    if (days < 0) {
      return null;
    }
    int later = back ? unit + 1 : words.anyPhrase(unit + 1, "later", "after that", "after");
    if (later > 0) {
      return day(context.discussedOrToday().plusDays(days), later);
    }
    int earlier = words.anyPhrase(unit + 1, "earlier", "sooner", "before that", "before");
    if (earlier > 0) {
      return day(context.discussedOrToday().minusDays(days), earlier);
    }
    int ago = words.anyPhrase(unit + 1, "ago");
    if (ago > 0) {
      return day(context.today().minusDays(days), ago);
    }
    int hence = words.anyPhrase(unit + 1, "from now", "from today", "out", "time", "away", "hence");
    if (!in && hence < 0) {
      return null;
    }
    int end = hence > 0 ? hence : unit + 1;
    var target = context.today().plusDays(days);
    int on = words.skip(end, "on");
    var weekday = Weekdays.name(words.at(on));
    if (weekday != null) {
      boolean sunday = target.getDayOfWeek() == DayOfWeek.SUNDAY; // belongs to what comes
      return day(monday(sunday ? target.plusDays(1) : target)
          .plusDays(weekday.getValue() - 1L), on + 1);
    }
    return words.is(unit, "month", "months")
        ? day(context.today().plusMonths(count.what()), end)
        : day(target, end);
  }

  private static @Nullable Found<DayWish> week(Words words, int i, DayContext context) {
    int at = words.skip(i, "sometime", "some", "time", "later", "the", "in", "any");
    boolean end = words.is(at, "end", "late", "latter");
    boolean start = words.is(at, "beginning", "start", "early");
    boolean middle = words.is(at, "middle", "mid");
    if (end || start || middle) {
      at = words.skip(at + 1, "of", "in", "the", "part", "half");
    }
    LocalDate monday;
    int past;
    int next = words.anyPhrase(at, "next week", "following week", "week after this");
    int current = words.anyPhrase(at, "this week", "rest of the week", "rest of this week");
    int overNext = words.anyPhrase(at, "week after next", "week after the next", "week after that",
        "week after", "next week but one");
    int of = words.anyPhrase(at, "week of", "week beginning", "week starting");
    if (of > 0) {
      var day = DayReader.at(words, of, context);
      if (day == null || words.is(of, "the") && words.is(of + 1, "week")) {
        return null;
      }
      monday = monday(day.what().from());
      past = day.end();
    } else if (overNext > 0) {
      boolean next2 = words.is(overNext - 1, "next", "one")
          || words.phrase(i - 3, "next week but") > 0 || words.phrase(i - 2, "next week but") > 0
          || words.phrase(i - 3, "next week the") > 0;
      monday = monday(next2 ? context.today().plusWeeks(2)
          : context.discussedOrToday().plusWeeks(1));
      past = overNext;
    } else if (next > 0) {
      boolean following = words.is(at, "following");
      monday = monday((following ? context.discussedOrToday() : context.today()).plusWeeks(1));
      past = next;
    } else if (current > 0) {
      monday = monday(context.today());
      past = current;
    } else if ((end || start || middle) && words.is(at, "week")) {
      monday = monday(context.today());
      past = at + 1;
    } else {
      return null;
    }
    int on = words.skip(past, "on");
    var weekday = Weekdays.name(words.at(on));
    if (weekday != null) {
      return day(monday.plusDays(weekday.getValue() - 1L), on + 1);
    }
    var wish = end ? DayWish.between(monday.plusDays(3), monday.plusDays(5))
        : start ? DayWish.between(monday, monday.plusDays(1))
        : middle ? DayWish.between(monday.plusDays(1), monday.plusDays(3))
        : DayWish.between(monday, monday.plusDays(6));
    return new Found<>(wish.notBefore(context.today()), past);
  }

  private static @Nullable Found<DayWish> weekend(Words words, int i, DayContext context) {
    int at = words.skip(i, "the", "at", "over", "on", "this", "coming", "a", "any");
    boolean next = words.is(at, "next", "following");
    int noun = next ? at + 1 : at;
    if (!words.is(noun, "weekend", "weekends")) {
      return null;
    }
    var saturday = monday(context.today()).plusDays(next ? 12 : 5);
    var only = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    var wish = new DayWish(saturday, saturday.plusDays(1), only);
    return new Found<>(wish.notBefore(context.today()), noun + 1);
  }

  private static @Nullable Found<DayWish> month(Words words, int i, DayContext context) {
    int at = words.skip(i, "sometime", "the", "later", "in");
    boolean end = words.is(at, "end", "late");
    boolean start = words.is(at, "beginning", "start", "early");
    if (end || start) {
      at = words.skip(at + 1, "of", "the");
    }
    int next = words.phrase(at, "next month");
    int current = words.anyPhrase(at, "this month", end || start ? "month" : "this month");
    if (next < 0 && current < 0) {
      return null;
    }
    var month = YearMonth.from(context.today()).plusMonths(next > 0 ? 1 : 0);
    var last = month.atDay(1).with(TemporalAdjusters.lastDayOfMonth());
    var wish = end ? DayWish.between(last.minusDays(8), last)
        : start ? DayWish.between(month.atDay(1), month.atDay(10))
        : DayWish.between(month.atDay(1), last);
    return new Found<>(wish.notBefore(context.today()), Math.max(next, current));
  }

  private static Found<DayWish> day(LocalDate day, int end) {
    return new Found<>(DayWish.on(day), end);
  }

  private static LocalDate monday(LocalDate of) {
    return of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
