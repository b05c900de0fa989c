package dev.frontdesk.dialog;

import dev.frontdesk.voice.Phrases;
import dev.frontdesk.vocabulary.AgentVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Which scripted agent speaks: `scripted-2-4f0c19ab`, the version of its rules and a hash over
/// every file with words that it says or understands. The same files give the same version on every
/// machine.
final class ScriptedVersion {
  /// To be raised with every change of what the agent does with the same words.
  static final String RULES = "scripted-2";

  private static final List<String> FILES = List.of("acts", "names", "phrases");

  private ScriptedVersion() {}

  static AgentVersion in(Locale language) {
    var digest = sha256();
    for (var file : FILES) {
      digest.update(words(ScriptedVersion.class, file, language));
    }
    digest.update(words(Phrases.class, "phrases", language));
    return of(digest.digest());
  }

  static AgentVersion of(byte[] hash) {
    return new AgentVersion(RULES + "-" + HexFormat.of().formatHex(hash, 0, 4));
  }

  /// As `Wording` looks for them: English where the language has none.
  private static byte[] words(Class<?> beside, String file, Locale language) {
    try (var found = beside.getResourceAsStream(file + "_" + language.getLanguage() + ".properties");
        var english = beside.getResourceAsStream(file + "_en.properties")) {
      var words = found != null ? found : english;
      if (words == null) {
        throw new IllegalStateException("a file of words is missing: " + file);
      }
      return words.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
