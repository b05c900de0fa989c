package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Stands in for a voice where no audio is wanted: each word is a stretch of loud noise of about
/// the length it would take to say, no two alike, so that what listens still has to listen.
final class TextSounds implements CallerSounds {
  /// Speech runs at about fifteen characters a second.
  static final int MS_PER_CHARACTER = 66;

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final AudioFormat FORMAT = AudioFormat.PHONE;

  private final ClipRegistry clips;

  TextSounds(ClipRegistry clips) {
    this.clips = clips;
  }

  @Override
  public Clip speech(String words) {
    var timed = new ArrayList<ClipWord>();
    int at = 0;
    var word = WORD.matcher(words);
    while (word.find()) {
      int length = (word.group().length() + 1) * MS_PER_CHARACTER / 20 * 20 + 20;
      timed.add(new ClipWord(word.group(), at, at + length));
      at += length;
    }
    var clip = new Clip(noise(at, words.hashCode()), FORMAT, timed);
    clips.register(clip);
    return clip;
  }

  @Override
  public Clip tones(String keys) {
    return new Clip(new byte[0], FORMAT, List.of());
  }

  @Override
  public byte[] room() {
    return CallerMouth.silence(FORMAT);
  }

  private static byte[] noise(int millis, int seed) {
    var bytes = new byte[FORMAT.bytesOf(millis)];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
