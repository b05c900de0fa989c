package dev.frontdesk.integrations.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frontdesk.integrations.synthesis.LocalVoice;
import dev.frontdesk.integrations.synthesis.SynthesisFailed;
import dev.frontdesk.voice.spi.TextToSpeech;
import dev.frontdesk.voice.spi.TextToSpeechContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Runs only where espeak-ng is installed; elsewhere it is reported as skipped, saying so.
class EspeakVoiceTest extends TextToSpeechContract {
  private static EspeakSynthesiser espeak;
  private static LocalVoice voice;

  @BeforeAll
  static void find() {
    var found = EspeakSynthesiser.find();
    assumeTrue(found.isPresent(), "espeak-ng is not installed: apt-get install espeak-ng");
    espeak = found.orElseThrow();
    voice = new LocalVoice(espeak, 150);
  }

  @AfterAll
  static void close() {
    if (voice != null) {
      voice.close();
    }
  }

  @Override
  protected TextToSpeech voice() {
    return voice;
  }

  @Test
  void rate_is_words_a_minute() throws Exception {
    String text = "A haircut on Wednesday at three with Ana, please.";
    double usual = espeak.synthesise(text, 150).millis();

    assertThat(espeak.synthesise(text, 300).millis()).isBetween(usual * 0.35, usual * 0.65);
  }

  @Test
  void brackets_are_no_way_to_its_phonemes() throws Exception {
    assertThat(espeak.synthesise("[[h@'loU]]", 150).millis())
        .isGreaterThan(espeak.synthesise("hello", 150).millis());
  }

  @Test
  void where_it_is_missing_the_failure_says_what_to_install() {
    var missing = new EspeakSynthesiser(Path.of("/no/such/program"), "en-us", 1);

    assertThatThrownBy(() -> missing.synthesise("hello", 150))
        .isInstanceOfSatisfying(
            SynthesisFailed.class, failed -> assertThat(failed.lasting()).isTrue())
        .hasMessageContaining("apt-get install espeak-ng");
  }

  @Test
  void a_voice_is_a_name_and_no_option() {
    assertThatThrownBy(() -> new EspeakSynthesiser(Path.of("espeak-ng"), "--path=/tmp", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
