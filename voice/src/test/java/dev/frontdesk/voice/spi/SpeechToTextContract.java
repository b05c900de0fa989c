package dev.frontdesk.voice.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.media.Ulaw;
import dev.frontdesk.vocabulary.CallId;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What voice relies on in every `SpeechToText`. An adapter's test extends this and gives the
/// recogniser together with sound that it understands.
public abstract class SpeechToTextContract {
  private final ThreadLoop ownLoop = new ThreadLoop();
  private MediaLoop loop = ownLoop;
  private SpeechToText hearing;
  private AudioFormat format = AudioFormat.PHONE;

  /// The recogniser under test; closing it is the subclass's business.
  protected abstract SpeechToText hearing();

  /// Someone saying `words()`, in `format`, without silence around it.
  protected abstract byte[] speech(AudioFormat format);

  /// What a recogniser makes of `speech`, lower case, without punctuation.
  protected abstract String words();

  /// What the caller is expected to say.
  protected ListeningHint hint() {
    return ListeningHint.OPEN;
  }

  /// The leg's format.
  protected AudioFormat leg() {
    return AudioFormat.PHONE;
  }

  /// The loop to call it on; a thread of its own unless the adapter needs another kind.
  protected MediaLoop loop() {
    return ownLoop;
  }

  @BeforeEach
  final void open() {
    loop = loop();
    hearing = hearing();
    format = hearing.accepts(leg());
  }

  @AfterEach
  final void closeLoop() {
    ownLoop.close();
  }

  @Test
  void what_was_said_becomes_finals() throws InterruptedException {
    var heard = new HeardWords(loop);
    var ears = listen("c1", heard);

    say(ears);

    assertThat(heard.awaitFinals(words())).isEqualTo(words());
    assertThat(heard.wrongs()).isEmpty();
    LoopCalls.run(loop, ears::close);
  }

  @Test
  void a_second_utterance_is_heard_too() throws InterruptedException {
    var heard = new HeardWords(loop);
    var ears = listen("c1", heard);

    say(ears);
    assertThat(heard.awaitFinals(words())).isEqualTo(words());
    LoopCalls.run(loop, () -> ears.expect(hint()));
    say(ears);

    assertThat(heard.awaitFinals(words() + " " + words())).isEqualTo(words() + " " + words());
    LoopCalls.run(loop, ears::close);
  }

  @Test
  void silence_is_not_words() throws InterruptedException {
    var quiet = new HeardWords(loop);
    var silent = listen("c1", quiet);
    var heard = new HeardWords(loop);
    var ears = listen("c2", heard);

    LoopCalls.run(
        loop,
        () -> {
          feed(silent, silence(1_000));
          silent.flush();
        });
    say(ears);

    // Had silence been words, they would have come while the other call was understood.
    assertThat(heard.awaitFinals(words())).isEqualTo(words());
    assertThat(quiet.finals()).isEmpty();
    LoopCalls.run(loop, silent::close);
    LoopCalls.run(loop, ears::close);
  }

  @Test
  void nothing_comes_after_close_and_calls_do_nothing_then() throws InterruptedException {
    var gone = new HeardWords(loop);
    var closed = listen("c1", gone);
    LoopCalls.run(
        loop,
        () -> {
          feed(closed, speech(format));
          closed.close();
          gone.closed();
          closed.flush();
          closed.expect(hint());
          closed.audio(new byte[format.frameBytes()], 0, format.frameBytes());
          closed.close();
        });

    var heard = new HeardWords(loop);
    var ears = listen("c2", heard);
    say(ears);

    assertThat(heard.awaitFinals(words())).isEqualTo(words());
    assertThat(gone.wrongs()).isEmpty();
    LoopCalls.run(loop, ears::close);
  }

  @Test
  void calls_heard_at_once_do_not_mix() throws InterruptedException {
    var first = new HeardWords(loop);
    var second = new HeardWords(loop);
    var one = listen("c1", first);
    var two = listen("c2", second);

    say(one);
    say(two);

    assertThat(first.awaitFinals(words())).isEqualTo(words());
    assertThat(second.awaitFinals(words())).isEqualTo(words());
    LoopCalls.run(loop, one::close);
    LoopCalls.run(loop, two::close);
  }

  /// Lower case, without punctuation, one space between words.
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ").strip();
  }

  private SpeechToText.Ears listen(String call, HeardWords heard) {
    return LoopCalls.on(loop, () -> hearing.open(new CallId(call), format, hint(), loop, heard));
  }

  private void say(SpeechToText.Ears ears) {
    LoopCalls.run(
        loop,
        () -> {
          feed(ears, silence(300));
          feed(ears, speech(format));
          feed(ears, silence(500));
          ears.flush();
        });
  }

  /// Frame by frame in one array that is used again and again, as telephony does.
  private void feed(SpeechToText.Ears ears, byte[] sound) {
    byte[] frame = new byte[format.frameBytes()];
    for (int at = 0; at < sound.length; at += frame.length) {
      int length = Math.min(frame.length, sound.length - at);
      System.arraycopy(sound, at, frame, 0, length);
      ears.audio(frame, 0, length);
      Arrays.fill(frame, (byte) 0x55);
    }
  }

  private byte[] silence(int millis) {
    byte[] silence = new byte[format.bytesOf(millis)];
    switch (format.encoding()) {
      case ULAW -> Arrays.fill(silence, Ulaw.SILENCE);
      case L16 -> {}
    }
    return silence;
  }
}
