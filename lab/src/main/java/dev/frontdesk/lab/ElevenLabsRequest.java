package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/// A request for a multi-context voice, read as strictly as we can.
record ElevenLabsRequest(AudioFormat format, boolean alignment, Duration inactivity) {
  private static final Pattern PATH =
      Pattern.compile("/v1/text-to-speech/[A-Za-z0-9_-]+/multi-stream-input");
  private static final Set<String> KNOWN =
      Set.of(
          "model_id", "language_code", "enable_logging", "enable_ssml_parsing", "output_format",
          "inactivity_timeout", "sync_alignment", "auto_mode", "apply_text_normalization", "seed");
  private static final Set<String> MODELS =
      Set.of("eleven_flash_v2_5", "eleven_flash_v2", "eleven_turbo_v2_5", "eleven_multilingual_v2");

  static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  /// @throws IllegalArgumentException naming the parameter and what is wrong with it
  static ElevenLabsRequest read(QueryStringDecoder query) {
    for (var parameter : query.parameters().entrySet()) {
      if (!KNOWN.contains(parameter.getKey()) || parameter.getValue().size() > 1) {
        throw new IllegalArgumentException("unknown or repeated " + parameter.getKey());
      }
    }
    if (!MODELS.contains(text(query, "model_id", "eleven_multilingual_v2"))) {
      throw new IllegalArgumentException("unknown model_id");
    }
    String seconds = text(query, "inactivity_timeout", "20");
    if (!seconds.matches("\\d{1,3}") || Integer.parseInt(seconds) > 180) {
      throw new IllegalArgumentException("inactivity_timeout is at most 180");
    }
    return new ElevenLabsRequest(
        format(text(query, "output_format", "mp3_44100_128")),
        text(query, "sync_alignment", "false").equals("true"),
        Duration.ofSeconds(Integer.parseInt(seconds)));
  }

  private static AudioFormat format(String name) {
    return switch (name) {
      case "ulaw_8000" -> AudioFormat.PHONE;
      case "pcm_8000" -> new AudioFormat(AudioFormat.Encoding.L16, 8_000);
      case "pcm_16000" -> AudioFormat.WIDEBAND;
      case "pcm_22050" -> new AudioFormat(AudioFormat.Encoding.L16, 22_050);
      case "pcm_24000" -> new AudioFormat(AudioFormat.Encoding.L16, 24_000);
      case "pcm_44100" -> new AudioFormat(AudioFormat.Encoding.L16, 44_100);
      default -> throw new IllegalArgumentException("output_format is not simulated");
    };
  }

  private static String text(QueryStringDecoder query, String name, String absent) {
    var values = query.parameters().get(name);
    return values == null ? absent : values.getFirst();
  }
}
