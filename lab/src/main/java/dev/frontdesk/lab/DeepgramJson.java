package dev.frontdesk.lab;

import dev.frontdesk.integrations.wire.WireJson;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Deepgram's messages, as it writes them.
final class DeepgramJson {
  private DeepgramJson() {}

  static String text(List<ClipWord> words) {
    return words.stream().map(ClipWord::text).collect(Collectors.joining(" "));
  }

  static String results(
      List<ClipWord> words,
      int startMs,
      int endMs,
      boolean isFinal,
      boolean speechFinal,
      boolean fromFinalize) {
    return "{\"type\":\"Results\",\"channel_index\":[0,1],\"duration\":"
        + seconds(endMs - startMs)
        + ",\"start\":"
        + seconds(startMs)
        + ",\"is_final\":"
        + isFinal
        + ",\"speech_final\":"
        + speechFinal
        + ",\"channel\":{\"alternatives\":[{\"transcript\":"
        + WireJson.quote(text(words))
        + ",\"confidence\":"
        + (words.isEmpty() ? "0.0" : "0.99")
        + ",\"words\":"
        + words(words)
        + "}]},\"metadata\":{\"request_id\":\"simulated\"},\"from_finalize\":"
        + fromFinalize
        + "}";
  }

  static String speechStarted(int atMs) {
    return "{\"type\":\"SpeechStarted\",\"channel\":[0],\"timestamp\":" + seconds(atMs) + "}";
  }

  static String utteranceEnd(int lastWordEndMs) {
    return "{\"type\":\"UtteranceEnd\",\"channel\":[0,1],\"last_word_end\":"
        + seconds(lastWordEndMs)
        + "}";
  }

  static String turn(
      String event,
      long sequence,
      int turn,
      int startMs,
      int endMs,
      List<ClipWord> words,
      double confidence,
      String trigger) {
    return "{\"type\":\"TurnInfo\",\"request_id\":\"simulated\",\"sequence_id\":"
        + sequence
        + ",\"event\":\""
        + event
        + "\",\"turn_index\":"
        + turn
        + ",\"audio_window_start\":"
        + seconds(startMs)
        + ",\"audio_window_end\":"
        + seconds(endMs)
        + ",\"transcript\":"
        + WireJson.quote(text(words))
        + ",\"words\":"
        + words(words)
        + ",\"end_of_turn_confidence\":"
        + confidence
        + (trigger.isEmpty() ? "" : ",\"trigger\":\"" + trigger + "\"")
        + "}";
  }

  static String error(String code, String description) {
    return "{\"type\":\"Error\",\"code\":\"%s\",\"description\":%s}"
        .formatted(code, WireJson.quote(description));
  }

  private static String words(List<ClipWord> words) {
    var json = new StringBuilder("[");
    for (var word : words) {
      json.append(json.length() == 1 ? "{\"word\":" : ",{\"word\":")
          .append(WireJson.quote(word.text().toLowerCase(Locale.ROOT)))
          .append(",\"start\":")
          .append(seconds(word.startMs()))
          .append(",\"end\":")
          .append(seconds(word.endMs()))
          .append(",\"confidence\":0.99,\"punctuated_word\":")
          .append(WireJson.quote(word.text()))
          .append('}');
    }
    return json.append(']').toString();
  }

  private static String seconds(int millis) {
    String rest = String.valueOf(1_000 + millis % 1_000);
    return millis / 1_000 + "." + rest.substring(1);
  }
}
