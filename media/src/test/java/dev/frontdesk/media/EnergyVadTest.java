package dev.frontdesk.media;

import static dev.frontdesk.media.Signals.babble;
import static dev.frontdesk.media.Signals.mix;
import static dev.frontdesk.media.Signals.noise;
import static dev.frontdesk.media.Signals.silence;
import static dev.frontdesk.media.Signals.then;
import static dev.frontdesk.media.Signals.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyVadTest {
  private static final int RATE = 8_000;

  @ParameterizedTest
  @CsvSource({"ULAW,8000", "L16,8000", "L16,16000", "L16,24000", "L16,48000"})
  void speech_after_digital_silence_is_found_in_any_format(
      AudioFormat.Encoding encoding, int rateHz) {
    var format = new AudioFormat(encoding, rateHz);
    var sound = then(silence(rateHz, 1000), babble(rateHz, 1000, -20), silence(rateHz, 1000));

    assertThat(speech(sound, format, VadSettings.BARGE_IN))
        .singleElement()
        .satisfies(
            stretch -> {
              assertThat(stretch.fromMs()).isBetween(1100, 1120);
              assertThat(stretch.toMs()).isBetween(2100, 2200);
            });
  }

  @Test
  void an_onset_in_the_noise_of_15_db_is_decided_within_120_ms() {
    var sound = mix(then(silence(RATE, 2000), babble(RATE, 2000, -20), silence(RATE, 1000)),
        noise(RATE, 5000, -35, 1));

    assertThat(speech(sound, AudioFormat.PHONE, VadSettings.BARGE_IN))
        .singleElement()
        .satisfies(
            stretch -> {
              assertThat(stretch.fromMs()).isBetween(2080, 2140);
              assertThat(stretch.toMs()).isBetween(4000, 4220);
            });
  }

  @Test
  void a_noisy_line_is_not_speech_even_in_its_first_second() {
    assertThat(speech(noise(RATE, 10_000, -35, 2), AudioFormat.PHONE, VadSettings.BARGE_IN))
        .isEmpty();
  }

  @Test
  void a_steady_noise_that_begins_later_is_learned_within_two_and_a_half_seconds() {
    var sound = then(silence(RATE, 3000), noise(RATE, 6000, -30, 3), babble(RATE, 1000, -12));

    var found = speech(sound, AudioFormat.PHONE, VadSettings.TURNS);

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().toMs()).isLessThan(5_500);
    assertThat(found.getLast().fromMs()).isBetween(9_180, 9_300);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 60, 100, 120})
  void mains_hum_is_not_speech_and_does_not_hide_it(int hz) {
    var hum = tone(RATE, 4000, hz, -26);
    var sound = mix(then(silence(RATE, 2000), babble(RATE, 1000, -20), silence(RATE, 1000)), hum);

    assertThat(speech(sound, AudioFormat.PHONE, VadSettings.TURNS))
        .singleElement()
        .satisfies(stretch -> assertThat(stretch.fromMs()).isBetween(2180, 2300));
  }

  @Test
  void clicks_are_not_speech() {
    var click = then(noise(RATE, 20, -10, 4), silence(RATE, 480));

    assertThat(speech(then(click, click, click, click), AudioFormat.PHONE, VadSettings.BARGE_IN))
        .isEmpty();
  }

  @Test
  void a_pause_shorter_than_the_stop_time_does_not_end_speech() {
    var sound = then(
        tone(RATE, 400, 500, -20), silence(RATE, 180), tone(RATE, 400, 500, -20),
        silence(RATE, 200), silence(RATE, 200));

    assertThat(speech(sound, AudioFormat.PHONE, VadSettings.TURNS)).hasSize(1);
  }

  @Test
  void a_pause_as_long_as_the_stop_time_does() {
    var sound = then(
        tone(RATE, 400, 500, -20), silence(RATE, 220), tone(RATE, 400, 500, -20),
        silence(RATE, 400));

    assertThat(speech(sound, AudioFormat.PHONE, VadSettings.TURNS)).hasSize(2);
  }

  @Test
  void an_offset_of_the_samples_is_not_sound() {
    double[] offset = new double[RATE];
    java.util.Arrays.fill(offset, 0.2);

    assertThat(speech(offset, AudioFormat.PHONE, VadSettings.BARGE_IN)).isEmpty();
  }

  @Test
  void frames_may_come_in_any_pieces() {
    var sound = then(silence(RATE, 500), babble(RATE, 700, -20), silence(RATE, 500));
    byte[] bytes = Signals.bytes(sound, AudioFormat.Encoding.L16);
    var format = new AudioFormat(AudioFormat.Encoding.L16, RATE);
    var whole = new EnergyVad(format, VadSettings.TURNS);
    var pieces = new EnergyVad(format, VadSettings.TURNS);

    whole.frame(bytes, 0, bytes.length);
    for (int at = 0; at < bytes.length; at += 34) {
      pieces.frame(bytes, at, Math.min(34, bytes.length - at));
    }

    assertThat(pieces.levelDbfs()).isEqualTo(whole.levelDbfs());
    assertThat(pieces.floorDbfs()).isEqualTo(whole.floorDbfs());
    assertThat(pieces.activity()).isEqualTo(whole.activity());
  }

  @Test
  void half_a_sample_is_refused() {
    var vad = new EnergyVad(AudioFormat.WIDEBAND, VadSettings.TURNS);

    assertThatThrownBy(() -> vad.frame(new byte[3], 0, 3)).hasMessage("half a sample in 3 bytes");
  }

  @ParameterizedTest
  @CsvSource({"0,200", "30,200", "200,10"})
  void times_are_whole_frames(int startMillis, int stopMillis) {
    assertThatThrownBy(() -> new VadSettings(startMillis, stopMillis, 8, -48))
        .hasMessageContaining("multiples of 20");
  }

  record Stretch(int fromMs, int toMs) {}

  private static List<Stretch> speech(double[] sound, AudioFormat format, VadSettings settings) {
    var vad = new EnergyVad(format, settings);
    byte[] bytes = Signals.bytes(sound, format.encoding());
    var found = new ArrayList<Stretch>();
    int began = -1;
    int ms = 0;
    for (int at = 0; at < bytes.length; at += format.frameBytes()) {
      var activity = vad.frame(bytes, at, format.frameBytes());
      ms += AudioFormat.FRAME_MILLIS;
      if (activity == Activity.SPEECH && began < 0) {
        began = ms;
      } else if (activity == Activity.SILENCE && began >= 0) {
        found.add(new Stretch(began, ms));
        began = -1;
      }
    }
    if (began >= 0) {
      found.add(new Stretch(began, ms));
    }
    return found;
  }
}
