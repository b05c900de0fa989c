package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;

/// @param base         where Deepgram is; elsewhere for a self-hosted one or a simulator
/// @param model        `nova-3` and its kin, or `flux-general-en`, `flux-general-multi`
/// @param language     BCP 47, for Nova; Flux takes it as a hint in its multilingual model only
/// @param endpointing  Nova's own: silence after which a final says that speech has ended
/// @param utteranceEnd Nova's second opinion, from gaps between words; Deepgram takes no less than
///     one second
/// @param keepAlive    how often a stream without audio shows life; Deepgram hangs up on one after
///     ten seconds, and asks for three to five
public record DeepgramSettings(
    URI base,
    Secret key,
    String model,
    String language,
    Duration endpointing,
    Duration utteranceEnd,
    Duration keepAlive) {
  public static final URI VENDOR = URI.create("wss://api.deepgram.com");

  public DeepgramSettings {
    if (utteranceEnd.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("utteranceEnd must be at least 1 s");
    }
    if (endpointing.isNegative() || !keepAlive.isPositive()) {
      throw new IllegalArgumentException("endpointing and keepAlive must not be negative");
    }
  }

  public static DeepgramSettings nova(Secret key) {
    return new DeepgramSettings(
        VENDOR,
        key,
        "nova-3",
        "en",
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(4));
  }

  public static DeepgramSettings flux(Secret key) {
    return nova(key).withModel("flux-general-en");
  }

  public DeepgramSettings withBase(URI other) {
    return new DeepgramSettings(
        other, key, model, language, endpointing, utteranceEnd, keepAlive);
  }

  public DeepgramSettings withModel(String other) {
    return new DeepgramSettings(
        base, key, other, language, endpointing, utteranceEnd, keepAlive);
  }

  public DeepgramSettings withKeepAlive(Duration other) {
    return new DeepgramSettings(base, key, model, language, endpointing, utteranceEnd, other);
  }

  boolean isFlux() {
    return model.startsWith("flux");
  }
}
