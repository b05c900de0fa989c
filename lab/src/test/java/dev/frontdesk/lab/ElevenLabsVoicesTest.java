package dev.frontdesk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.integrations.synthesis.Synthesiser;
import dev.frontdesk.media.AudioFormat;
import dev.frontdesk.voice.spi.TextToSpeech.WordTiming;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class ElevenLabsVoicesTest {
  private static final String TEXT = "At ten? (Yes!)";

  @ParameterizedTest
  @ValueSource(strings = {"Hello there, Dana.", "3:30", "…", " ", "🙂 yes"})
  void bursts_last_as_long_as_their_characters(String text) {
    var speech = ElevenLabsVoice.bursts().say(text, AudioFormat.PHONE);

    int lengthMs = (int) AudioFormat.PHONE.millisOf(speech.audio().length);
    int atMs = 0;
    for (int i = 0; i < text.length(); i++) {
      assertThat(speech.startMs()[i]).isEqualTo(atMs);
      atMs = speech.endMs()[i];
    }
    assertThat(atMs).isEqualTo(lengthMs);
  }

  @Test
  void a_synthesisers_words_lend_their_times_to_their_characters() {
    var speech = ElevenLabsVoice.spokenBy(new TwoWords(), 150).say(TEXT, AudioFormat.PHONE);

    assertThat(speech.audio()).hasSizeBetween(8_000, 8_400);
    assertThat(speech.startMs()[0]).isEqualTo(100);
    assertThat(speech.endMs()[1]).isEqualTo(300);
    assertThat(speech.startMs()[3]).isEqualTo(400);
    assertThat(speech.endMs()[5]).isEqualTo(700);
    assertThat(speech.startMs()).isSorted();
    assertThat(speech.endMs()).isSorted();
  }

  /// Says "At" and "ten" in a second of noise, whatever it is asked.
  private static final class TwoWords implements Synthesiser {
    @Override
    public String name() {
      return "two-words";
    }

    @Override
    public AudioFormat format() {
      return AudioFormat.WIDEBAND;
    }

    @Override
    public void synthesise(String text, int wordsPerMinute, Sink sink) {
      sink.sound(
          new byte[32_000],
          List.of(new WordTiming(0, 2, 100, 300), new WordTiming(3, 6, 400, 700)));
    }
  }
}
