package dev.frontdesk.media;

import static dev.frontdesk.media.Signals.mix;
import static dev.frontdesk.media.Signals.noise;
import static dev.frontdesk.media.Signals.silence;
import static dev.frontdesk.media.Signals.then;
import static dev.frontdesk.media.Signals.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.media.AudioFormat.Encoding;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DtmfDetectorTest {
  private static final AudioFormat LINEAR = new AudioFormat(Encoding.L16, 8_000);

  @ParameterizedTest
  @CsvSource({"ULAW,8000", "L16,8000", "L16,16000", "L16,24000", "L16,48000"})
  void every_key_is_found_once_in_any_format(Encoding encoding, int rateHz) {
    var format = new AudioFormat(encoding, rateHz);
    var sound = new ByteArrayOutputStream();
    for (char key : DtmfTone.KEYS.toCharArray()) {
      sound.writeBytes(DtmfTone.bytes(key, 60, format));
      sound.writeBytes(Signals.bytes(silence(rateHz, 60), encoding));
    }

    assertThat(keys(sound.toByteArray(), format)).isEqualTo(DtmfTone.KEYS);
  }

  @Test
  void forty_milliseconds_are_enough_wherever_they_begin() {
    for (int lead = 0; lead < 120; lead++) {
      byte[] bytes = new byte[2 * (lead + 320 + 800)];
      L16.encode(DtmfTone.samples('5', 40, 8_000), bytes, 2 * lead, 320);

      assertThat(keys(bytes, LINEAR)).as("after %d samples", lead).isEqualTo("5");
    }
  }

  @Test
  void twenty_milliseconds_are_no_key() {
    for (int lead = 0; lead < 120; lead++) {
      byte[] bytes = new byte[2 * (lead + 160 + 800)];
      L16.encode(DtmfTone.samples('5', 20, 8_000), bytes, 2 * lead, 160);

      assertThat(keys(bytes, LINEAR)).as("after %d samples", lead).isEmpty();
    }
  }

  @Test
  void a_key_held_down_is_one_key_and_pressed_again_it_is_two() {
    byte[] held = DtmfTone.bytes('7', 2_000, LINEAR);
    var again = new ByteArrayOutputStream();
    again.writeBytes(DtmfTone.bytes('7', 80, LINEAR));
    again.writeBytes(new byte[2 * 8 * 50]);
    again.writeBytes(DtmfTone.bytes('7', 80, LINEAR));

    assertThat(keys(held, LINEAR)).isEqualTo("7");
    assertThat(keys(again.toByteArray(), LINEAR)).isEqualTo("77");
  }

  @Test
  void a_gap_of_ten_milliseconds_within_a_tone_is_no_second_press() {
    var sound = new ByteArrayOutputStream();
    sound.writeBytes(DtmfTone.bytes('7', 80, LINEAR));
    sound.writeBytes(new byte[2 * 80]);
    sound.writeBytes(DtmfTone.bytes('7', 80, LINEAR));

    assertThat(keys(sound.toByteArray(), LINEAR)).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({"-10,-10", "-9,-16", "-13,-10", "-30,-30", "-36,-33"})
  void tones_may_differ_and_be_faint(double lowDbfs, double highDbfs) {
    assertThat(pressed(lowDbfs, highDbfs)).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"-20,-10", "-5,-20", "-50,-50", "-10,-90"})
  void tones_too_far_apart_or_too_faint_are_no_key(double lowDbfs, double highDbfs) {
    assertThat(pressed(lowDbfs, highDbfs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.985, 1.015})
  void tones_one_and_a_half_percent_off_are_found(double factor) {
    assertThat(offPitch(factor)).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.93, 1.07})
  void tones_seven_percent_off_are_not(double factor) {
    assertThat(offPitch(factor)).isEmpty();
  }

  @Test
  void noise_15_db_below_does_not_hide_a_key() {
    var sound = mix(
        then(silence(8_000, 100), keySound(-13, -13, 1), silence(8_000, 100)),
        noise(8_000, 400, -25, 6));

    assertThat(keys(Signals.bytes(sound, Encoding.L16), LINEAR)).isEqualTo("1");
  }

  @Test
  void an_overtone_shows_that_it_was_a_voice() {
    var sung = mix(keySound(-13, -13, 1), tone(8_000, 100, 2 * 697, -20));

    assertThat(keys(Signals.bytes(sung, Encoding.L16), LINEAR)).isEmpty();
  }

  @Test
  void speech_noise_and_single_tones_are_no_keys() {
    var sound =
        then(
            Signals.babble(8_000, 20_000, -20), noise(8_000, 20_000, -15, 7),
            tone(8_000, 1_000, 697, -10), tone(8_000, 1_000, 1_209, -10),
            mix(tone(8_000, 1_000, 350, -13), tone(8_000, 1_000, 440, -13)));

    assertThat(keys(Signals.bytes(sound, Encoding.L16), LINEAR)).isEmpty();
  }

  @Test
  void while_a_tone_lasts_the_sound_is_known_to_be_one() {
    var detector = new DtmfDetector(8_000);
    detector.hear(DtmfTone.samples('5', 30, 8_000), 240, _ -> {});
    assertThat(detector.inTone()).isTrue();

    detector.hear(new short[240], 240, _ -> {});
    assertThat(detector.inTone()).isFalse();
  }

  @Test
  void a_rate_too_low_for_the_tones_is_refused() {
    assertThatThrownBy(() -> new DtmfDetector(7_999)).hasMessageContaining("7999");
  }

  @Test
  void a_key_there_is_not_has_no_sound() {
    assertThatThrownBy(() -> DtmfTone.samples('E', 100, 8_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String pressed(double lowDbfs, double highDbfs) {
    var sound = then(silence(8_000, 40), keySound(lowDbfs, highDbfs, 1), silence(8_000, 40));
    return keys(Signals.bytes(sound, Encoding.L16), LINEAR);
  }

  private static String offPitch(double factor) {
    var sound = mix(
        tone(8_000, 100, 770 * factor, -13), tone(8_000, 100, 1_336 * factor, -13));
    return keys(Signals.bytes(sound, Encoding.L16), LINEAR);
  }

  private static double[] keySound(double lowDbfs, double highDbfs, double factor) {
    return mix(
        tone(8_000, 100, 697 * factor, lowDbfs), tone(8_000, 100, 1_209 * factor, highDbfs));
  }

  private static String keys(byte[] sound, AudioFormat format) {
    var keys = new StringBuilder();
    var detector = new DtmfDetector(format.sampleRateHz());
    int step = format.encoding().bytesPerSample();
    short[] pcm = new short[format.frameSamples()];
    for (int at = 0; at < sound.length; at += format.frameBytes()) {
      int n = Math.min(pcm.length, (sound.length - at) / step);
      switch (format.encoding()) {
        case ULAW -> Ulaw.decode(sound, at, pcm, n);
        case L16 -> L16.decode(sound, at, pcm, n);
      }
      detector.hear(pcm, n, keys::append);
    }
    return keys.toString();
  }
}
