package dev.frontdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DtmfDetectorTest {
  private static final String ALL = "123A456B789C*0#D";
  private static final double[] LOW_HZ = {697, 770, 852, 941};
  private static final double[] HIGH_HZ = {1209, 1336, 1477, 1633};

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 24_000, 48_000})
  void every_key_is_heard_once_at_every_rate(int rateHz) {
    assertThat(heard(rateHz, keys(rateHz, ALL, 60, 60, 6_000, 6_000))).isEqualTo(ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 45, 73, 100, 1_000})
  void a_tone_of_40_ms_or_more_is_one_key_however_it_lies(int toneMs) {
    for (int shift = 0; shift < 110; shift += 7) {
      short[] tone = keys(8_000, "5", toneMs, 50, 6_000, 6_000);
      short[] shifted = new short[shift + tone.length];
      System.arraycopy(tone, 0, shifted, shift, tone.length);

      assertThat(heard(8_000, shifted)).as("from sample %d", shift).isEqualTo("5");
    }
  }

  @Test
  void a_blip_is_no_key() {
    for (int shift = 0; shift < 110; shift += 7) {
      short[] tone = keys(8_000, "5", 20, 50, 6_000, 6_000);
      short[] shifted = new short[shift + tone.length];
      System.arraycopy(tone, 0, shifted, shift, tone.length);

      assertThat(heard(8_000, shifted)).as("from sample %d", shift).isEmpty();
    }
  }

  @Test
  void the_same_key_twice_is_two_keys() {
    assertThat(heard(8_000, keys(8_000, "5500", 60, 60, 6_000, 6_000))).isEqualTo("5500");
  }

  @Test
  void loud_soft_and_unequal_tones_are_heard_as_far_as_they_may_differ() {
    assertThat(heard(8_000, keys(8_000, "159", 60, 60, 15_000, 15_000))).isEqualTo("159");
    assertThat(heard(8_000, keys(8_000, "159", 60, 60, 150, 150))).isEqualTo("159");
    assertThat(heard(8_000, keys(8_000, "159", 60, 60, 3_000, 6_000))).isEqualTo("159");
    assertThat(heard(8_000, keys(8_000, "159", 60, 60, 1_000, 6_000))).isEmpty();
  }

  @Test
  void one_tone_alone_is_no_key() {
    assertThat(heard(8_000, keys(8_000, "159", 60, 60, 6_000, 0))).isEmpty();
    assertThat(heard(8_000, keys(8_000, "159", 60, 60, 0, 6_000))).isEmpty();
  }

  @Test
  void keys_are_heard_through_noise_and_noise_is_none() {
    var random = new Random(7);
    short[] pressed = keys(8_000, ALL, 80, 80, 6_000, 6_000);
    short[] noise = new short[pressed.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) Math.round(random.nextGaussian() * 800);
      pressed[i] += noise[i];
    }

    assertThat(heard(8_000, pressed)).isEqualTo(ALL);
    assertThat(heard(8_000, noise)).isEmpty();
  }

  @Test
  void keys_survive_the_codec_of_a_phone_leg() {
    short[] pressed = keys(8_000, ALL, 60, 60, 6_000, 6_000);
    byte[] coded = new byte[pressed.length];
    Ulaw.encode(pressed, coded, 0, pressed.length);
    Ulaw.decode(coded, 0, pressed, pressed.length);

    assertThat(heard(8_000, pressed)).isEqualTo(ALL);
  }

  @Test
  void a_voice_like_sound_is_no_key() {
    short[] hum = new short[8_000];
    for (int pitch = 90; pitch < 250; pitch += 3) {
      for (int i = 0; i < hum.length; i++) {
        double sum = 0;
        for (int harmonic = 1; harmonic <= 18; harmonic++) {
          sum += Math.sin(2 * Math.PI * pitch * harmonic * i / 8_000.0) / harmonic;
        }
        hum[i] = (short) Math.round(6_000 * sum);
      }
      assertThat(heard(8_000, hum)).as("at %d Hz", pitch).isEmpty();
    }
  }

  @Test
  void while_a_tone_lasts_the_audio_is_known_to_be_one() {
    var detector = new DtmfDetector(8_000);
    short[] tone = keys(8_000, "5", 60, 0, 6_000, 6_000);
    detector.hear(tone, 240, _ -> {});
    assertThat(detector.inTone()).isTrue();

    detector.hear(new short[240], 240, _ -> {});
    assertThat(detector.inTone()).isFalse();
  }

  @Test
  void a_rate_too_low_for_the_tones_is_refused() {
    assertThatThrownBy(() -> new DtmfDetector(7_999))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// In pieces of 20 ms, as audio arrives.
  private static String heard(int rateHz, short[] pcm) {
    var detector = new DtmfDetector(rateHz);
    var keys = new StringBuilder();
    short[] frame = new short[rateHz / 50];
    for (int at = 0; at < pcm.length; at += frame.length) {
      int n = Math.min(frame.length, pcm.length - at);
      System.arraycopy(pcm, at, frame, 0, n);
      detector.hear(frame, n, keys::append);
    }
    return keys.toString();
  }

  private static short[] keys(
      int rateHz, String keys, int toneMs, int pauseMs, double low, double high) {
    int tone = rateHz * toneMs / 1000;
    int each = tone + rateHz * pauseMs / 1000;
    short[] pcm = new short[each * keys.length()];
    for (int k = 0; k < keys.length(); k++) {
      int index = ALL.indexOf(keys.charAt(k));
      for (int i = 0; i < tone; i++) {
        double t = 2 * Math.PI * i / rateHz;
        pcm[k * each + i] =
            (short)
                Math.round(
                    low * Math.sin(t * LOW_HZ[index / 4])
                        + high * Math.sin(t * HIGH_HZ[index % 4]));
      }
    }
    return pcm;
  }
}
