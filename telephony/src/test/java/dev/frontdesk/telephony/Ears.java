package dev.frontdesk.telephony;

import dev.frontdesk.media.AudioIn;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.media.MediaLoop;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// An answerer that writes down what it hears, for tests.
public final class Ears implements LegAnswerer {
  public final BlockingQueue<Answered> answered = new LinkedBlockingQueue<>();
  public final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

  public record Answered(AnsweredLeg leg, AudioOut out, MediaLoop loop) {
    /// Does something on the call's loop, where it must be done.
    public void on(Consumer<AudioOut> act) {
      loop.execute(() -> act.accept(out));
    }
  }

  public record Audio(int bytes, int first, long mediaTimeMs) {}

  public record Mark(String name) {}

  public record Key(char key) {}

  public record Closed(boolean carrierEnded) {}

  @Override
  public AudioIn answer(AnsweredLeg leg, AudioOut out, MediaLoop loop) {
    answered.add(new Answered(leg, out, loop));
    return new AudioIn() {
      @Override
      public void audio(byte[] bytes, int offset, int length, long mediaTimeMs) {
        heard.add(new Audio(length, length == 0 ? 0 : bytes[offset] & 0xff, mediaTimeMs));
      }

      @Override
      public void markReached(String name) {
        heard.add(new Mark(name));
      }

      @Override
      public void keyPressed(char key) {
        heard.add(new Key(key));
      }

      @Override
      public void closed(boolean carrierEnded) {
        heard.add(new Closed(carrierEnded));
      }
    };
  }

  public Answered nextCall() throws InterruptedException {
    var next = answered.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no leg was answered");
    }
    return next;
  }

  public Object next() throws InterruptedException {
    var next = heard.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was heard");
    }
    return next;
  }
}
