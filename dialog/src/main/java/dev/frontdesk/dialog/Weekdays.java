package dev.frontdesk.dialog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days by the name of the weekday: `Tuesday`, `next Tuesday`, `Tuesday week`, `Tuesdays`.
final class Weekdays {
  private static final Map<String, DayOfWeek> SHORT =
      Map.ofEntries(
          Map.entry("mon", DayOfWeek.MONDAY), Map.entry("tue", DayOfWeek.TUESDAY),
          Map.entry("tues", DayOfWeek.TUESDAY), Map.entry("wed", DayOfWeek.WEDNESDAY),
          Map.entry("weds", DayOfWeek.WEDNESDAY), Map.entry("thu", DayOfWeek.THURSDAY),
          Map.entry("thur", DayOfWeek.THURSDAY), Map.entry("thurs", DayOfWeek.THURSDAY),
          Map.entry("fri", DayOfWeek.FRIDAY), Map.entry("sat", DayOfWeek.SATURDAY),
          Map.entry("sun", DayOfWeek.SUNDAY), Map.entry("wensday", DayOfWeek.WEDNESDAY),
          Map.entry("wendesday", DayOfWeek.WEDNESDAY));
  private static final Map<String, DayOfWeek> LONG =
      Map.of(
          "monday", DayOfWeek.MONDAY, "tuesday", DayOfWeek.TUESDAY,
          "wednesday", DayOfWeek.WEDNESDAY, "thursday", DayOfWeek.THURSDAY,
          "friday", DayOfWeek.FRIDAY, "saturday", DayOfWeek.SATURDAY, "sunday", DayOfWeek.SUNDAY);

  private Weekdays() {}

  /// The weekday a word names: in full, short, with an `s`, or with one letter wrong.
  static @Nullable DayOfWeek name(String word) {
    var exact = LONG.get(word);
    if (exact != null) {
      return exact;
    }
    var brief = SHORT.get(word);
    if (brief != null) {
      return brief;
    }
    if (word.length() < 5 || !word.contains("day") && word.length() < 6) {
      return null;
    }
    String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    for (var day : LONG.entrySet()) {
      if (singular.equals(day.getKey())
          || singular.length() >= 6 && !singular.equals("someday")
              && !singular.equals("noonday") && Spelling.nearly(singular, day.getKey())) {
        return day.getValue();
      }
    }
    return null;
  }

  /// The position after a weekday's name at `i`, with `this`, `next` and the like before it; `i`
  /// where there is none.
  static int skipName(Words words, int i) {
    int at = words.skip(i, "this", "next", "coming", "the", "on");
    return name(words.at(at)) != null ? at + 1 : i;
  }

  static @Nullable Found<DayWish> at(Words words, int i, DayContext context) {
    var several = several(words, i, context);
    if (several != null) {
      return several;
    }
    int shift = words.anyPhrase(i, "a week from", "a week on", "a week after", "one week from",
        "week from");
    int two = words.anyPhrase(i, "two weeks from", "two weeks on", "a fortnight from",
        "2 weeks from");
    int at = Math.max(i, Math.max(shift, two));
    var day = modified(words, at, context);
    if (day == null) {
      return null;
    }
    int weeks = two > 0 ? 2 : shift > 0 ? 1 : 0;
    return new Found<>(DayWish.on(day.what().plusWeeks(weeks)), day.end());
  }

  private static @Nullable Found<LocalDate> modified(Words words, int i, DayContext context) {
    int at = words.skip(i, "the");
    var today = context.today();
    boolean next = words.is(at, "next");
    boolean current = words.is(at, "this");
    boolean following = words.is(at, "following");
    boolean last = words.is(at, "last");
    int noun = next || current || following || last || words.is(at, "coming") ? at + 1 : at;
    noun = words.skip(noun, "coming", "upcoming");
    var weekday = name(words.at(noun));
    if (weekday == null || words.is(noun, "sat", "sun", "mon", "wed") && words.is(noun + 1, "in")) {
      return null;
    }
    LocalDate day;
    if (last) {
      day = today.with(TemporalAdjusters.previous(weekday));
    } else if (next) {
      day = inWeek(today.plusWeeks(1), weekday);
    } else if (current) {
      day = today.with(TemporalAdjusters.nextOrSame(weekday));
    } else if (following) {
      day = context.discussedOrToday().with(TemporalAdjusters.next(weekday));
    } else {
      day = bare(weekday, context);
    }
    return after(words, noun + 1, day, weekday, context);
  }

  /// `week`, `next week`, `after next`, `in two weeks` said after a weekday.
  private static Found<LocalDate> after(
      Words words, int end, LocalDate day, DayOfWeek weekday, DayContext context) {
    var today = context.today();
    int at = words.skip(end, "of", "the", "in");
    int nextWeek = words.anyPhrase(at, "next week", "week coming");
    if (nextWeek > 0) {
      return new Found<>(inWeek(today.plusWeeks(1), weekday), nextWeek);
    }
    int thisWeek = words.anyPhrase(at, "this week");
    if (thisWeek > 0) {
      return new Found<>(today.with(TemporalAdjusters.nextOrSame(weekday)), thisWeek);
    }
    int overNext = words.anyPhrase(at, "week after next");
    if (overNext > 0) {
      return new Found<>(inWeek(today.plusWeeks(2), weekday), overNext);
    }
    int afterNext = words.anyPhrase(end, "after next", "after this one");
    if (afterNext > 0) {
      var next = words.is(afterNext - 1, "next") ? inWeek(today.plusWeeks(1), weekday)
          : bare(weekday, context);
      return new Found<>(next.plusWeeks(1), afterNext);
    }
    int thereafter = words.anyPhrase(end, "after that", "after then", "after this", "thereafter",
        "after that one", "afterwards");
    if (thereafter > 0 || words.is(end, "after") && words.endsAfter(end)) {
      return new Found<>(
          context.discussedOrToday().with(TemporalAdjusters.next(weekday)),
          Math.max(thereafter, end + 1));
    }
    int weekAfter = words.anyPhrase(at, "week after", "following week", "week after that");
    if (weekAfter > 0) {
      return new Found<>(inWeek(context.discussedOrToday().plusWeeks(1), weekday), weekAfter);
    }
    int weeks = words.anyPhrase(end, "in two weeks", "two weeks from now", "in 2 weeks",
        "two weeks out", "in a fortnight");
    if (weeks > 0) {
      return new Found<>(inWeek(today.plusWeeks(2), weekday), weeks);
    }
    int three = words.anyPhrase(end, "in three weeks", "three weeks from now");
    if (three > 0) {
      return new Found<>(inWeek(today.plusWeeks(3), weekday), three);
    }
    if (words.is(end, "week") && !words.is(end + 1, "after")) {
      return new Found<>(bare(weekday, context).plusWeeks(1), end + 1);
    }
    return new Found<>(day, end);
  }

  private static LocalDate bare(DayOfWeek weekday, DayContext context) {
    var next = context.today().with(TemporalAdjusters.next(weekday));
    var discussed = context.discussed();
    if (discussed != null && !discussed.isBefore(context.today().plusDays(7))) {
      var sameWeek = inWeek(discussed, weekday);
      return sameWeek.isAfter(context.today()) ? sameWeek : next;
    }
    boolean laterWeek = discussed != null && discussed.isAfter(context.today())
        && inWeek(discussed, DayOfWeek.MONDAY).isAfter(context.today());
    if (discussed != null && laterWeek && next.equals(context.today().plusDays(1))) {
      return inWeek(discussed, weekday); // else it would have been called tomorrow
    }
    return next;
  }

  private static LocalDate inWeek(LocalDate of, DayOfWeek weekday) {
    return of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusDays(weekday.getValue() - 1L);
  }

  /// `Tuesday or Wednesday`, `any Saturday`, `weekdays`.
  private static @Nullable Found<DayWish> several(Words words, int i, DayContext context) {
    var soon = context.today().plusDays(1);
    int any = words.anyPhrase(i, "any weekday", "weekdays", "a weekday", "during the week",
        "on a weekday", "any week day", "week days");
    if (any > 0) {
      return new Found<>(
          new DayWish(soon, soon.plusDays(6), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
          any);
    }
    if (words.is(i, "any") || words.is(i, "a") && !words.is(i + 1, "week")) {
      var weekday = name(words.at(i + 1));
      if (weekday != null && !words.is(i + 1, "sat", "sun")) {
        return new Found<>(new DayWish(soon, soon.plusDays(27), Set.of(weekday)), i + 2);
      }
    }
    var first = modified(words, i, context);
    if (first == null || !words.is(first.end(), "or")) {
      return null;
    }
    var second = modified(words, words.skip(first.end() + 1, "on", "maybe"), context);
    if (second == null) {
      return null;
    }
    var from = first.what().isBefore(second.what()) ? first.what() : second.what();
    var to = from.equals(first.what()) ? second.what() : first.what();
    return from.plusDays(7).isAfter(to)
        ? new Found<>(
            new DayWish(from, to, Set.of(from.getDayOfWeek(), to.getDayOfWeek())), second.end())
        : null;
  }
}
