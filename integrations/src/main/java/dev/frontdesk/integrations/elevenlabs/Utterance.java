package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.integrations.wire.CallLoop;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.TextToSpeech.Listener;
import dev.frontdesk.voice.spi.TextToSpeech.Speaking;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.List;

/// One utterance under way: from the vendor's messages to the listener on the call's loop.
final class Utterance implements Speaking {
  private final String text;
  private final AudioFormat format;
  private final CallLoop loop;
  private final Listener to;
  private final WordClock words;
  private long bytesHeard;
  private boolean retried;
  private volatile boolean cancelled;

  Utterance(String text, AudioFormat format, CallLoop loop, Listener to) {
    this.text = text;
    this.format = format;
    this.loop = loop;
    this.to = to;
    this.words = new WordClock(text);
  }

  String text() {
    return text;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  /// Whether another connection may be tried, once, after this failure.
  boolean mayRetry(Failure failure) {
    boolean first = !retried && bytesHeard == 0 && !cancelled;
    retried = true;
    return first && failure instanceof Failure.Retryable;
  }

  void heard(ElevenLabsMessage message) {
    if (cancelled) {
      return;
    }
    int offsetMs = (int) format.millisOf((int) bytesHeard);
    var timings = words.take(message.alignment(), offsetMs);
    bytesHeard += message.audio().length;
    if (message.audio().length > 0) {
      tell(() -> to.audio(message.audio()));
    }
    timings(timings);
  }

  void finished() {
    timings(words.finish());
    tell(to::finished);
  }

  void failed(Failure failure) {
    tell(() -> to.failed(failure));
  }

  private void timings(List<WordTiming> timings) {
    if (!timings.isEmpty()) {
      tell(() -> to.timings(timings));
    }
  }

  private void tell(Runnable news) {
    loop.onCall(
        () -> {
          if (!cancelled) {
            news.run();
          }
        });
  }
}
