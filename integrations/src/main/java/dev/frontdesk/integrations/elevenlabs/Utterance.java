package dev.frontdesk.integrations.elevenlabs;

import dev.frontdesk.integrations.wire.CallLoop;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.TextToSpeech.Listener;
import dev.frontdesk.voice.spi.TextToSpeech.Speaking;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.Arrays;
import java.util.List;

/// One utterance under way: from the vendor's messages to the listener on the call's loop.
final class Utterance implements Speaking {
  private final String text;
  private final AudioFormat format;
  private final CallLoop loop;
  private final Listener to;
  private final WordClock words;
  private byte[] half = {};
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
    byte[] audio = wholeSamples(message.audio());
    bytesHeard += audio.length;
    if (audio.length > 0) {
      tell(() -> to.audio(audio));
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

  /// A chunk may end in the middle of a sample; its first half waits for the next chunk.
  private byte[] wholeSamples(byte[] audio) {
    int length = half.length + audio.length;
    int whole = length - length % format.encoding().bytesPerSample();
    if (half.length == 0 && whole == audio.length) {
      return audio;
    }
    byte[] joined = Arrays.copyOf(half, length);
    System.arraycopy(audio, 0, joined, half.length, audio.length);
    half = Arrays.copyOfRange(joined, whole, length);
    return Arrays.copyOf(joined, whole);
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
