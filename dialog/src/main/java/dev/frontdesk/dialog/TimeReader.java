package dev.frontdesk.dialog;

import dev.frontdesk.dialog.TimePart.Any;
import dev.frontdesk.dialog.TimePart.At;
import dev.frontdesk.dialog.TimePart.Earliest;
import dev.frontdesk.dialog.TimePart.Latest;
import dev.frontdesk.dialog.TimePart.Part;
import dev.frontdesk.dialog.TimePart.Same;
import dev.frontdesk.dialog.TimePart.Shift;
import dev.frontdesk.dialog.TimePart.Toward;
import dev.frontdesk.dialog.TimePart.Within;
import org.jspecify.annotations.Nullable;

/// Reads what English speakers say about the time of day.
final class TimeReader {
  private static final String[] AFTER = {
    "after", "any time after", "anytime after", "later than", "no earlier than", "not before",
    "not earlier than", "from", "starting at", "starting from", "any time from", "past",
    "sometime after", "some time after", "beyond", "at the earliest", "since", "at or after"
  };
  private static final String[] BEFORE = {
    "before", "any time before", "anytime before", "earlier than", "no later than", "by",
    "not after", "not later than", "until", "till", "up to", "sometime before", "prior to",
    "some time before", "at or before"
  };
  private static final String[] CUES = {
    "at", "around", "about", "by", "make", "it", "say", "for", "to", "like", "from", "the",
    "roughly", "is", "and", "or", "do", "take", "maybe", "how", "ish", "prefer", "no", "sorry",
    "meant",
    "mean", "instead", "until", "till", "rather", "actually", "not", "on", "between", "get", "s"
  };
  private static final String[] EARLIEST = {
    "as soon as possible", "as early as possible", "asap", "a s a p", "the earliest", "earliest",
    "the soonest", "soonest", "first available", "the first available", "next available",
    "the next available", "first opening", "next opening", "first slot", "first appointment",
    "first thing", "as soon as you can", "as soon as you have", "earliest available",
    "right away", "straight away", "immediately", "soon as possible", "soon as you can",
    "as early as you can", "your first opening", "next free", "first free", "quickly",
    "whatever you have first", "whatever is first", "whatevers first", "the first one you have"
  };
  private static final String[] LATEST = {
    "the latest", "latest", "as late as possible", "last slot", "last appointment",
    "the last one of the day", "end of the day", "end of day", "last thing", "last available",
    "last of the day", "close of business", "right before you close", "just before you close",
    "before closing", "before you close", "at closing time"
  };
  private static final String[] ANY = {
    "any time", "anytime", "whenever", "any time of day", "all day", "time doesnt matter",
    "dont mind when", "dont care when", "any time works", "anytime works", "whatever time",
    "flexible", "any hour", "no particular time", "doesnt matter when", "any time is fine"
  };

  private TimeReader() {}

  /// The part of a time wish at `i`, or null.
  ///
  /// @param expected whether a bare number is likely an hour here
  static @Nullable Found<TimePart> at(Words words, int i, boolean expected) {
    var found = shift(words, i);
    if (found == null) {
      found = range(words, i, expected);
    }
    if (found == null) {
      found = partOfDay(words, i);
    }
    if (found == null) {
      found = named(words, i);
    }
    return found != null ? found : clock(words, i, expected);
  }

  private static @Nullable Found<TimePart> clock(Words words, int i, boolean expected) {
    var reading = ClockReader.at(words, i);
    if (reading == null) {
      return null;
    }
    boolean pronoun = words.is(i, "one") && !reading.sure()
        && (words.is(i - 1, "the", "that", "this", "a", "which", "other", "my", "new", "another")
            || i > 0 && !words.endsAfter(i - 1) && !words.is(i - 1, CUES)
                && Weekdays.name(words.at(i - 1)) == null && !words.is(i - 1, "at", "past"));
    if (pronoun) {
      return null;
    }
    boolean cued = words.is(i - 1, CUES) || reading.roughly()
        || words.is(i - 1, "that") && words.is(i - 2, "make");
    if (!reading.sure() && !expected && !cued) {
      return null;
    }
    if (!reading.sure() && !expected && words.is(i - 1, "the", "for", "and", "or", "get", "is")
        && !words.is(i - 2, "make", "at")
        && !(words.is(i - 1, "is") && words.is(reading.end(), "still", "also", "possible",
            "available", "free", "okay", "ok", "better", "fine"))) {
      return null;
    }
    if (!reading.sure() && words.is(reading.end(), "or") && words.is(reading.end() + 1, "more")) {
      return null;
    }
    return new Found<>(new At(reading.clock(), reading.roughly()), reading.end());
  }

  private static @Nullable Found<TimePart> range(Words words, int i, boolean expected) {
    int two = words.anyPhrase(i, "between", "from", "anywhere between", "somewhere between",
        "any time between", "anytime between", "sometime between", "some time between");
    var from = ClockReader.at(words, two > 0 ? two : i);
    if (from != null) {
      int joint = words.anyPhrase(from.end(), "and", "to", "until", "till", "through", "til", "or");
      boolean oneMore = two < 0 && words.is(joint, "one") && (words.is(joint + 1, "at", "on", "for")
          || Weekdays.name(words.at(joint + 1)) != null);
      var to = joint > 0 && !oneMore ? ClockReader.at(words, joint) : null;
      boolean plain = from.sure() || expected || two > 0 || words.is(i - 1, "at", "around");
      if (to != null && plain && to.end() > joint) {
        return new Found<>(new Within(earlier(from.clock(), to.clock()), to.clock()), to.end());
      }
    }
    int after = words.anyPhrase(i, AFTER);
    if (after > 0) {
      var limit = ClockReader.at(words, after);
      if (limit != null) {
        int end = words.skip(limit.end(), "onwards", "onward", "on");
        return new Found<>(new Within(limit.clock(), null), end);
      }
    }
    int before = words.anyPhrase(i, BEFORE);
    if (before > 0) {
      var limit = ClockReader.at(words, before);
      if (limit != null) {
        return new Found<>(new Within(null, limit.clock()), limit.end());
      }
    }
    if (from != null && two < 0) {
      int later = words.anyPhrase(from.end(), "or later", "or after", "onwards", "onward",
          "and later", "or any time after", "at the earliest", "or anytime after");
      int sooner = words.anyPhrase(from.end(), "or earlier", "or before", "at the latest");
      if (later > 0) {
        return new Found<>(new Within(from.clock(), null), later);
      }
      if (sooner > 0) {
        return new Found<>(new Within(null, from.clock()), sooner);
      }
    }
    return null;
  }

  /// `ten to two pm`: only the end was given its half of the day.
  private static ClockTime earlier(ClockTime from, ClockTime to) {
    if (!from.open() || to.open()) {
      return from;
    }
    var late = from.afternoon();
    return late.time().isBefore(to.time()) ? late : from.morning();
  }

  private static @Nullable Found<TimePart> partOfDay(Words words, int i) {
    int at = words.skip(i, "in", "the", "this", "during", "sometime", "some", "time");
    boolean early = words.is(at, "early", "earlier");
    boolean late = words.is(at, "late", "later");
    boolean mid = words.is(at, "mid", "middle");
    int noun = early || late || mid ? words.skip(at + 1, "in", "the", "of") : at;
    if (words.is(noun, "morning", "mornings", "am")) {
      return early ? part(8, 10, noun) : late ? part(10, 12, noun)
          : mid ? part(9, 11, noun) : part(0, 12, noun);
    }
    if (words.is(noun, "afternoon", "afternoons", "pm") || words.phrase(noun, "after noon") > 0) {
      int last = words.is(noun, "after") ? noun + 1 : noun;
      return early ? part(12, 15, last) : late ? part(15, 18, last)
          : mid ? part(13, 16, last) : part(12, 18, last);
    }
    if (words.is(noun, "evening", "evenings", "night", "tonight")) {
      return part(17, 24, noun);
    }
    return null;
  }

  private static Found<TimePart> part(int fromHour, int toHour, int last) {
    return new Found<>(new Part(fromHour, toHour), last + 1);
  }

  private static @Nullable Found<TimePart> named(Words words, int i) {
    int end = words.anyPhrase(i, "after lunch", "after lunchtime");
    if (end > 0) {
      return new Found<>(new Within(ClockTime.exactly(13, 0), null), end);
    }
    end = words.anyPhrase(i, "after work", "after office hours", "after school");
    if (end > 0) {
      int hour = words.is(end - 1, "school") ? 15 : 17;
      return new Found<>(new Within(ClockTime.exactly(hour, 0), null), end);
    }
    end = words.anyPhrase(i, "before work");
    if (end > 0) {
      return new Found<>(new Within(null, ClockTime.exactly(9, 0)), end);
    }
    end = words.anyPhrase(i, "before lunch");
    if (end > 0) {
      return new Found<>(new Within(null, ClockTime.exactly(12, 0)), end);
    }
    end = words.anyPhrase(i, "lunchtime", "lunch time", "over lunch", "at lunch", "my lunch break",
        "during lunch", "around lunch", "lunch hour");
    if (end > 0) {
      return new Found<>(
          new Within(ClockTime.exactly(12, 0), ClockTime.exactly(14, 0)), end);
    }
    end = words.anyPhrase(i, "same time", "the same time", "same hour");
    if (end > 0) {
      return new Found<>(new Same(), end);
    }
    end = words.anyPhrase(i, EARLIEST);
    if (end > 0) {
      return new Found<>(new Earliest(), end);
    }
    end = words.anyPhrase(i, LATEST);
    if (end > 0) {
      return new Found<>(new Latest(), end);
    }
    end = words.anyPhrase(i, ANY);
    return end > 0 ? new Found<>(new Any(), end) : null;
  }

  private static @Nullable Found<TimePart> shift(Words words, int i) {
    int back = words.anyPhrase(i, "back by", "back", "by");
    int forward = words.anyPhrase(i, "forward by", "forward", "up by", "ahead by");
    int at = words.skip(Math.max(i, Math.max(back, forward)), "about", "maybe", "just");
    int minutes = -1;
    int end = at;
    int half = words.anyPhrase(at, "half an hour", "a half hour", "half hour");
    int ninety = words.anyPhrase(at, "an hour and a half", "one and a half hours");
    if (ninety > 0) {
      minutes = 90;
      end = ninety;
    } else if (half > 0) {
      minutes = 30;
      end = half;
    } else {
      var count = Numbers.countAt(words, at);
      if (count != null && words.is(count.end(), "hour", "hours")) {
        minutes = 60 * count.what();
        end = count.end() + 1;
      } else if (count != null && words.is(count.end(), "minutes", "minute", "mins")) {
        minutes = count.what();
        end = count.end() + 1;
      }
    }
    boolean amount = minutes > 0;
    int later = words.anyPhrase(end, "later", "after that", "after", "later than that", "on",
        "further on");
    int sooner = words.anyPhrase(end, "earlier", "before that", "before", "sooner",
        "earlier than that");
    if (amount && later > 0) {
      return new Found<>(new Shift(minutes), later);
    }
    if (amount && later < 0 && sooner < 0 && Math.max(back, forward) > 0) {
      return new Found<>(new Shift(forward > 0 ? -minutes : minutes), end);
    }
    if (amount && sooner > 0) {
      return new Found<>(new Shift(-minutes), sooner);
    }
    return amount ? null : toward(words, i);
  }

  private static @Nullable Found<TimePart> toward(Words words, int i) {
    int at = words.skip(i, "a", "little", "bit", "something", "anything", "any", "slightly", "much",
        "some", "time", "somewhat", "way");
    int than = words.anyPhrase(at, "later than that", "later than those", "later than this");
    if (than > 0) {
      return new Found<>(new Toward(true), than);
    }
    int sooner = words.anyPhrase(at, "earlier than that", "earlier than those", "sooner than that");
    if (sooner > 0) {
      return new Found<>(new Toward(false), sooner);
    }
    boolean onDay = words.is(at + 1, "on")
        && (Weekdays.name(words.at(at + 2)) != null || words.is(at + 2, "the", "that", "in"));
    if (words.is(at, "later") && (onDay || !words.is(at + 1, "one", "than", "this", "in", "time",
        "slot", "next", "option", "on"))) {
      return new Found<>(new Toward(true), at + 1);
    }
    if (words.is(at, "earlier", "sooner") && !words.is(at + 1, "one", "than", "slot", "option")) {
      return new Found<>(new Toward(false), at + 1);
    }
    return null;
  }
}
