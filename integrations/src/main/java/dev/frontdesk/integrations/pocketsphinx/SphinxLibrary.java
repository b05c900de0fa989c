package dev.frontdesk.integrations.pocketsphinx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of libpocketsphinx.so.3 (version 5prealpha, as Debian and Ubuntu have it) that we
/// call. A decoder belongs to one thread at a time; different decoders do not disturb each other.
///
/// @see <a href="https://cmusphinx.github.io/doc/pocketsphinx/pocketsphinx_8h.html">pocketsphinx.h
///     </a>
final class SphinxLibrary {
  private static final int OK = 0;
  private static final FunctionDescriptor INT_OF_DECODER =
      FunctionDescriptor.of(JAVA_INT, ADDRESS);
  private static final FunctionDescriptor INT_OF_DECODER_AND_TEXT =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);

  private final MethodHandle args;
  private final MethodHandle parse;
  private final MethodHandle init;
  private final MethodHandle free;
  private final MethodHandle addWord;
  private final MethodHandle setGrammar;
  private final MethodHandle setSearch;
  private final MethodHandle unsetSearch;
  private final MethodHandle startStream;
  private final MethodHandle startUtterance;
  private final MethodHandle process;
  private final MethodHandle hypothesis;
  private final MethodHandle endUtterance;

  private SphinxLibrary(SymbolLookup sphinx, SymbolLookup base) {
    var linker = new Functions(sphinx.or(base));
    args = linker.function("ps_args", FunctionDescriptor.of(ADDRESS));
    parse =
        linker.function(
            "cmd_ln_parse_r",
            FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    init = linker.function("ps_init", FunctionDescriptor.of(ADDRESS, ADDRESS));
    free = linker.function("ps_free", INT_OF_DECODER);
    addWord =
        linker.function(
            "ps_add_word",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    setGrammar =
        linker.function(
            "ps_set_jsgf_string", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    setSearch = linker.function("ps_set_search", INT_OF_DECODER_AND_TEXT);
    unsetSearch = linker.function("ps_unset_search", INT_OF_DECODER_AND_TEXT);
    startStream = linker.function("ps_start_stream", INT_OF_DECODER);
    startUtterance = linker.function("ps_start_utt", INT_OF_DECODER);
    process =
        linker.function(
            "ps_process_raw",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT));
    hypothesis = linker.function("ps_get_hyp", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
    endUtterance = linker.function("ps_end_utt", INT_OF_DECODER);
  }

  static SphinxLibrary load() throws SphinxUnavailable {
    try {
      return new SphinxLibrary(
          SymbolLookup.libraryLookup("libpocketsphinx.so.3", Arena.global()),
          SymbolLookup.libraryLookup("libsphinxbase.so.3", Arena.global()));
    } catch (IllegalArgumentException missing) {
      throw new SphinxUnavailable("libpocketsphinx.so.3 cannot be loaded");
    }
  }

  /// @param arguments names and values in turn: `-hmm`, a folder, ...
  /// @throws IllegalStateException when PocketSphinx refuses them
  MemorySegment newDecoder(String... arguments) {
    try (var arena = Arena.ofConfined()) {
      var argv = arena.allocate(MemoryLayout.sequenceLayout(arguments.length, ADDRESS));
      for (int i = 0; i < arguments.length; i++) {
        argv.setAtIndex(ADDRESS, i, arena.allocateFrom(arguments[i]));
      }
      var definitions = (MemorySegment) args.invokeExact();
      var config =
          (MemorySegment)
              parse.invokeExact(MemorySegment.NULL, definitions, arguments.length, argv, 1);
      var decoder = (MemorySegment) init.invokeExact(config);
      if (decoder.equals(MemorySegment.NULL)) {
        throw new IllegalStateException("PocketSphinx refuses its model or settings");
      }
      return decoder;
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  void free(MemorySegment decoder) {
    try {
      int _ = (int) free.invokeExact(decoder);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /// @param phones in the model's alphabet, a space between them: `D EY N AH`
  /// @return false when the word is known already or a phone is not
  boolean addWord(MemorySegment decoder, String word, String phones) {
    try (var arena = Arena.ofConfined()) {
      var bytes = arena.allocateFrom(word);
      return (int) addWord.invokeExact(decoder, bytes, arena.allocateFrom(phones), 0) >= OK;
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /// @return false when the grammar is not JSGF or names a word that was not added
  boolean setGrammar(MemorySegment decoder, String name, String jsgf) {
    try (var arena = Arena.ofConfined()) {
      var bytes = arena.allocateFrom(name);
      return (int) setGrammar.invokeExact(decoder, bytes, arena.allocateFrom(jsgf)) == OK;
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  boolean setSearch(MemorySegment decoder, String name) {
    try (var arena = Arena.ofConfined()) {
      return (int) setSearch.invokeExact(decoder, arena.allocateFrom(name)) == OK;
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  void unsetSearch(MemorySegment decoder, String name) {
    try (var arena = Arena.ofConfined()) {
      int _ = (int) unsetSearch.invokeExact(decoder, arena.allocateFrom(name));
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  void startStream(MemorySegment decoder) {
    check(startStream, decoder, "ps_start_stream");
  }

  void startUtterance(MemorySegment decoder) {
    check(startUtterance, decoder, "ps_start_utt");
  }

  void endUtterance(MemorySegment decoder) {
    check(endUtterance, decoder, "ps_end_utt");
  }

  /// @param samples 16-bit linear at 16 kHz, in the machine's byte order
  void process(MemorySegment decoder, MemorySegment samples, long count) {
    try {
      if ((int) process.invokeExact(decoder, samples, count, 0, 0) < OK) {
        throw new IllegalStateException("ps_process_raw failed");
      }
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /// The best words so far, or nothing.
  String hypothesis(MemorySegment decoder) {
    try (var arena = Arena.ofConfined()) {
      var score = arena.allocate(JAVA_INT);
      var text = (MemorySegment) hypothesis.invokeExact(decoder, score);
      return text.equals(MemorySegment.NULL)
          ? ""
          : text.reinterpret(Long.MAX_VALUE).getString(0);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  private static void check(MethodHandle function, MemorySegment decoder, String name) {
    try {
      if ((int) function.invokeExact(decoder) < OK) {
        throw new IllegalStateException(name + " failed");
      }
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException mine -> mine;
      case Error error -> throw error;
      case Throwable other -> new IllegalStateException(other);
    };
  }

  private record Functions(SymbolLookup symbols) {
    MethodHandle function(String name, FunctionDescriptor shape) {
      return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), shape);
    }
  }
}
