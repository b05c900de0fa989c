package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A voice that takes 60 ms a character and sends it in chunks of 200 ms, faster than real time.
/// The audio of the n-th utterance consists of the byte n, so that a line can tell what it plays.
public final class ScriptedMouth implements TextToSpeech {
  public static final int MS_PER_CHAR = 60;
  private static final int CHUNK_MS = 200;

  /// As many may be asked for before a failed one is tried again.
  private static final int AHEAD = 4;

  private final List<String> spoken = new ArrayList<>();
  private final Map<String, Byte> failed = new HashMap<>();
  private Duration firstAudio = Duration.ofMillis(100);
  private Duration betweenChunks = Duration.ofMillis(50);
  private boolean timings = true;
  private int failures;

  public ScriptedMouth firstAudioAfter(Duration delay) {
    firstAudio = delay;
    return this;
  }

  public ScriptedMouth betweenChunks(Duration gap) {
    betweenChunks = gap;
    return this;
  }

  public ScriptedMouth withoutTimings() {
    timings = false;
    return this;
  }

  /// The next `times` utterances fail before their first sound.
  public ScriptedMouth failing(int times) {
    failures = times;
    return this;
  }

  /// What it was asked to say; a second try at what failed is not told again.
  public List<String> spoken() {
    return spoken;
  }

  @Override
  public String name() {
    return "scripted";
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
    var again = failed.remove(text);
    if (again != null && spoken.size() - again > AHEAD) {
      again = null; // a filler said anew, not a second try
    }
    if (again == null) {
      spoken.add(text);
    }
    byte code = again == null ? (byte) spoken.size() : again;
    var take = new Take(text, code, format, loop, to);
    if (failures > 0) {
      failures--;
      failed.put(text, code);
      loop.schedule(take::fail, firstAudio);
    } else {
      loop.schedule(take::begin, firstAudio);
    }
    return take;
  }

  private final class Take implements Speaking {
    private final String text;
    private final byte code;
    private final AudioFormat format;
    private final MediaLoop loop;
    private final Listener to;
    private int leftMs;
    private boolean cancelled;

    Take(String text, byte code, AudioFormat format, MediaLoop loop, Listener to) {
      this.text = text;
      this.code = code;
      this.format = format;
      this.loop = loop;
      this.to = to;
      this.leftMs = text.length() * MS_PER_CHAR;
    }

    void fail() {
      if (!cancelled) {
        to.failed(new Failure.Retryable("scripted"));
      }
    }

    void begin() {
      if (!cancelled && timings) {
        to.timings(timingsOf(text));
      }
      chunk();
    }

    private void chunk() {
      if (cancelled) {
        return;
      }
      if (leftMs <= 0) {
        to.finished();
        return;
      }
      int ms = Math.min(CHUNK_MS, leftMs);
      leftMs -= ms;
      var bytes = new byte[format.bytesOf(ms)];
      Arrays.fill(bytes, code);
      to.audio(bytes);
      loop.schedule(this::chunk, betweenChunks);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  static List<WordTiming> timingsOf(String text) {
    var words = new ArrayList<WordTiming>();
    int from = 0;
    for (var word : text.split(" ")) {
      int to = from + word.length();
      words.add(new WordTiming(from, to, from * MS_PER_CHAR, to * MS_PER_CHAR));
      from = to + 1;
    }
    return words;
  }
}
