package dev.frontdesk.voice.spi;

import java.util.List;
import java.util.function.Supplier;

/// What the caller is likely to say, made from the catalogue and the state of the dialogue.
///
/// @param detail    what was asked for; decides how patient endpointing is
/// @param keyTerms  names worth a boost: services, resources; at most 100
/// @param grammar   gives a JSGF grammar (it starts with `#JSGF V1.0;`) for recognisers that only
///     hear what a grammar allows, or an empty string when there is none; built when first asked
///     for, so that those who need none pay for none; safe from any thread
public record ListeningHint(AskedDetail detail, List<String> keyTerms, Supplier<String> grammar) {
  public static final ListeningHint OPEN =
      new ListeningHint(AskedDetail.ANYTHING, List.of(), () -> "");

  public ListeningHint {
    keyTerms = List.copyOf(keyTerms);
  }
}
