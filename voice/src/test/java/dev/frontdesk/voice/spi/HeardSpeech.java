package dev.frontdesk.voice.spi;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.ProviderResult.Failure;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps what a voice gave for one utterance, and everything it did that the port forbids.
final class HeardSpeech implements TextToSpeech.Listener {
  private final MediaLoop loop;
  private final AudioFormat format;
  private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
  private final List<WordTiming> words = new ArrayList<>();
  private final List<String> wrongs = new ArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Runnable onFirstAudio = () -> {};
  private boolean cancelled;
  private int ends;
  private String failure = "";

  HeardSpeech(MediaLoop loop, AudioFormat format) {
    this.loop = loop;
    this.format = format;
  }

  HeardSpeech onFirstAudio(Runnable act) {
    onFirstAudio = act;
    return this;
  }

  /// Called on the loop, together with `Speaking.cancel`.
  synchronized void cancelled() {
    cancelled = true;
  }

  @Override
  public synchronized void audio(byte[] bytes) {
    came("audio");
    if (bytes.length == 0 || bytes.length % format.encoding().bytesPerSample() != 0) {
      wrongs.add(bytes.length + " bytes are not whole samples");
    }
    boolean isFirst = audio.size() == 0;
    audio.writeBytes(bytes);
    if (isFirst) {
      onFirstAudio.run();
      first.countDown();
    }
  }

  @Override
  public synchronized void timings(List<WordTiming> more) {
    came("timings");
    words.addAll(more);
  }

  @Override
  public synchronized void finished() {
    end("finished");
  }

  @Override
  public synchronized void failed(Failure why) {
    failure = why.toString();
    end("failed");
  }

  boolean awaitFirstAudio() throws InterruptedException {
    return first.await(30, TimeUnit.SECONDS);
  }

  boolean awaitEnd() throws InterruptedException {
    return ended.await(30, TimeUnit.SECONDS);
  }

  synchronized byte[] audio() {
    return audio.toByteArray();
  }

  synchronized double millis() {
    return format.millisOf(audio.size());
  }

  synchronized List<WordTiming> words() {
    return List.copyOf(words);
  }

  synchronized List<String> wrongs() {
    return List.copyOf(wrongs);
  }

  synchronized int ends() {
    return ends;
  }

  synchronized String failure() {
    return failure;
  }

  private void end(String what) {
    came(what);
    ends++;
    ended.countDown();
  }

  private void came(String what) {
    if (!loop.inLoop()) {
      wrongs.add(what + " came off the loop");
    }
    if (ends > 0) {
      wrongs.add(what + " came after the end");
    }
    if (cancelled) {
      wrongs.add(what + " came after cancel");
    }
  }
}
