package dev.frontdesk.integrations.pocketsphinx;

import dev.frontdesk.media.Activity;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.EnergyVad;
import dev.frontdesk.media.VadSettings;
import dev.frontdesk.vocabulary.Transcript;
import dev.frontdesk.voice.spi.Heard;
import java.util.function.Consumer;

/// Cuts a call's sound into utterances and has each one recognised. A little of what came before
/// the onset is heard too, so that no first consonant is lost.
final class Utterances {
  private static final AudioFormat FORMAT = AudioFormat.WIDEBAND;
  private static final VadSettings SPEECH = new VadSettings(60, 400, 8, -48);
  private static final int BEFORE_MILLIS = 300;
  private static final int FRAMES_BETWEEN_INTERIMS = 5;

  /// What is longer is cut: the grammar's sentences last seconds.
  private static final int LONGEST_FRAMES = 20_000 / AudioFormat.FRAME_MILLIS;

  private final SphinxDecoder decoder;
  private final Consumer<Heard> to;
  private final EnergyVad vad = new EnergyVad(FORMAT, SPEECH);
  private final byte[] frame = new byte[FORMAT.frameBytes()];
  private final byte[] before = new byte[FORMAT.bytesOf(BEFORE_MILLIS)];
  private int inFrame;
  private int beforeLength;
  private int frames;
  private boolean speaking;
  private boolean listening;
  private String interim = "";
  private String grammar = "";

  Utterances(SphinxDecoder decoder, Consumer<Heard> to) {
    this.decoder = decoder;
    this.to = to;
  }

  /// What may be said from now on; while somebody speaks, from the next utterance on. An empty
  /// grammar changes nothing.
  ///
  /// @return false when PocketSphinx refuses the grammar
  boolean expect(String jsgf) {
    if (!jsgf.isBlank()) {
      grammar = jsgf;
    }
    return speaking || learn();
  }

  void audio(byte[] bytes, int offset, int length) {
    for (int done = 0; done < length; ) {
      int piece = Math.min(frame.length - inFrame, length - done);
      System.arraycopy(bytes, offset + done, frame, inFrame, piece);
      inFrame += piece;
      done += piece;
      if (inFrame == frame.length) {
        inFrame = 0;
        hearFrame();
      }
    }
  }

  /// The caller is thought to have stopped.
  void flush() {
    if (speaking) {
      end();
    }
  }

  private boolean learn() {
    if (grammar.isEmpty()) {
      return true;
    }
    boolean understood = decoder.use(grammar);
    listening |= understood;
    grammar = "";
    return understood;
  }

  private void hearFrame() {
    boolean speech = vad.frame(frame, 0, frame.length) == Activity.SPEECH;
    if (speaking) {
      decoder.hear(frame, 0, frame.length);
      tellInterim();
      if (!speech || ++frames >= LONGEST_FRAMES) {
        end();
      }
      return;
    }
    keep();
    if (speech && listening) {
      decoder.start();
      decoder.hear(before, 0, beforeLength);
      beforeLength = 0;
      speaking = true;
      frames = 0;
    }
  }

  private void keep() {
    int over = beforeLength + frame.length - before.length;
    if (over > 0) {
      System.arraycopy(before, over, before, 0, beforeLength - over);
      beforeLength -= over;
    }
    System.arraycopy(frame, 0, before, beforeLength, frame.length);
    beforeLength += frame.length;
  }

  private void tellInterim() {
    if (frames % FRAMES_BETWEEN_INTERIMS != 0) {
      return;
    }
    String words = decoder.words();
    if (!words.isEmpty() && !words.equals(interim)) {
      interim = words;
      to.accept(new Heard.Interim(new Transcript(words)));
    }
  }

  private void end() {
    String words = decoder.finish();
    speaking = false;
    interim = "";
    if (!words.isEmpty()) {
      to.accept(new Heard.Final(new Transcript(words), true));
    }
    learn();
  }
}
