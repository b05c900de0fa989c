package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;

/// A recogniser without a wire, for runs under virtual time: hears the words of known clips once
/// their sound has arrived, and settles them after a short silence.
final class TextEars implements SpeechToText {
  private static final int SETTLES_AFTER_MS = 200;

  private final ClipRegistry clips;

  TextEars(ClipRegistry clips) {
    this.clips = clips;
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public AudioFormat accepts(AudioFormat leg) {
    return leg;
  }

  @Override
  public Duration lateFinal() {
    return Duration.ofMillis(300);
  }

  @Override
  public Ears open(
      CallId call, AudioFormat format, ListeningHint hint, MediaLoop loop, Listener listener) {
    return new Listening(new SimulatedHearing(clips, format), loop, listener);
  }

  private static final class Listening implements Ears {
    private final SimulatedHearing hearing;
    private final MediaLoop loop;
    private final Listener listener;
    private final StringBuilder unsettled = new StringBuilder();
    private boolean closed;

    Listening(SimulatedHearing hearing, MediaLoop loop, Listener listener) {
      this.hearing = hearing;
      this.loop = loop;
      this.listener = listener;
    }

    @Override
    public void audio(byte[] bytes, int offset, int length) {
      hearing.hear(bytes, offset, length);
      var words = hearing.takeWords();
      for (var word : words) {
        unsettled.append(unsettled.isEmpty() ? "" : " ").append(word.text());
      }
      if (!words.isEmpty()) {
        tell(new Heard.Interim(new Transcript(unsettled.toString())));
      } else if (hearing.silentMs() >= SETTLES_AFTER_MS) {
        settle(true);
      }
    }

    @Override
    public void expect(ListeningHint hint) {}

    @Override
    public void flush() {
      settle(false);
    }

    @Override
    public void close() {
      closed = true;
    }

    private void settle(boolean endOfSpeech) {
      if (!unsettled.isEmpty()) {
        var text = new Transcript(unsettled.toString());
        unsettled.setLength(0);
        tell(new Heard.Final(text, endOfSpeech));
      }
    }

    private void tell(Heard heard) {
      loop.execute(
          () -> {
            if (!closed) {
              listener.heard(heard);
            }
          });
    }
  }
}
