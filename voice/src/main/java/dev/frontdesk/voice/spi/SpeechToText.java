package dev.frontdesk.voice.spi;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import java.time.Duration;

/// A recogniser. Implemented in `integrations` and `lab`; one instance serves all calls.
public interface SpeechToText {

  /// Names what heard, for reports: `deepgram-nova-3`, `pocketsphinx`.
  String name();

  /// The format this recogniser wants for a leg that carries `leg`; equal to it where it can be.
  AudioFormat accepts(AudioFormat leg);

  /// How long after the caller's last sound a final may still come, at the 99th percentile.
  Duration lateFinal();

  /// Starts listening for one call and returns at once; the connection may still be under way, and
  /// audio handed over meanwhile is kept, bounded. Every callback runs on `loop`.
  Ears open(CallId call, AudioFormat format, ListeningHint hint, MediaLoop loop, Listener listener);

  /// One call's open line to the recogniser. Called on the loop only; calls after `close` do
  /// nothing.
  interface Ears {
    /// The array is the caller's again as soon as this returns.
    void audio(byte[] bytes, int offset, int length);

    /// What the caller is likely to say next. Recognisers that cannot use it ignore it.
    void expect(ListeningHint hint);

    /// The caller has stopped: send what you have. The answer comes as `Heard.Final`, or never.
    void flush();

    void close();
  }

  /// Called on the loop.
  @FunctionalInterface
  interface Listener {
    void heard(Heard heard);
  }
}
