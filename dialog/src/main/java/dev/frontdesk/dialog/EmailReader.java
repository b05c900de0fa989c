package dev.frontdesk.dialog;

import dev.frontdesk.vocabulary.EmailAddress;
import org.jspecify.annotations.Nullable;

/// Reads e-mail addresses, written or said: `dana dot w at gmail dot com`.
final class EmailReader {
  private static final String[] NOT_LOCAL = {
    "is", "its", "email", "mail", "my", "the", "address", "and", "yes", "sure", "to", "send", "it",
    "at", "be", "would", "okay", "ok", "um", "uh", "a", "on", "you", "can", "use"
  };
  private static final String[] TOP = {
    "com", "net", "org", "edu", "gov", "io", "co", "de", "uk", "au", "in", "me", "us", "info",
    "fr", "ca", "nz", "ie", "biz", "dev", "app", "eu"
  };

  private EmailReader() {}

  static @Nullable Found<EmailAddress> at(Words words, int i) {
    if (words.at(i).indexOf('@') > 0) {
      return made(words.at(i), i + 1);
    }
    if (notLocal(words, i) || words.is(i, "dot")) {
      return null;
    }
    var local = new StringBuilder();
    int at = i;
    while (at < words.size() && at < i + 14 && !words.is(at, "at")) {
      if (notLocal(words, at)) {
        return null;
      }
      at = append(words, at, local);
    }
    if (!words.is(at, "at") || local.isEmpty()) {
      return null;
    }
    var domain = new StringBuilder();
    int end = at + 1;
    boolean dotted = false;
    boolean top = false;
    while (end < words.size() && end < at + 12) {
      if (top && !words.is(end, "dot")) {
        break;
      }
      boolean dot = words.is(end, "dot");
      String word = words.at(end);
      if (dot && !dotted || word.contains(".")) {
        dotted = true;
      }
      int before = end;
      end = append(words, end, domain);
      top = word.contains(".") || dotted && words.is(before, TOP) && words.is(before - 1, "dot");
    }
    return top ? made(local + "@" + domain, end) : null;
  }

  /// An `a` among letters is one of them.
  private static boolean notLocal(Words words, int i) {
    boolean letter = words.is(i, "a") && (words.at(i + 1).length() == 1
        || words.at(i - 1).length() == 1);
    return words.is(i, NOT_LOCAL) && !letter;
  }

  private static int append(Words words, int i, StringBuilder out) {
    String word = words.at(i);
    switch (word) {
      case "dot", "period", "point" -> out.append('.');
      case "underscore" -> out.append('_');
      case "dash", "hyphen", "minus" -> out.append('-');
      case "plus" -> out.append('+');
      case "double" -> {
        out.append(words.at(i + 1).repeat(2));
        return i + 2;
      }
      default -> {
        var number = Numbers.at(words, i);
        if (number != null) {
          out.append(number.what());
          return number.end();
        }
        out.append(word);
      }
    }
    return i + 1;
  }

  private static @Nullable Found<EmailAddress> made(String text, int end) {
    if (!text.matches("[a-z0-9._%+-]+@[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      return null;
    }
    return new Found<>(new EmailAddress(text), end);
  }
}
