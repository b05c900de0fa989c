package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A request to Deepgram's streaming interfaces, read as strictly as we can: what the vendor does
/// not document is refused, so that a typing error of ours does not pass unseen.
///
/// @param eagerThreshold 0 when early ends of turn are off
record DeepgramRequest(
    boolean flux,
    String model,
    AudioFormat format,
    boolean interims,
    int endpointingMs,
    int utteranceEndMs,
    boolean vadEvents,
    double threshold,
    double eagerThreshold,
    int timeoutMs) {
  private static final Set<String> NOVA =
      Set.of(
          "model", "language", "encoding", "sample_rate", "channels", "interim_results",
          "endpointing", "utterance_end_ms", "vad_events", "smart_format", "punctuate", "numerals",
          "keyterm", "profanity_filter", "filler_words", "mip_opt_out", "tag", "extra", "version");
  private static final Set<String> FLUX =
      Set.of(
          "model", "encoding", "sample_rate", "eot_threshold", "eager_eot_threshold",
          "eot_timeout_ms", "keyterm", "language_hint", "mip_opt_out", "tag");
  private static final Set<String> MANY = Set.of("keyterm", "language_hint", "tag", "extra");

  /// @throws IllegalArgumentException naming the parameter and what is wrong with it
  static DeepgramRequest read(String uri) {
    var query = new QueryStringDecoder(uri);
    boolean flux = query.path().equals("/v2/listen");
    for (var parameter : query.parameters().entrySet()) {
      if (!(flux ? FLUX : NOVA).contains(parameter.getKey())) {
        throw new IllegalArgumentException("unknown parameter " + parameter.getKey());
      }
      if (parameter.getValue().size() > 1 && !MANY.contains(parameter.getKey())) {
        throw new IllegalArgumentException("repeated parameter " + parameter.getKey());
      }
    }
    var given = new Parameters(query.parameters());
    boolean interims = given.flag("interim_results");
    int utteranceEnd = given.integer("utterance_end_ms", 0, 1_000, 60_000);
    if (utteranceEnd > 0 && !interims) {
      throw new IllegalArgumentException("utterance_end_ms needs interim_results");
    }
    double threshold = given.real("eot_threshold", 0.7, 0.5, 1.0);
    double eager = given.real("eager_eot_threshold", 0, 0.3, 0.9);
    if (eager > threshold) {
      throw new IllegalArgumentException("eager_eot_threshold above eot_threshold");
    }
    return new DeepgramRequest(
        flux,
        model(given.text("model"), flux),
        format(given),
        interims,
        given.integer("endpointing", 10, 0, 60_000),
        utteranceEnd,
        given.flag("vad_events"),
        threshold,
        eager,
        given.integer("eot_timeout_ms", 5_000, 500, 60_000));
  }

  private static String model(String model, boolean flux) {
    if (!model.matches(flux ? "flux-general-(en|multi)" : "nova-[23](-[a-z]+)?")) {
      throw new IllegalArgumentException("no such model here");
    }
    return model;
  }

  private static AudioFormat format(Parameters given) {
    int rate = given.integer("sample_rate", 0, 8_000, 48_000);
    var encoding =
        switch (given.text("encoding")) {
          case "mulaw" -> AudioFormat.Encoding.ULAW;
          case "linear16" -> AudioFormat.Encoding.L16;
          default -> throw new IllegalArgumentException("unsupported encoding");
        };
    return new AudioFormat(encoding, rate);
  }

  private record Parameters(Map<String, List<String>> all) {
    String text(String name) {
      return all.getOrDefault(name, List.of("")).getFirst();
    }

    boolean flag(String name) {
      return switch (text(name)) {
        case "", "false" -> false;
        case "true" -> true;
        default -> throw new IllegalArgumentException(name + " is neither true nor false");
      };
    }

    int integer(String name, int absent, int least, int most) {
      return (int) real(name, absent, least, most);
    }

    double real(String name, double absent, double least, double most) {
      String text = text(name);
      if (text.isEmpty()) {
        return absent;
      }
      if (!text.matches("\\d+(\\.\\d+)?")) {
        throw new IllegalArgumentException(name + " is not a number");
      }
      double value = Double.parseDouble(text);
      if (value < least || value > most) {
        throw new IllegalArgumentException(name + " is out of range");
      }
      return value;
    }
  }
}
