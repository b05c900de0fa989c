package dev.frontdesk.messaging;

/// What a message says. Prints as a length, so that a row can be logged.
public record MessageText(String value) {
  @Override
  public String toString() {
    return value.length() + " characters";
  }
}
