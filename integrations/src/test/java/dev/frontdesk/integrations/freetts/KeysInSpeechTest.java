package dev.frontdesk.integrations.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontdesk.media.DtmfDetector;
import org.junit.jupiter.api.Test;

class KeysInSpeechTest {
  private static final String TEXT =
      """
      Can I get a colour on Thursday at half past one? Make it eleven o'clock, with Ana.
      My name is Dana Whitfield, and my number is 415 555 0123. One, two, three, four, five, six,
      seven, eight, nine, ten. I'd like to move my haircut to Wednesday. We do too, who knew?
      """;

  @Test
  void a_voice_presses_no_keys_at_any_speed() throws Exception {
    var voice = new FreeTtsSynthesiser(1);
    for (int wordsPerMinute : new int[] {100, 150, 250}) {
      var sound = voice.synthesise(TEXT, wordsPerMinute);
      var keys = new StringBuilder();

      new DtmfDetector(sound.sampleRateHz())
          .hear(sound.samples(), sound.samples().length, keys::append);

      assertThat(sound.millis()).isGreaterThan(10_000);
      assertThat(keys).isEmpty();
    }
  }
}
