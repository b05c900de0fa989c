package dev.frontdesk.voice;

import java.util.HashMap;
import java.util.Map;

/// JSON objects without depth: names to strings and whole numbers. Enough for a checkpoint, so
/// that this room needs no library.
final class FlatJson {
  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  static String quote(String value) {
    var out = new StringBuilder(value.length() + 16).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /// @throws IllegalArgumentException when `text` is anything else
  static Map<String, String> parse(String text) {
    return new FlatJson(text).object();
  }

  private Map<String, String> object() {
    var fields = new HashMap<String, String>();
    expect('{');
    if (peek() == '}') {
      at++;
      return fields;
    }
    char after;
    do {
      var name = string();
      expect(':');
      fields.put(name, peek() == '"' ? string() : number());
      after = next();
    } while (after == ',');
    if (after != '}') {
      throw broken();
    }
    return fields;
  }

  private String string() {
    expect('"');
    var out = new StringBuilder();
    for (char c = raw(); c != '"'; c = raw()) {
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() {
    char c = raw();
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() {
    if (at + 4 > text.length()) {
      throw broken();
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16); // says so itself when broken
  }

  private String number() {
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    if (start == at) {
      throw broken();
    }
    return text.substring(start, at);
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw broken();
    }
  }

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char raw() {
    if (at >= text.length()) {
      throw broken();
    }
    return text.charAt(at++);
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException("not a flat JSON object, at character " + at);
  }
}
