package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.media.AudioFormat;
import java.net.URI;

/// What a connection is fixed to from its beginning.
record LineKind(AudioFormat format, String language) {
  static final LineKind USUAL = new LineKind(AudioFormat.PHONE, "en");

  /// Contexts idle for longer are closed by the vendor; 180 s is the most it grants.
  static final int INACTIVITY_SECONDS = 180;

  URI address(ElevenLabsSettings settings) {
    String code = language.isEmpty() ? "" : "&language_code=" + language;
    return settings
        .base()
        .resolve(
            "/v1/text-to-speech/"
                + settings.voice()
                + "/multi-stream-input?model_id="
                + settings.model()
                + "&output_format="
                + outputFormat()
                + code
                + "&auto_mode=true&sync_alignment=true&inactivity_timeout="
                + INACTIVITY_SECONDS);
  }

  private String outputFormat() {
    return switch (format.encoding()) {
      case ULAW -> "ulaw_8000";
      case L16 -> "pcm_" + format.sampleRateHz();
    };
  }
}
