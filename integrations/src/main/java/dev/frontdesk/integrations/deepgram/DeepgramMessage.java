package dev.frontdesk.integrations.deepgram;

import dev.frontdesk.integrations.wire.WireJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What we read of any message of Deepgram's; fields that a kind of message lacks keep their zero.
///
/// @param type       `Results`, `UtteranceEnd`, `TurnInfo`, `Error` …
/// @param event      of a `TurnInfo`: `Update`, `EndOfTurn` …
/// @param transcript the first alternative's
/// @param heardUntil seconds of this connection's audio that the message covers
/// @param code       of an `Error`
record DeepgramMessage(
    String type,
    String event,
    String transcript,
    boolean isFinal,
    boolean speechFinal,
    boolean fromFinalize,
    double heardUntil,
    double confidence,
    String code) {

  /// @throws JacksonException when the bytes are no JSON object
  static DeepgramMessage read(byte[] utf8, int length) {
    try (var json = WireJson.read(utf8, length)) {
      var reading = new Reading();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return reading.done();
      }
      for (var name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        reading.field(name, json);
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        return new Reading().done();
      }
      return reading.done();
    }
  }

  /// A message half read. Words with their times are passed over: nobody asks for them.
  private static final class Reading {
    private String type = "";
    private String event = "";
    private String transcript = "";
    private String code = "";
    private boolean isFinal;
    private boolean speechFinal;
    private boolean fromFinalize;
    private double start;
    private double duration;
    private double windowEnd;
    private double confidence;

    void field(String name, JsonParser json) {
      switch (name) {
        case "type" -> type = text(json);
        case "event" -> event = text(json);
        case "transcript" -> transcript = text(json);
        case "code", "variant" -> code = text(json);
        case "is_final" -> isFinal = json.currentToken() == JsonToken.VALUE_TRUE;
        case "speech_final" -> speechFinal = json.currentToken() == JsonToken.VALUE_TRUE;
        case "from_finalize" -> fromFinalize = json.currentToken() == JsonToken.VALUE_TRUE;
        case "start" -> start = number(json);
        case "duration" -> duration = number(json);
        case "audio_window_end" -> windowEnd = number(json);
        case "end_of_turn_confidence" -> confidence = number(json);
        case "channel" -> channel(json);
        default -> json.skipChildren();
      }
    }

    DeepgramMessage done() {
      return new DeepgramMessage(
          type,
          event,
          transcript,
          isFinal,
          speechFinal,
          fromFinalize,
          Math.max(start + duration, windowEnd),
          confidence,
          code);
    }

    private void channel(JsonParser json) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        return;
      }
      for (var name = json.nextName(); name != null; name = json.nextName()) {
        if (json.nextToken() == JsonToken.START_ARRAY && name.equals("alternatives")) {
          alternatives(json);
        } else {
          json.skipChildren();
        }
      }
    }

    private void alternatives(JsonParser json) {
      boolean first = true;
      while (json.nextToken() == JsonToken.START_OBJECT) {
        for (var name = json.nextName(); name != null; name = json.nextName()) {
          json.nextToken();
          if (first && name.equals("transcript")) {
            transcript = text(json);
          } else {
            json.skipChildren();
          }
        }
        first = false;
      }
    }

    private static String text(JsonParser json) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        return json.getString();
      }
      json.skipChildren();
      return "";
    }

    private static double number(JsonParser json) {
      if (json.currentToken().isNumeric()) {
        return json.getDoubleValue();
      }
      json.skipChildren();
      return 0;
    }
  }
}
