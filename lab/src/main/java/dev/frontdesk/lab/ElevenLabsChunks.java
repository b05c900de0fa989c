package dev.frontdesk.lab;

import dev.frontdesk.integrations.wire.WireJson;
import dev.frontdesk.media.AudioFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An utterance as the messages that carry it, each all but the end, which names the context.
/// Made once for a text and sent as often as it is spoken.
record ElevenLabsChunks(List<byte[]> openMessages, int chunkMs) {

  static ElevenLabsChunks of(
      String text, ElevenLabsSpeech speech, AudioFormat format, int chunkMs, boolean alignment) {
    var messages = new ArrayList<byte[]>();
    int chunkBytes = format.bytesOf(chunkMs);
    byte[] audio = speech.audio();
    for (int at = 0; at < audio.length; at += chunkBytes) {
      int length = Math.min(chunkBytes, audio.length - at);
      int fromMs = messages.size() * chunkMs;
      boolean last = at + length == audio.length;
      int toMs = last ? Integer.MAX_VALUE : fromMs + chunkMs;
      String times = alignment ? times(text, speech, fromMs, toMs) : "null";
      byte[] piece = new byte[length];
      System.arraycopy(audio, at, piece, 0, length);
      String json =
          "{\"audio\":\""
              + Base64.getEncoder().encodeToString(piece)
              + "\",\"isFinal\":null,\"normalizedAlignment\":"
              + times
              + ",\"alignment\":"
              + times;
      messages.add(json.getBytes(StandardCharsets.UTF_8));
    }
    return new ElevenLabsChunks(List.copyOf(messages), chunkMs);
  }

  /// The characters that begin to sound in `[fromMs, toMs)`, timed from its beginning.
  private static String times(String text, ElevenLabsSpeech speech, int fromMs, int toMs) {
    var characters = new StringBuilder();
    var starts = new StringBuilder();
    var lengths = new StringBuilder();
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int start = speech.startMs()[i];
      if (start >= fromMs && start < toMs) {
        String comma = characters.isEmpty() ? "" : ",";
        characters.append(comma).append(WireJson.quote(Character.toString(text.codePointAt(i))));
        starts.append(comma).append(start - fromMs);
        lengths.append(comma).append(speech.endMs()[i] - start);
      }
    }
    return "{\"chars\":[%s],\"charStartTimesMs\":[%s],\"charDurationsMs\":[%s]}"
        .formatted(characters, starts, lengths);
  }
}
