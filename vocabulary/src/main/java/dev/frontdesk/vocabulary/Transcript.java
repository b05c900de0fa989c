package dev.frontdesk.vocabulary;

/// What someone said. Prints as a word count, so that logging an event never logs the words.
public record Transcript(String text) {

  public int words() {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  @Override
  public String toString() {
    return words() + " words";
  }
}
