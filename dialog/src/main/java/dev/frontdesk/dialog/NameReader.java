package dev.frontdesk.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Reads a customer's name: after words that introduce one, bare when it was asked for, spelled.
final class NameReader {
  private static final String[] STRONG = {
    "my name is", "my names", "the name is", "the names", "name is", "my full name is", "names",
    "under the name of", "under the name", "in the name of", "the name of", "call me",
    "you can call me", "name would be", "the name would be", "first name is", "first name",
    "customer name is", "customers name is", "put it under", "put it under the name",
    "put that under", "it should be under", "booked under", "that would be", "thatd be",
    "spelled", "thats spelled", "its spelled", "it is spelled", "name", "my last name is",
    "last name is", "last name", "my last name", "surname", "my surname is", "my first name is",
    "surname is"
  };
  private static final String[] WEAK = {
    "this is", "its", "it is", "im", "i am", "for", "its for", "under", "it was", "is for",
    "thats for", "its under", "make it for", "book it for", "book for", "speaking with", "not",
    "for my son", "for my daughter", "for my husband", "for my wife", "for my mother",
    "for my mom", "for my father", "for my dad", "for my friend", "for my brother",
    "for my sister", "for my boss", "for my partner", "for my kid", "for my girlfriend",
    "for my boyfriend", "his name is", "her name is", "their name is", "meant", "i said",
    "said", "thats", "that is", "hi im", "no", "actually", "name of"
  };
  private static final String[] LAST_LABELS = {
    "last name is", "last name", "surname is", "surname", "family name is", "family name",
    "and last name", "and the last name is", "and last name is", "and my last name is",
    "my last name is", "and surname"
  };
  private static final String[] FIRST_LABELS = {
    "first name is", "first name", "and first name", "and the first name is",
    "and my first name is", "my first name is", "and first name is", "given name"
  };
  private static final int MOST_WORDS = 4;

  /// Leads what was said to be the last name alone.
  static final String LAST = "~";

  private NameReader() {}

  /// @param asked  whether a name was asked for
  /// @param others whether a word that begins at a position belongs to something else: a day, a
  ///     service
  static @Nullable Found<String> at(Words words, int i, boolean asked, IntPredicate others) {
    int strong = words.anyPhrase(i, STRONG);
    if (strong > 0) {
      var name = name(words, title(words, strong), true, asked, others);
      if (name != null) {
        return name;
      }
    }
    int weak = words.anyPhrase(i, WEAK);
    if (weak > 0) {
      var name = name(words, title(words, weak), asked && !words.is(weak - 1, "no", "actually"),
          asked, others);
      if (name != null) {
        return name;
      }
    }
    return asked ? name(words, title(words, i), true, true, others) : speaking(words, i, others);
  }

  private static int title(Words words, int i) {
    return words.skip(i, "mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "uh", "um", "a", "er",
        "just");
  }

  private static @Nullable Found<String> name(
      Words words, int i, boolean sure, boolean asked, IntPredicate others) {
    if (i > 0 && words.is(i - 1, "a")) {
      return null;
    }
    var first = new ArrayList<String>();
    var last = new ArrayList<String>();
    boolean surname = i >= 2 && words.has(i - 4, i, "surname") || words.is(i - 1, "name")
        && words.is(i - 2, "last") || words.is(i - 2, "name") && words.is(i - 3, "last");
    var parts = surname ? last : first;
    int at = i;
    while (at < words.size() && first.size() + last.size() < MOST_WORDS) {
      int label = words.anyPhrase(at, LAST_LABELS);
      if (label > 0) {
        parts = last;
        at = label;
      } else if (words.anyPhrase(at, FIRST_LABELS) > 0) {
        if (last.isEmpty()) {
          last.addAll(first); // `Wyss, first name Regula`
          first.clear();
        }
        parts = first;
        at = words.anyPhrase(at, FIRST_LABELS);
      }
      int introduced = words.anyPhrase(at, "spelled", "thats spelled", "thats", "thats with",
          "its spelled", "i spell it", "spelt", "that is", "is spelled", "spelling");
      int letters = introduced > 0 && (label > 0 || !parts.isEmpty() || surname) ? introduced : at;
      var spelled = LetterReader.at(words, letters, asked || sure || letters > at);
      if (spelled != null && (!parts.isEmpty() || asked || sure || spelled.what().length() > 3)) {
        spell(parts, spelled.what());
        at = spelled.end();
        continue;
      }
      boolean initial = !parts.isEmpty() && words.at(at).matches("[a-z]")
          && NameList.mayBe(words.at(at + 1)) && !others.test(at + 1);
      if (initial) {
        parts.add(cased(words.raw(at)));
        at++;
        continue;
      }
      boolean known = NameList.isKnown(words.at(at));
      if (isCapitalLast(words, at, first)) {
        parts.add(cased(words.raw(at)));
        at++;
        break;
      }
      if (!NameList.mayBe(words.at(at)) || others.test(at) && !(asked && known)
          || !sure && !known && !capital(words, at) && !(!parts.isEmpty() && known(parts))) {
        break;
      }
      parts.add(cased(words.raw(at)));
      at++;
      if (words.endsAfter(at - 1) && !goesOn(words, at)) {
        break;
      }
    }
    if (first.isEmpty() && !last.isEmpty()) {
      return new Found<>(LAST + joined(last), at);
    }
    first.addAll(last);
    return first.isEmpty() ? null : new Found<>(joined(first), at);
  }

  /// `Omar Said`: a common word, written as a name at the end of one.
  private static boolean isCapitalLast(Words words, int at, List<String> first) {
    return first.size() == 1 && known(first) && !NameList.mayBe(words.at(at))
        && words.at(at).length() > 2 && capital(words, at) && words.endsAfter(at)
        && !words.endsAfter(at - 1) && Weekdays.name(words.at(at)) == null
        && CalendarDays.month(words, at) == null
        && Character.isUpperCase(words.raw(at - 1).charAt(0))
        && words.raw(at).chars().allMatch(Character::isLetter)
        && !words.is(at, "please", "thanks", "sorry", "here");
  }

  private static String joined(List<String> parts) {
    String name = String.join(" ", parts).replace("- ", "-");
    return name.endsWith("-") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean goesOn(Words words, int at) {
    return words.anyPhrase(at, FIRST_LABELS) > 0 || words.anyPhrase(at, LAST_LABELS) > 0
        || LetterReader.at(words, at, true) != null && words.at(at).length() == 1
        || words.anyPhrase(at, "thats spelled", "spelled", "that is spelled", "spelt") > 0
        || words.is(at, "thats") && words.at(at + 1).length() == 1;
  }

  private static boolean known(List<String> parts) {
    return NameList.isFirst(parts.getFirst().toLowerCase(Locale.ROOT));
  }

  /// `Dana here`, `Dana Whitfield speaking`, or a name that ends the sentence.
  private static @Nullable Found<String> speaking(Words words, int i, IntPredicate others) {
    if (!NameList.isFirst(words.at(i))) {
      return null;
    }
    var name = name(words, i, false, false, others);
    if (name != null && words.is(name.end(), "here", "speaking", "calling")) {
      return new Found<>(name.what(), name.end() + 1);
    }
    // `haircut, Tuesday, three, Dana Whitfield`
    boolean last = name != null && name.end() == words.size() && i > 1
        && (name.what().contains(" ") || words.endsAfter(i - 1));
    return last ? name : null;
  }

  /// A spelling sets right the part it resembles, or adds one.
  private static void spell(List<String> parts, String letters) {
    String word = cased(letters);
    for (int k = parts.size() - 1; k >= 0; k--) {
      if (alike(parts.get(k), word)) {
        parts.set(k, word);
        return;
      }
    }
    String all = String.join("", parts);
    if (!parts.isEmpty() && alike(all, word)) {
      return;
    }
    parts.add(word);
  }

  static boolean alike(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    if (a.equals(b) || Spelling.nearly(a, b)) {
      return true;
    }
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same >= 3 && Math.abs(a.length() - b.length()) <= 2
        || same >= 1 && Math.abs(a.length() - b.length()) <= 1 && shared(a, b) >= a.length() - 2;
  }

  private static long shared(String a, String b) {
    return a.chars().filter(c -> b.indexOf(c) >= 0).count();
  }

  private static boolean capital(Words words, int i) {
    return i > 0 && Character.isUpperCase(words.raw(i).charAt(0))
        && !words.raw(i).equals(words.raw(i).toUpperCase(Locale.ROOT));
  }

  static String cased(String raw) {
    String bare = raw.endsWith("'s") ? raw.substring(0, raw.length() - 2) : raw;
    boolean mixed = bare.chars().skip(1).anyMatch(Character::isUpperCase)
        && bare.chars().anyMatch(Character::isLowerCase);
    return mixed
        ? bare
        : bare.substring(0, 1).toUpperCase(Locale.ROOT)
            + bare.substring(1).toLowerCase(Locale.ROOT);
  }
}
