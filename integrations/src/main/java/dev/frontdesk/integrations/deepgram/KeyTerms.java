package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.integrations.wire.WireJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// As many key terms as Deepgram bears. It allows 500 tokens and, when a running stream is given
/// more, stops transcribing without a word; a token is seldom shorter than three characters.
record KeyTerms(List<String> terms) {
  private static final int MOST_CHARACTERS = 1_200;
  private static final int MOST_TERMS = 100;

  KeyTerms {
    var kept = new ArrayList<String>();
    int characters = 0;
    for (var term : terms) {
      characters += term.length() + 1;
      if (characters > MOST_CHARACTERS || kept.size() == MOST_TERMS) {
        break;
      }
      if (!term.isBlank()) {
        kept.add(term.strip());
      }
    }
    terms = List.copyOf(kept);
  }

  String query() {
    return terms.stream()
        .map(term -> "&keyterm=" + URLEncoder.encode(term, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  String json() {
    return terms.stream().map(WireJson::quote).collect(Collectors.joining(",", "[", "]"));
  }
}
