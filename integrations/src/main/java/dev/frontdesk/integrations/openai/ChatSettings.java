package dev.frontdesk.integrations.openai;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;

/// Which model to ask, and where.
///
/// @param url      up to and with the version, as `https://api.openai.com/v1`
/// @param model    the model's name there; findings cite it
/// @param patience for one whole answer
public record ChatSettings(URI url, Secret apiKey, String model, Duration patience) {
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  public ChatSettings {
    if (model.isBlank() || model.length() > 100) {
      throw new IllegalArgumentException("a model's name has 1 to 100 characters");
    }
  }
}
