package dev.frontdesk.voice;

/// What the agent said in its current answer, and what of it was heard.
final class Answered {
  private final StringBuilder said = new StringBuilder();
  private final StringBuilder heard = new StringBuilder();

  void said(String text) {
    append(said, text);
  }

  void heard(String text) {
    append(heard, text);
  }

  String saidText() {
    return said.toString();
  }

  String heardText() {
    return heard.toString();
  }

  void clear() {
    said.setLength(0);
    heard.setLength(0);
  }

  private static void append(StringBuilder to, String text) {
    if (!text.isEmpty()) {
      to.append(to.isEmpty() ? "" : " ").append(text);
    }
  }
}
