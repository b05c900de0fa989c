package dev.frontdesk.voice.spi;

import java.util.List;

/// What the caller is likely to say, made from the catalogue and the state of the dialogue.
///
/// @param detail    what was asked for; decides how patient endpointing is
/// @param keyTerms  names worth a boost: services, resources; at most 100
/// @param grammar   a JSGF grammar for recognisers that only hear what a grammar allows; empty when
///     there is none
public record ListeningHint(AskedDetail detail, List<String> keyTerms, String grammar) {
  public static final ListeningHint OPEN = new ListeningHint(AskedDetail.ANYTHING, List.of(), "");

  public ListeningHint {
    keyTerms = List.copyOf(keyTerms);
  }
}
