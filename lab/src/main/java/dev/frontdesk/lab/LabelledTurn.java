package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.voice.spi.AskedDetail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// One whole turn of a caller as it was said, with the pauses inside it.
///
/// @param asked what the agent had asked for
/// @param said  words, and pauses as `[600]` milliseconds
record LabelledTurn(AskedDetail asked, String said) {
  private static final AudioFormat FORMAT = AudioFormat.PHONE;
  private static final Pattern PIECE = Pattern.compile("\\[(\\d+)]|[^\\s\\[\\]]+");
  private static final int SOUNDED_OUT_MS = 300;

  LabelledTurn {
    var rest = PIECE.matcher(said).replaceAll("").strip();
    if (!rest.isEmpty() || said.isBlank() || said.strip().endsWith("]")) {
      throw new IllegalArgumentException("must be words with pauses like [600] between them");
    }
  }

  /// As it sounds: a stretch of noise of its own for every word, silence for the pauses.
  Clip clip() {
    var words = new ArrayList<ClipWord>();
    int at = 0;
    var piece = PIECE.matcher(said);
    while (piece.find()) {
      if (piece.group(1) != null) {
        at += wholeFrames(Integer.parseInt(piece.group(1)));
      } else {
        int length = wholeFrames(length(piece.group()));
        words.add(new ClipWord(piece.group(), at, at + length));
        at += length;
      }
    }
    return new Clip(sound(words, at), FORMAT, words);
  }

  private byte[] sound(List<ClipWord> words, int millis) {
    var audio = new byte[FORMAT.bytesOf(millis)];
    Arrays.fill(audio, CallerMouth.silence(FORMAT)[0]);
    var noise = new Random(said.hashCode());
    for (var word : words) {
      var loud = new byte[FORMAT.bytesOf(word.endMs() - word.startMs())];
      noise.nextBytes(loud);
      System.arraycopy(loud, 0, audio, FORMAT.bytesOf(word.startMs()), loud.length);
    }
    return audio;
  }

  /// Letters and digits are sounded out, the rest is spoken at an even pace.
  private static int length(String word) {
    boolean digits = word.chars().allMatch(Character::isDigit);
    if (digits || word.length() == 1) {
      return word.length() * SOUNDED_OUT_MS;
    }
    return (word.length() + 1) * TextSounds.MS_PER_CHARACTER;
  }

  private static int wholeFrames(int millis) {
    return Math.max(1, millis / AudioFormat.FRAME_MILLIS) * AudioFormat.FRAME_MILLIS;
  }
}
