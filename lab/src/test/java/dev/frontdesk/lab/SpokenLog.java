package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a voice gave, to be waited for.
final class SpokenLog implements TextToSpeech.Listener {
  private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
  private final List<WordTiming> words = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Optional<Failure> failure = Optional.empty();
  private int endings;

  @Override
  public synchronized void audio(byte[] bytes) {
    audio.writeBytes(bytes);
    begun.countDown();
  }

  @Override
  public synchronized void timings(List<WordTiming> timed) {
    words.addAll(timed);
  }

  @Override
  public synchronized void finished() {
    endings++;
    ended.countDown();
  }

  @Override
  public synchronized void failed(Failure why) {
    failure = Optional.of(why);
    finished();
  }

  SpokenLog awaitAudio() {
    await(begun);
    return this;
  }

  SpokenLog awaitEnd() {
    await(ended);
    return this;
  }

  synchronized byte[] audio() {
    return audio.toByteArray();
  }

  synchronized List<WordTiming> words() {
    return List.copyOf(words);
  }

  synchronized Optional<Failure> failure() {
    return failure;
  }

  synchronized int endings() {
    return endings;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
