package dev.frontdesk.dialog;

import org.jspecify.annotations.Nullable;

/// Which of the offers the caller picks.
sealed interface Choice {
  /// Counted from 1.
  record Nth(int number) implements Choice {}

  record Last() implements Choice {}

  record Earlier() implements Choice {}

  record Later() implements Choice {}

  /// The first one after the time that was wished for.
  record NextAfter() implements Choice {}

  static @Nullable Found<Choice> at(Words words, int i) {
    int next = words.anyPhrase(i, "the next one after that", "next one after that",
        "the one after that", "one after that", "the next one", "next one", "the one after",
        "the following one", "the next slot", "next slot", "the next available one",
        "the next time after that", "the next time", "next time after that", "the next opening",
        "the next available after that", "next available after that", "the slot after that",
        "the next available slot", "the next slot after that", "next slot after that",
        "the next available time", "next available time", "the next available", "the next free one",
        "the next possible time", "the next free slot", "whatever comes after that",
        "whatevers next", "whatever is next", "the next appointment after that",
        "the next appointment", "right after that", "the next opening after that",
        "the very next one");
    if (next > 0) {
      return new Found<>(new NextAfter(), next);
    }
    int at = words.skip(i, "the", "that", "your");
    int last = words.anyPhrase(at, "last one", "latter", "last option", "last slot", "last time",
        "final one", "last of those");
    if (last > 0) {
      return new Found<>(new Last(), last);
    }
    int later = words.anyPhrase(at, "later one", "latest one", "later time", "later slot",
        "later option", "later of the two", "later of those", "later appointment",
        "latest of those", "latest");
    if (later > 0) {
      return new Found<>(new Later(), later);
    }
    int earlier = words.anyPhrase(at, "earlier one", "earliest one", "earlier time",
        "earlier slot", "earlier option", "former", "soonest one", "soonest", "sooner one",
        "earlier of the two", "earliest", "earlier of those", "earlier appointment",
        "earliest time",
        "earliest slot", "earliest option", "earliest of those");
    if (earlier > 0) {
      return new Found<>(new Earlier(), earlier);
    }
    int middle = words.anyPhrase(at, "middle one", "middle option", "one in the middle");
    return middle > 0 ? new Found<>(new Nth(2), middle) : counted(words, i, at);
  }

  private static @Nullable Found<Choice> counted(Words words, int i, int at) {
    int number = words.anyPhrase(at, "number", "option", "choice", "option number", "slot number");
    if (number > 0) {
      var which = Numbers.at(words, number);
      var misheard = words.is(number, "to", "too") ? new Found<>(2, number + 1) : which;
      return misheard == null || misheard.what() < 1 || misheard.what() > 9
          ? null
          : new Found<>(new Nth(misheard.what()), misheard.end());
    }
    var ordinal = Numbers.ordinalAt(words, at);
    if (ordinal == null || ordinal.what() > 5 || CalendarDays.month(words, ordinal.end()) != null
        || words.is(ordinal.end(), "of", "thing", "available", "opening")) {
      return null;
    }
    boolean alone = words.endsAfter(ordinal.end() - 1) || words.is(ordinal.end(), "please", "is",
        "works", "would", "sounds", "then", "will");
    int noun = words.anyPhrase(ordinal.end(), "one", "ones", "option", "time", "slot", "choice",
        "appointment", "of those", "of these");
    if (noun > 0) {
      return new Found<>(new Nth(ordinal.what()), noun);
    }
    return alone && words.at(at).matches("[a-z]+")
        && (at > i || i == 0 || words.has(0, i, "take", "yes", "have"))
        ? new Found<>(new Nth(ordinal.what()), ordinal.end())
        : null;
  }
}
