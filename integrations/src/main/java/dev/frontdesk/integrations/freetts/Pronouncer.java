package dev.frontdesk.integrations.freetts;

import com.sun.speech.freetts.en.us.CMULexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How an English word or name is pronounced: by FreeTTS's lexicon, else by its letter-to-sound
/// rules. Loads the lexicon (a second, 10 MB) when first asked. Safe from any thread.
public final class Pronouncer {
  private static final List<String> DIGITS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private @Nullable CMULexicon lexicon;

  /// @return phones of the CMU set without stress, a space between them: `D EY N AH`; never empty,
  ///     silence (`SIL`) for what has neither letters nor digits
  public synchronized String phones(String word) {
    String plain =
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[^a-z0-9']", "");
    String phones =
        Arrays.stream(plain.splitWithDelimiters("\\d", 0))
            .filter(part -> !part.isEmpty())
            .map(this::spoken)
            .collect(Collectors.joining(" "));
    return phones.isEmpty() ? "SIL" : phones;
  }

  private String spoken(String part) {
    char first = part.charAt(0);
    String word = Character.isDigit(first) ? DIGITS.get(first - '0') : part;
    return Arrays.stream(loaded().getPhones(word, null))
        .map(phone -> phone.replaceAll("\\d", "").toUpperCase(Locale.ROOT))
        .map(phone -> phone.equals("AX") ? "AH" : phone)
        .collect(Collectors.joining(" "));
  }

  private CMULexicon loaded() {
    var present = lexicon;
    if (present == null) {
      present = new CMULexicon();
      try {
        present.load();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      lexicon = present;
    }
    return present;
  }
}
