package dev.frontdesk.server;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.util.Optional;

/// Who hears and who speaks.
public record SpeechSettings(Ears ears, Mouth mouth) {
  /// What works without an account: WebSocket calls only, since the local recogniser is wideband.
  public static final SpeechSettings LOCAL =
      new SpeechSettings(new Ears.Sphinx(), new Mouth.FreeTts());

  public sealed interface Ears {
    /// @param model `nova-3` or `flux-general-en`
    record Deepgram(Secret key, String model, Optional<URI> url) implements Ears {}

    /// Local recognition of what the scripted agent can understand; wideband calls only.
    record Sphinx() implements Ears {}
  }

  public sealed interface Mouth {
    record ElevenLabs(Secret key, String voice, String model, Optional<URI> url)
        implements Mouth {}

    /// Needs no install.
    record FreeTts() implements Mouth {}

    /// Needs the Debian package of the same name.
    record EspeakNg() implements Mouth {}
  }
}
