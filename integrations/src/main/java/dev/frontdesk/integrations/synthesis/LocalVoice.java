package dev.frontdesk.integrations.synthesis;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.TextToSpeech;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A synthesiser of this machine as a voice for calls. Computes on a few threads of its own, never
/// on a call's loop; the utterances that wait for one are bounded, and one too many fails at once.
///
/// Speaks one language, whatever the language asked for.
public final class LocalVoice implements TextToSpeech, AutoCloseable {
  private static final int MOST_WAITING = 500;

  private final Synthesiser synthesiser;
  private final int wordsPerMinute;
  private final ThreadPoolExecutor threads;

  public LocalVoice(Synthesiser synthesiser, int wordsPerMinute) {
    this.synthesiser = synthesiser;
    this.wordsPerMinute = wordsPerMinute;
    int most = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("voice-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public String name() {
    return synthesiser.name();
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
    var utterance =
        new LocalUtterance(synthesiser, text, wordsPerMinute, format, loop, to);
    try {
      threads.execute(utterance);
    } catch (RejectedExecutionException full) {
      utterance.fail(
          new Failure.Retryable(
              "%d utterances wait for a voice".formatted(threads.getQueue().size())));
    }
    return utterance;
  }

  /// What is being spoken is cut off without an end.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
