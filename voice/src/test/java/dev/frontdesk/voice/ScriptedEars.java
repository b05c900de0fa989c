package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.ListeningHint;
import dev.frontdesk.voice.spi.SpeechToText;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A recogniser that hears what a test tells it: words become an interim some time after they were
/// said, and final some time after a flush. One line at a time.
public final class ScriptedEars implements SpeechToText {
  public static final Duration INTERIM_AFTER = Duration.ofMillis(150);
  public static final Duration FINAL_AFTER = Duration.ofMillis(100);

  private final List<ListeningHint> hints = new ArrayList<>();
  private final StringBuilder unsettled = new StringBuilder();
  private Listener listener = _ -> {};
  private MediaLoop.Timer pending = () -> {};
  private boolean interims = true;
  private Duration finalAfter = FINAL_AFTER;
  private int opened;
  private int frames;
  private int loudFrames;
  private int flushes;

  /// From now on it tells nothing before the flush, like a recogniser of whole utterances.
  public ScriptedEars withoutInterims() {
    interims = false;
    return this;
  }

  /// A final comes this long after a flush.
  public ScriptedEars finalAfter(Duration delay) {
    finalAfter = delay;
    return this;
  }

  /// Reports `heard` at once.
  public void hears(Heard heard) {
    listener.heard(heard);
  }

  /// The caller has just finished saying `word`; called on the loop.
  public void wordSaid(String word, MediaLoop loop) {
    unsettled.append(unsettled.isEmpty() ? "" : " ").append(word);
    if (interims) {
      loop.schedule(
          () -> {
            if (!unsettled.isEmpty()) {
              listener.heard(new Heard.Interim(new Transcript(unsettled.toString())));
            }
          },
          INTERIM_AFTER);
    }
  }

  public List<ListeningHint> hints() {
    return hints;
  }

  public int timesOpened() {
    return opened;
  }

  public int flushes() {
    return flushes;
  }

  public int framesHeard() {
    return frames;
  }

  /// Those that were not silence.
  public int loudFrames() {
    return loudFrames;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public AudioFormat accepts(AudioFormat leg) {
    return leg;
  }

  @Override
  public Duration lateFinal() {
    return Duration.ofMillis(350);
  }

  @Override
  public Ears open(
      CallId call, AudioFormat format, ListeningHint hint, MediaLoop loop, Listener to) {
    opened++;
    listener = to;
    return new Line(loop);
  }

  private final class Line implements Ears {
    private final MediaLoop loop;

    Line(MediaLoop loop) {
      this.loop = loop;
    }

    @Override
    public void audio(byte[] bytes, int offset, int length) {
      frames++;
      if (bytes[offset] != (byte) 0xff) {
        loudFrames++;
      }
    }

    @Override
    public void expect(ListeningHint hint) {
      hints.add(hint);
    }

    @Override
    public void flush() {
      flushes++;
      pending.cancel();
      pending =
          loop.schedule(
              () -> {
                if (!unsettled.isEmpty()) {
                  var text = new Transcript(unsettled.toString());
                  unsettled.setLength(0);
                  listener.heard(new Heard.Final(text, true));
                }
              },
              finalAfter);
    }

    @Override
    public void close() {
      listener = _ -> {};
    }
  }
}
