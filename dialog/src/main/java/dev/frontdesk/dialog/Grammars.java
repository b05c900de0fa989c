package dev.frontdesk.dialog;

import dev.frontdesk.booking.Catalogue;
import dev.frontdesk.voice.spi.ListeningHint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the recogniser may expect, kept for as long as the catalogue stays the same.
final class Grammars {
  private volatile @Nullable Lexicon lexicon;

  Lexicon lexicon(Catalogue catalogue) {
    var kept = lexicon;
    if (kept == null || !kept.catalogue().equals(catalogue)) {
      kept = new Lexicon(catalogue);
      lexicon = kept;
    }
    return kept;
  }

  ListeningHint hint(Turn turn) {
    var memory = turn.memory;
    return new ListeningHint(
        Questions.detail(memory.asked, memory.again), terms(turn.catalogue),
        grammar(turn.lexicon, memory.asked));
  }

  /// Written when a recogniser first asks, then kept with the catalogue it was made from.
  private static Supplier<String> grammar(Lexicon lexicon, Question asked) {
    return () -> lexicon.kept(asked, () -> GrammarWriter.write(lexicon, asked));
  }

  private static List<String> terms(Catalogue catalogue) {
    var terms = new ArrayList<String>();
    catalogue.services().forEach(service -> {
      terms.add(service.name());
      terms.addAll(service.aliases());
    });
    catalogue.resources().forEach(resource -> terms.add(resource.name()));
    return terms.stream().distinct().limit(100).toList();
  }
}
