package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.integrations.wire.WireJson;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What we read of any message of ElevenLabs'.
///
/// @param audio     decoded; empty when the message has none
/// @param alignment empty when the message has none
/// @param error     the vendor's name of an error; empty when all is well
record ElevenLabsMessage(
    String context, byte[] audio, Alignment alignment, boolean isFinal, String error, int code) {
  private static final byte[] NO_AUDIO = {};

  /// @throws JacksonException when the bytes are no JSON object, or the audio is not base64
  static ElevenLabsMessage read(byte[] utf8, int length) {
    try (var json = WireJson.read(utf8, length)) {
      var reading = new Reading();
      if (json.nextToken() == JsonToken.START_OBJECT) {
        for (var name = json.nextName(); name != null; name = json.nextName()) {
          json.nextToken();
          reading.field(name, json);
        }
      }
      return new ElevenLabsMessage(
          reading.context,
          reading.audio,
          reading.alignment,
          reading.isFinal,
          reading.error,
          reading.code);
    }
  }

  /// What an error allows next; the vendor closes the connection after it.
  Failure failure() {
    String detail = error.replaceAll("[^A-Za-z0-9_.-]", "_");
    if (detail.contains("too_many") || detail.contains("busy") || code == 429) {
      return new Failure.Throttled(detail, Duration.ofSeconds(1));
    }
    boolean ours = code == 1008 || code >= 400 && code < 500;
    return ours ? new Failure.Permanent(detail) : new Failure.Retryable(detail);
  }

  private static final class Reading {
    private String context = "";
    private byte[] audio = NO_AUDIO;
    private Alignment alignment = Alignment.NONE;
    private boolean isFinal;
    private String error = "";
    private int code;

    void field(String name, JsonParser json) {
      switch (name) {
        case "audio" -> {
          if (json.currentToken() == JsonToken.VALUE_STRING) {
            audio = json.getBinaryValue();
          }
        }
        case "contextId", "context_id" -> context = text(json);
        case "isFinal", "is_final" -> isFinal = json.currentToken() == JsonToken.VALUE_TRUE;
        case "alignment" -> alignment = Alignment.read(json);
        case "error" -> error = text(json);
        case "code" -> code = json.currentToken().isNumeric() ? json.getIntValue() : 0;
        default -> json.skipChildren();
      }
    }

    private static String text(JsonParser json) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        return json.getString();
      }
      json.skipChildren();
      return "";
    }
  }
}
