package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.EnergyVad;
import dev.frontdesk.media.Ulaw;
import dev.frontdesk.media.VadSettings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What comes from the caller's mouth, frame by frame: to the tape, to the recogniser, and through
/// voice activity. On the call's loop only.
final class Intake {
  private final AudioFormat format;
  private final Hearing hearing;
  private final @Nullable CallTape tape;
  private final EnergyVad vad;
  private final SoundGate gate;
  private byte[] silence = {};
  private boolean muted;

  Intake(
      AudioFormat format, Hearing hearing, @Nullable CallTape tape, double onsetMs) {
    this.format = format;
    this.hearing = hearing;
    this.tape = tape;
    this.vad = new EnergyVad(format, VadSettings.BARGE_IN);
    this.gate = new SoundGate(onsetMs);
  }

  boolean takes(int length) {
    return length > 0 && length % format.encoding().bytesPerSample() == 0;
  }

  /// A muted caller is heard as silence.
  void mute(boolean on) {
    muted = on;
  }

  /// @param openNs since the conversation opened
  SoundGate.Change frame(
      byte[] bytes, int offset, int length, long mediaTimeMs, long nowNs, long openNs) {
    byte[] heard = muted ? silence(length) : bytes;
    int from = muted ? 0 : offset;
    if (tape != null && tape.isOn()) {
      tape.caller(heard, from, length, mediaTimeMs, openNs / 1e6);
    }
    hearing.audio(heard, from, length);
    vad.frame(heard, from, length);
    return gate.frame(vad.voiced(), format.millisOf(length), nowNs);
  }

  SoundGate gate() {
    return gate;
  }

  private byte[] silence(int length) {
    if (silence.length < length) {
      silence = new byte[length];
      boolean ulaw = format.encoding() == AudioFormat.Encoding.ULAW;
      Arrays.fill(silence, ulaw ? Ulaw.SILENCE : 0);
    }
    return silence;
  }
}
