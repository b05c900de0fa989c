package dev.frontdesk.integrations.pocketsphinx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One decoder with the grammars it has learned; for one thread at a time.
final class SphinxDecoder implements AutoCloseable {
  private static final int MOST_GRAMMARS = 16;
  private static final int MOST_BYTES = 1 << 16;

  private final SphinxLibrary library;
  private final Lexicon lexicon;
  private final MemorySegment decoder;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment samples = arena.allocate(MOST_BYTES, 2);
  private final Set<String> words = new HashSet<>();

  /// Grammar to the name it has in the decoder, the one used longest ago first.
  private final LinkedHashMap<String, String> grammars = new LinkedHashMap<>(16, 0.75f, true);

  private int named;

  /// @param decoder made by `library`, with any dictionary; owned from now on
  SphinxDecoder(SphinxLibrary library, Lexicon lexicon, MemorySegment decoder) {
    this.library = library;
    this.lexicon = lexicon;
    this.decoder = decoder;
  }

  /// Makes `jsgf` what is listened for; not between `start` and `finish`.
  ///
  /// @return false when it is no JSGF; what was listened for before stays
  boolean use(String jsgf) {
    String name = grammars.get(jsgf);
    if (name == null) {
      name = "g" + named++;
      teach(GrammarWords.of(jsgf));
      if (!library.setGrammar(decoder, name, jsgf)) {
        return false;
      }
      grammars.put(jsgf, name);
    }
    boolean used = library.setSearch(decoder, name);
    forgetOldest();
    return used;
  }

  /// A new caller: forget the noise of the line before.
  void newCall() {
    library.startStream(decoder);
  }

  void start() {
    library.startUtterance(decoder);
  }

  /// @param bytes linear 16 kHz, least significant byte first, as this machine has it
  void hear(byte[] bytes, int offset, int length) {
    for (int done = 0; done < length; done += MOST_BYTES) {
      int piece = Math.min(MOST_BYTES, length - done);
      MemorySegment.copy(bytes, offset + done, samples, ValueLayout.JAVA_BYTE, 0, piece);
      library.process(decoder, samples, piece / 2);
    }
  }

  /// The best words so far, or an empty string.
  String words() {
    return library.hypothesis(decoder).strip();
  }

  /// Ends the utterance.
  ///
  /// @return a sentence of the grammar, or the most of one that was heard
  String finish() {
    String partial = words();
    library.endUtterance(decoder);
    String whole = words();
    return whole.isEmpty() ? partial : whole;
  }

  @Override
  public void close() {
    library.free(decoder);
    arena.close();
  }

  private void teach(Set<String> mentioned) {
    var unknown = new HashSet<>(mentioned);
    unknown.removeAll(words);
    try {
      for (Map.Entry<String, List<String>> word : lexicon.phones(unknown).entrySet()) {
        int way = 1;
        for (String phones : word.getValue()) {
          String entry = way == 1 ? word.getKey() : word.getKey() + "(" + way + ")";
          if (library.addWord(decoder, entry, phones)) {
            way++;
          }
        }
        words.add(word.getKey());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void forgetOldest() {
    Iterator<Map.Entry<String, String>> oldest = grammars.entrySet().iterator();
    while (grammars.size() > MOST_GRAMMARS) {
      String name = oldest.next().getValue();
      oldest.remove();
      library.unsetSearch(decoder, name);
    }
  }
}
