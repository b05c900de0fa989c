package dev.frontdesk.integrations.pocketsphinx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a caller of a hairdresser may say. Whole sentences: in a grammar of words in any order,
/// short ones ("a", "at", "eight") are heard wherever there is a breath.
final class BookingGrammar {
  private BookingGrammar() {}

  static String jsgf() {
    try (var file = BookingGrammar.class.getResourceAsStream("booking.jsgf")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
