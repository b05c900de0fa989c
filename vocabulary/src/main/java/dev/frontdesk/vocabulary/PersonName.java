package dev.frontdesk.vocabulary;

import java.util.Locale;

/// A person's name as they gave it. Prints redacted.
public record PersonName(String value) {
  /// Longer than any name a caller says in one breath; keeps a misheard monologue out of the row.
  public static final int LONGEST = 120;

  public PersonName {
    value = value.strip();
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "name must have 1 to %d characters, has %d".formatted(LONGEST, value.length()));
    }
  }

  /// Names match without regard to case.
  public boolean matches(PersonName other) {
    return value.toLowerCase(Locale.ROOT).equals(other.value.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "a name";
  }
}
