package dev.frontdesk.voice.spi;

import dev.frontdesk.media.MediaLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Keeps what a recogniser reported, and everything it did that the port forbids.
final class HeardWords implements SpeechToText.Listener {
  private final MediaLoop loop;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Heard> all = new ArrayList<>();
  private final List<String> wrongs = new ArrayList<>();
  private boolean closed;

  HeardWords(MediaLoop loop) {
    this.loop = loop;
  }

  /// Called on the loop, together with `Ears.close`.
  void closed() {
    lock.lock();
    closed = true;
    lock.unlock();
  }

  @Override
  public void heard(Heard heard) {
    lock.lock();
    try {
      if (!loop.inLoop()) {
        wrongs.add(heard.getClass().getSimpleName() + " came off the loop");
      }
      if (closed) {
        wrongs.add(heard.getClass().getSimpleName() + " came after close");
      }
      all.add(heard);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the finals together say `words`; what they say in the end.
  String awaitFinals(String words) throws InterruptedException {
    long nanos = TimeUnit.SECONDS.toNanos(30);
    lock.lock();
    try {
      while (!finals().equals(words) && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return finals();
    } finally {
      lock.unlock();
    }
  }

  /// The finals so far in one line, lower case, without punctuation.
  String finals() {
    lock.lock();
    try {
      return all.stream()
          .map(
              heard ->
                  switch (heard) {
                    case Heard.Final(var text, _) -> text.text();
                    case Heard.EndOfTurn(var turn, _) -> turn.text();
                    case Heard.Interim _,
                        Heard.EagerEndOfTurn _,
                        Heard.TurnResumed _,
                        Heard.Lost _ ->
                        "";
                  })
          .map(SpeechToTextContract::plain)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" "));
    } finally {
      lock.unlock();
    }
  }

  List<String> wrongs() {
    lock.lock();
    try {
      return List.copyOf(wrongs);
    } finally {
      lock.unlock();
    }
  }
}
