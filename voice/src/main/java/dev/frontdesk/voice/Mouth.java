package dev.frontdesk.voice;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.FormatConverter;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Has utterances turned into audio, a few at a time and in order. Tries again when a voice fails
/// before its first sound; afterwards what came stands.
final class Mouth {
  private static final int AT_ONCE = 2;
  private static final int ATTEMPTS = 2;
  private static final int HOPELESS = 2;
  private static final Duration STALLED = Duration.ofSeconds(5);

  private final TextToSpeech voice;
  private final CallId call;
  private final Locale language;
  private final AudioFormat leg;
  private final AudioFormat format;
  private final MediaLoop loop;
  private final Listener listener;
  private final ArrayDeque<Utterance> waiting = new ArrayDeque<>();
  private final List<Take> takes = new ArrayList<>();
  private int failuresInARow;

  /// Called on the loop.
  interface Listener {
    /// The voice was asked for it.
    void asked(Utterance utterance);

    /// Its first audio has come.
    void began(Utterance utterance);

    /// More audio, or none will follow.
    void moved(Utterance utterance);

    void mishap(Mishap mishap);

    /// It fails again and again.
    void gone();
  }

  Mouth(
      TextToSpeech voice,
      CallId call,
      Locale language,
      AudioFormat leg,
      MediaLoop loop,
      Listener listener) {
    this.voice = voice;
    this.call = call;
    this.language = language;
    this.leg = leg;
    this.format = voice.gives(leg);
    this.loop = loop;
    this.listener = listener;
  }

  void speak(Utterance utterance) {
    waiting.add(utterance);
    startNext();
  }

  /// Stops all that is under way or waiting.
  void clear() {
    waiting.clear();
    for (var take : List.copyOf(takes)) {
      take.stop();
    }
    takes.clear();
  }

  private void startNext() {
    while (takes.size() < AT_ONCE && !waiting.isEmpty()) {
      new Take(waiting.remove(), 1).start();
    }
  }

  /// One try at one utterance.
  private final class Take implements TextToSpeech.Listener {
    private final Utterance utterance;
    private final int attempt;
    private final @Nullable FormatConverter converter =
        format.equals(leg) ? null : new FormatConverter(format, leg);
    private boolean over;
    private boolean progressed;
    private TextToSpeech.@Nullable Speaking speaking;
    private MediaLoop.@Nullable Timer watch;

    Take(Utterance utterance, int attempt) {
      this.utterance = utterance;
      this.attempt = attempt;
    }

    void start() {
      takes.add(this);
      listener.asked(utterance);
      watch = loop.schedule(this::watch, STALLED);
      speaking = voice.speak(call, utterance.text, language, format, loop, this);
    }

    @Override
    public void audio(byte[] bytes) {
      if (over) {
        listener.mishap(Mishap.LATE_SPEECH);
        return;
      }
      progressed = true;
      boolean first = !utterance.hasAudio();
      utterance.arrived(converter == null ? bytes : converter.convert(bytes, 0, bytes.length));
      if (first && utterance.hasAudio()) {
        failuresInARow = 0;
        listener.began(utterance);
      }
      listener.moved(utterance);
    }

    @Override
    public void timings(List<WordTiming> words) {
      if (!over) {
        utterance.timings.addAll(words);
      }
    }

    @Override
    public void finished() {
      if (!over) {
        end();
        if (converter != null) {
          utterance.arrived(converter.drain());
        }
        utterance.complete();
        startNext();
        listener.moved(utterance);
      }
    }

    @Override
    public void failed(Failure failure) {
      if (over) {
        return;
      }
      end();
      listener.mishap(Mishap.SPEECH_FAILED);
      if (!utterance.hasAudio() && attempt < ATTEMPTS) {
        new Take(utterance, attempt + 1).start();
        return;
      }
      failuresInARow++;
      utterance.complete();
      if (failuresInARow >= HOPELESS) {
        listener.gone();
        return;
      }
      startNext();
      listener.moved(utterance);
    }

    void stop() {
      end();
      if (speaking != null) {
        speaking.cancel();
      }
    }

    private void watch() {
      if (over) {
        return;
      }
      if (progressed) {
        progressed = false;
        watch = loop.schedule(this::watch, STALLED);
        return;
      }
      if (speaking != null) {
        speaking.cancel();
      }
      failed(new Failure.Retryable("no audio in time"));
    }

    private void end() {
      over = true;
      takes.remove(this);
      if (watch != null) {
        watch.cancel();
      }
    }
  }
}
