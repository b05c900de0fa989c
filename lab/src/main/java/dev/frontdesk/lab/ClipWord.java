package dev.frontdesk.lab;

/// A word of a clip: the text as a recogniser would print it, and where it sounds.
///
/// @param startMs its first millisecond, counted from the clip's first sample
/// @param endMs   one past its last
public record ClipWord(String text, int startMs, int endMs) {
  public ClipWord {
    if (startMs < 0 || endMs <= startMs) {
      throw new IllegalArgumentException("a word sounds from " + startMs + " to " + endMs + " ms");
    }
  }

  @Override
  public String toString() {
    return "ClipWord[" + startMs + ".." + endMs + " ms]";
  }
}
