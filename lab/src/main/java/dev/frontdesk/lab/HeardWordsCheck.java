package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.telephony.SpokenLine;
import dev.frontdesk.telephony.SpokenLine.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Compares what the server believes that callers heard of an agent they interrupted with what
/// their playout buffers really played. Knows what was said because it stands in front of the
/// simulated voice. A word counts as heard once half of it has sounded.
final class HeardWordsCheck implements ElevenLabsVoice {
  private final ElevenLabsVoice voice;
  private final Set<String> spoken = ConcurrentHashMap.newKeySet();

  HeardWordsCheck(ElevenLabsVoice voice) {
    this.voice = voice;
  }

  @Override
  public ElevenLabsSpeech say(String text, AudioFormat format) {
    spoken.add(text);
    return voice.say(text, format);
  }

  /// @param lines    the transcript of the call
  /// @param brokenIn the words with which the caller broke in
  /// @param playedMs how long the agent had sounded when the caller's buffer was cleared
  /// @return words by which the server is off; empty when nothing was cut short
  OptionalInt wordsOff(List<SpokenLine> lines, String brokenIn, double playedMs) {
    var heard = agentBefore(lines, brokenIn);
    if (heard.isEmpty()) {
      return OptionalInt.empty();
    }
    var cut = heard.getLast();
    var whole =
        spoken.stream().filter(text -> text.startsWith(cut)).reduce((a, b) -> longer(a, b));
    double before = 0;
    for (var line : heard.subList(0, heard.size() - 1)) {
      before += durationMs(line);
    }
    if (whole.isEmpty() || whole.get().length() == cut.length()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Math.abs(words(cut) - played(whole.get(), playedMs - before)));
  }

  /// The agent's last words before the caller's of that beginning.
  private static List<String> agentBefore(List<SpokenLine> lines, String brokenIn) {
    var heard = new ArrayList<String>();
    for (var line : lines) {
      if (line.speaker() == Speaker.AGENT) {
        heard.add(line.text().text());
      } else if (line.text().text().startsWith(brokenIn)) {
        return heard;
      } else {
        heard.clear();
      }
    }
    return List.of();
  }

  private int played(String text, double ms) {
    var speech = voice.say(text, AudioFormat.PHONE);
    int count = 0;
    int from = 0;
    for (var word : text.split(" ", -1)) {
      int to = from + word.length();
      if (to > from && (speech.startMs()[from] + speech.endMs()[to - 1]) / 2.0 <= ms) {
        count++;
      }
      from = to + 1;
    }
    return count;
  }

  private double durationMs(String text) {
    var ends = voice.say(text, AudioFormat.PHONE).endMs();
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static String longer(String a, String b) {
    return a.length() >= b.length() ? a : b;
  }
}
