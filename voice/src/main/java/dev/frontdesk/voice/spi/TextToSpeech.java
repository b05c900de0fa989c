package dev.frontdesk.voice.spi;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import java.util.List;
import java.util.Locale;

/// A voice. Implemented in `integrations` and `lab`; one instance serves all calls.
public interface TextToSpeech {

  /// Names what spoke, for reports: `elevenlabs-flash-v2.5`, `freetts`.
  String name();

  /// The format this voice gives for a leg that carries `leg`; equal to it where it can be.
  AudioFormat gives(AudioFormat leg);

  /// Makes a connection ready so that the first `speak` of a call does not wait for one.
  void prepare(CallId call, MediaLoop loop);

  /// Speaks `text` (one or a few sentences). Returns at once; every callback runs on `loop`:
  /// any number of `audio` and `timings`, then exactly one of `finished` or `failed`, unless
  /// cancelled, after which none comes.
  Speaking speak(
      CallId call, String text, Locale language, AudioFormat format, MediaLoop loop, Listener to);

  /// One utterance under way.
  interface Speaking {
    void cancel();
  }

  /// Called on the loop.
  interface Listener {
    /// The next stretch of audio, whole samples; the array belongs to the receiver.
    void audio(byte[] bytes);

    /// When words sound, counted from the utterance's first sample. Optional; later lists follow
    /// on from earlier ones.
    void timings(List<WordTiming> words);

    void finished();

    void failed(Failure failure);
  }

  /// @param fromChar  where the word begins in the text given to `speak`
  /// @param toChar    one past its last character
  record WordTiming(int fromChar, int toChar, int startMs, int endMs) {}
}
