package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.voice.spi.Heard;
import dev.frontdesk.voice.spi.SpeechToText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// What a recogniser told, to be waited for.
final class HeardLog implements SpeechToText.Listener {
  private final BlockingQueue<Heard> queue = new LinkedBlockingQueue<>();
  private final List<Heard> all = new ArrayList<>();

  @Override
  public void heard(Heard heard) {
    queue.add(heard);
  }

  /// Waits for the next of a kind, passing over others.
  <T extends Heard> T next(Class<T> kind) {
    while (true) {
      var heard = poll();
      assertThat(heard).as("waiting for %s after %s", kind.getSimpleName(), all).isNotNull();
      all.add(heard);
      if (kind.isInstance(heard)) {
        return kind.cast(heard);
      }
    }
  }

  /// Waits for the end of speech and gives the finals up to it, joined.
  String utterance() {
    var text = new ArrayList<String>();
    Heard.Final last;
    do {
      last = next(Heard.Final.class);
      text.add(last.text().text());
    } while (!last.endOfSpeech());
    return text.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  List<Heard> passed() {
    return all;
  }

  void forget() {
    queue.clear();
  }

  boolean isQuiet() {
    return queue.isEmpty();
  }

  private Heard poll() {
    try {
      return queue.poll(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
