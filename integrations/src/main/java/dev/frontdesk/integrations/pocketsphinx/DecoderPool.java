package dev.frontdesk.integrations.pocketsphinx;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Decoders that are kept warm between calls, and no more than were allowed. Safe from any thread.
final class DecoderPool implements AutoCloseable {
  private final SphinxLibrary library;
  private final Lexicon lexicon;
  private final SphinxSettings settings;
  private final Path emptyDictionary;
  private final Deque<SphinxDecoder> idle = new ArrayDeque<>();
  private int lent;
  private boolean closed;

  private DecoderPool(SphinxLibrary library, SphinxSettings settings, Path emptyDictionary) {
    this.library = library;
    this.settings = settings;
    this.emptyDictionary = emptyDictionary;
    lexicon = new Lexicon(settings.dictionary());
  }

  /// @throws SphinxUnavailable when the library or its model is not installed
  static DecoderPool open(SphinxSettings settings) throws SphinxUnavailable {
    if (!Files.isDirectory(settings.model()) || !Files.isReadable(settings.dictionary())) {
      throw new SphinxUnavailable("there is no model in " + settings.model());
    }
    var library = SphinxLibrary.load();
    try {
      var emptyDictionary = Files.createTempFile("frontdesk-words", ".dict");
      Files.writeString(emptyDictionary, "a AH\na(2) EY\n");
      return new DecoderPool(library, settings, emptyDictionary);
    } catch (IOException unwritable) {
      throw new SphinxUnavailable("a temporary file cannot be written");
    }
  }

  /// Whether there is room for one more call; if so, it is taken.
  synchronized boolean enter() {
    if (closed || lent >= settings.mostCalls()) {
      return false;
    }
    lent++;
    return true;
  }

  /// Gives a decoder to one who entered; makes one when none is idle, which takes a quarter of a
  /// second.
  SphinxDecoder take() {
    synchronized (this) {
      var warm = idle.pollLast();
      if (warm != null) {
        return warm;
      }
    }
    return new SphinxDecoder(library, lexicon, newDecoder());
  }

  /// The dictionary has one word: loading all 134,000 takes time and memory, and a grammar needs a
  /// few hundred, which are added when it is learned.
  private MemorySegment newDecoder() {
    return library.newDecoder(
        "-hmm", settings.model().toString(),
        "-dict", emptyDictionary.toString(),
        "-wip", "0.1", // dearer words: fewer short ones are heard where somebody breathes
        "-remove_noise", "no", // it costs a third of the time and, on clean lines, words
        "-logfn", "/dev/null");
  }

  /// One who entered leaves.
  ///
  /// @param decoder what was taken; null when nothing was or when it broke
  synchronized void leave(@Nullable SphinxDecoder decoder) {
    lent--;
    if (decoder == null) {
      return;
    }
    if (closed) {
      decoder.close();
    } else {
      idle.addLast(decoder);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    idle.forEach(SphinxDecoder::close);
    idle.clear();
    Files.deleteIfExists(emptyDictionary);
  }
}
