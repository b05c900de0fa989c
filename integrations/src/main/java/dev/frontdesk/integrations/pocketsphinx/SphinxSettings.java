package dev.frontdesk.integrations.pocketsphinx;

import java.nio.file.Path;

/// @param model      the folder of the acoustic model, 16 kHz
/// @param dictionary word and phones a line, in the model's phones
/// @param mostCalls  calls that are heard at once; each costs a thread, about 25 MB and a third of
///     a core while its caller speaks
public record SphinxSettings(Path model, Path dictionary, int mostCalls) {
  private static final Path DEBIAN = Path.of("/usr/share/pocketsphinx/model/en-us");

  /// Where the Debian package pocketsphinx-en-us puts things.
  public static final SphinxSettings USUAL =
      new SphinxSettings(DEBIAN.resolve("en-us"), DEBIAN.resolve("cmudict-en-us.dict"), 8);
}
