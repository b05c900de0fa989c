package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.vocabulary.Secret;
import java.net.URI;
import java.time.Duration;

/// @param base      where ElevenLabs is: a region's host, or a simulator
/// @param voice     the vendor's id of a voice
/// @param patience  longest silence from the vendor while it owes us audio
/// @param mostLines connections per event loop; utterances beyond fail at once
public record ElevenLabsSettings(
    URI base, Secret key, String voice, String model, Duration patience, int mostLines) {
  public static final URI VENDOR = URI.create("wss://api.elevenlabs.io");

  public ElevenLabsSettings {
    if (!voice.matches("[A-Za-z0-9_-]+") || !model.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException("not an id of a voice or model");
    }
    if (!patience.isPositive() || mostLines < 1) {
      throw new IllegalArgumentException("patience and mostLines must be positive");
    }
  }

  public static ElevenLabsSettings flash(Secret key, String voice) {
    return new ElevenLabsSettings(
        VENDOR, key, voice, "eleven_flash_v2_5", Duration.ofSeconds(5), 1_000);
  }

  public ElevenLabsSettings withBase(URI other) {
    return new ElevenLabsSettings(other, key, voice, model, patience, mostLines);
  }

  public ElevenLabsSettings withModel(String other) {
    return new ElevenLabsSettings(base, key, voice, other, patience, mostLines);
  }
}
