package dev.frontdesk.voice.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.media.MediaLoop;
import dev.frontdesk.vocabulary.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What voice relies on in every `TextToSpeech`. An adapter's test extends this and gives the
/// voice, connected to whatever it speaks with; each test method may ask for a new one.
public abstract class TextToSpeechContract {
  private static final String TEXT = "Your haircut is on Wednesday at ten. Shall I book it for you?";

  private final ThreadLoop ownLoop = new ThreadLoop();
  private MediaLoop loop = ownLoop;
  private TextToSpeech voice;

  /// The voice under test; closing it is the subclass's business.
  protected abstract TextToSpeech voice();

  /// The loop to call it on; a thread of its own unless the adapter needs another kind.
  protected MediaLoop loop() {
    return ownLoop;
  }

  @BeforeEach
  final void open() {
    loop = loop();
    voice = voice();
  }

  @AfterEach
  final void closeLoop() {
    ownLoop.close();
  }

  @ParameterizedTest
  @CsvSource({"ULAW,8000", "L16,16000", "L16,24000", "L16,8000"})
  void an_utterance_is_sound_of_speaking_length_and_one_end(
      AudioFormat.Encoding encoding, int rateHz) throws InterruptedException {
    var spoken = speak("c1", TEXT, new AudioFormat(encoding, rateHz));

    assertThat(spoken.awaitEnd()).as("ended").isTrue();
    assertThat(spoken.failure()).isEmpty();
    assertThat(spoken.wrongs()).isEmpty();
    assertThat(spoken.millis()).isBetween(1_500.0, 15_000.0);
  }

  @Test
  void words_are_timed_in_order_within_text_and_sound_or_not_at_all() throws InterruptedException {
    var spoken = speak("c1", TEXT, AudioFormat.PHONE);
    assertThat(spoken.awaitEnd()).isTrue();

    int lastChar = 0;
    int lastMs = 0;
    for (var word : spoken.words()) {
      assertThat(word.fromChar()).isGreaterThanOrEqualTo(lastChar);
      assertThat(word.toChar()).isGreaterThan(word.fromChar()).isLessThanOrEqualTo(TEXT.length());
      assertThat(word.startMs()).isGreaterThanOrEqualTo(lastMs);
      assertThat(word.endMs()).isGreaterThanOrEqualTo(word.startMs());
      lastChar = word.toChar();
      lastMs = word.startMs();
    }
    assertThat((double) lastMs).isLessThanOrEqualTo(spoken.millis());
  }

  @Test
  void nothing_comes_after_cancel() throws InterruptedException {
    var speaking = new ArrayList<TextToSpeech.Speaking>();
    var format = voice.gives(AudioFormat.PHONE);
    var cut = new HeardSpeech(loop, format);
    cut.onFirstAudio(
        () -> {
          speaking.getFirst().cancel();
          cut.cancelled();
        });
    LoopCalls.run(
        loop,
        () -> speaking.add(voice.speak(new CallId("c1"), TEXT, Locale.US, format, loop, cut)));
    assertThat(cut.awaitFirstAudio()).isTrue();

    // Had the first one gone on, it would have done so while another is spoken to its end.
    assertThat(speak("c1", TEXT, AudioFormat.PHONE).awaitEnd()).isTrue();
    assertThat(cut.wrongs()).isEmpty();
    assertThat(cut.ends()).isZero();
  }

  @Test
  void cancelling_before_the_first_sound_keeps_everything_back() throws InterruptedException {
    var format = voice.gives(AudioFormat.PHONE);
    var cut = new HeardSpeech(loop, format);
    LoopCalls.run(
        loop,
        () -> {
          voice.speak(new CallId("c1"), TEXT, Locale.US, format, loop, cut).cancel();
          cut.cancelled();
        });

    assertThat(speak("c1", TEXT, AudioFormat.PHONE).awaitEnd()).isTrue();
    assertThat(cut.wrongs()).isEmpty();
    assertThat(cut.audio()).isEmpty();
  }

  @Test
  void cancelling_what_has_ended_or_twice_does_no_harm() throws InterruptedException {
    var format = voice.gives(AudioFormat.PHONE);
    var spoken = new HeardSpeech(loop, format);
    var speaking =
        LoopCalls.on(
            loop,
            () -> voice.speak(new CallId("c1"), "Yes.", Locale.US, format, loop, spoken));
    assertThat(spoken.awaitEnd()).isTrue();

    LoopCalls.run(loop, speaking::cancel);
    LoopCalls.run(loop, speaking::cancel);

    assertThat(speak("c1", "Yes.", AudioFormat.PHONE).awaitEnd()).isTrue();
    assertThat(spoken.wrongs()).isEmpty();
    assertThat(spoken.ends()).isOne();
  }

  @Test
  void calls_spoken_to_at_once_each_get_their_own_end() throws InterruptedException {
    var all = new ArrayList<HeardSpeech>();
    for (int call = 0; call < 8; call++) {
      all.add(speak("c" + call, TEXT, AudioFormat.PHONE));
    }

    for (var spoken : all) {
      assertThat(spoken.awaitEnd()).isTrue();
      assertThat(spoken.wrongs()).isEmpty();
      assertThat(spoken.failure()).isEmpty();
      assertThat(spoken.ends()).isOne();
    }
  }

  @Test
  void text_that_cannot_be_spoken_still_ends() throws InterruptedException {
    for (String text : List.of("…", "?!", "(())", "🙂", "\u0000\ufffd")) {
      var spoken = speak("c1", text, AudioFormat.PHONE);
      assertThat(spoken.awaitEnd()).as(text).isTrue();
      assertThat(spoken.wrongs()).as(text).isEmpty();
      assertThat(spoken.ends()).as(text).isOne();
    }
  }

  @Test
  void preparing_is_harmless() throws InterruptedException {
    LoopCalls.run(loop, () -> voice.prepare(new CallId("c1"), loop));
    LoopCalls.run(loop, () -> voice.prepare(new CallId("c1"), loop));

    assertThat(speak("c1", "Yes.", AudioFormat.PHONE).awaitEnd()).isTrue();
    assertThat(voice.name()).isNotBlank();
  }

  private HeardSpeech speak(String call, String text, AudioFormat leg) {
    var format = voice.gives(leg);
    var spoken = new HeardSpeech(loop, format);
    LoopCalls.run(
        loop, () -> voice.speak(new CallId(call), text, Locale.US, format, loop, spoken));
    return spoken;
  }
}
