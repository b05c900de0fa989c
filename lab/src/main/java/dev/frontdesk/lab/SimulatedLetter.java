package dev.frontdesk.lab;

/// A mail that the simulated server has taken.
///
/// @param text the whole of it, as it came over the wire, dots unstuffed
public record SimulatedLetter(String from, String to, String text) {
  /// The first header of this name, folded lines joined; blank when there is none.
  public String header(String name) {
    var head = text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")));
    for (var line : head.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  @Override
  public String toString() {
    return "a mail of " + text.length() + " characters";
  }
}
