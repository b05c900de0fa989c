package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.vocabulary.CallId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A voice without sound, for runs under virtual time: gives audio of the length that the words
/// would take, a moment after it is asked.
final class TextMouth implements TextToSpeech {
  private static final Duration FIRST_SOUND_AFTER = Duration.ofMillis(80);
  private static final Pattern WORD = Pattern.compile("\\S+");

  @Override
  public String name() {
    return "text";
  }

  @Override
  public AudioFormat gives(AudioFormat leg) {
    return leg;
  }

  @Override
  public void prepare(CallId call, MediaLoop loop) {}

  @Override
  public Speaking speak(
      CallId call, String text, Locale language, AudioFormat format, MediaLoop loop, Listener to) {
    var timings = new ArrayList<WordTiming>();
    int at = 0;
    var word = WORD.matcher(text);
    while (word.find()) {
      int length = (word.group().length() + 1) * TextSounds.MS_PER_CHARACTER;
      timings.add(new WordTiming(word.start(), word.end(), at, at + length));
      at += length;
    }
    var audio = new byte[format.bytesOf(at)];
    Arrays.fill(audio, (byte) 0x20);
    var due = loop.schedule(() -> give(audio, timings, to), FIRST_SOUND_AFTER);
    return due::cancel;
  }

  private static void give(byte[] audio, List<WordTiming> timings, Listener to) {
    to.timings(timings);
    to.audio(audio);
    to.finished();
  }
}
