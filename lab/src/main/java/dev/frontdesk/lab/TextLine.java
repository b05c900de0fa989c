package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.AudioIn;
import dev.frontdesk.media.AudioOut;
import dev.frontdesk.lab.PersonAtPhone.PickUp;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.voice.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A line without a wire: the caller's frames go straight to the conversation and its audio plays
/// out here, under virtual time.
final class TextLine implements CallLine, AudioOut {
  private static final Duration RINGS_FOR = Duration.ofSeconds(5);

  private final MediaLoop loop;
  private final String call;
  private final BiFunction<AudioOut, Opening, AudioIn> answerer;
  private final Optional<PersonAtPhone> person;
  private final Playout playout = new Playout(AudioFormat.PHONE.frameBytes());
  private @Nullable Ear ear;
  private @Nullable AudioIn conversation;
  private boolean over;

  /// @param answerer opens the conversation that talks on this line
  /// @param person   who may be rung for the caller
  TextLine(
      MediaLoop loop,
      String call,
      BiFunction<AudioOut, Opening, AudioIn> answerer,
      Optional<PersonAtPhone> person) {
    this.loop = loop;
    this.call = call;
    this.answerer = answerer;
    this.person = person;
  }

  @Override
  public AudioFormat format() {
    return AudioFormat.PHONE;
  }

  @Override
  public MediaLoop loop() {
    return loop;
  }

  @Override
  public Playout playout() {
    return playout;
  }

  @Override
  public void dial(Ear listener) {
    ear = listener;
    conversation = answerer.apply(this, Opening.NEW);
    listener.answered(call);
  }

  @Override
  public void frame(byte[] audio, long slice) {
    if (conversation != null && !over) {
      conversation.audio(audio, 0, audio.length, slice * AudioFormat.FRAME_MILLIS);
    }
  }

  @Override
  public void tick() {
    reached(playout.tick());
  }

  @Override
  public boolean signalsKeys() {
    return true;
  }

  @Override
  public void press(char key) {
    if (conversation != null && !over) {
      conversation.keyPressed(key);
    }
  }

  @Override
  public void hangUp() {
    end();
  }

  @Override
  public void play(byte[] bytes, int offset, int length) {
    if (ear != null && !over) {
      ear.agentAudio(playout.arrived(length));
    }
  }

  @Override
  public void mark(String name) {
    playout.mark(name);
  }

  @Override
  public void clear() {
    reached(playout.clear());
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public void hangUp(String reason) {
    end();
  }

  @Override
  public void transfer(String target) {
    conversation = null;
    playout.clear();
    boolean answered =
        person
            .filter(who -> who.phone().e164().equals(target) && who.pickUp() == PickUp.ANSWERS)
            .isPresent();
    loop.schedule(answered ? this::end : this::comeBack, RINGS_FOR);
  }

  private void comeBack() {
    if (!over) {
      conversation = answerer.apply(this, Opening.NOT_PUT_THROUGH);
    }
  }

  private void reached(List<String> marks) {
    for (var name : marks) {
      loop.execute(
          () -> {
            if (conversation != null && !over) {
              conversation.markReached(name);
            }
          });
    }
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    loop.execute(
        () -> {
          if (conversation != null) {
            conversation.closed(true);
          }
          if (ear != null) {
            ear.ended("");
          }
        });
  }
}
