package dev.frontdesk.media;

import static dev.frontdesk.media.Signals.pcm;
import static dev.frontdesk.media.Signals.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  @ParameterizedTest
  @CsvSource({
    "8000,16000", "16000,8000", "8000,24000", "24000,8000", "8000,48000", "48000,8000",
    "16000,24000", "24000,16000", "22050,8000", "22050,16000", "8000,22050", "48000,22050",
    "16000,48000", "44100,16000"
  })
  void a_tone_keeps_its_pitch_and_level_with_noise_60_db_below(int fromHz, int toHz) {
    for (double hz : new double[] {300, 1000, 0.4 * Math.min(fromHz, toHz)}) {
      double[] sound = resampled(tone(fromHz, 1000, hz, -10), fromHz, toHz);
      var fit = Fit.of(steady(sound), hz, toHz);

      assertThat(20 * Math.log10(fit.amplitude)).as("%.0f Hz", hz).isBetween(-7.49, -6.49);
      assertThat(fit.signalToNoiseDb).as("%.0f Hz", hz).isGreaterThan(60);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "16000,8000,4800", "16000,8000,6000", "16000,8000,7700", "22050,8000,5000",
    "24000,8000,8000", "48000,8000,11000", "48000,16000,10000", "22050,16000,9800"
  })
  void what_would_alias_is_60_db_down(int fromHz, int toHz, double hz) {
    double[] sound = resampled(tone(fromHz, 1000, hz, -10), fromHz, toHz);

    assertThat(10 * Math.log10(Signals.power(steady(sound)) + 1e-12)).isLessThan(-70);
  }

  @ParameterizedTest
  @CsvSource({"8000,16000", "22050,8000", "16000,24000", "48000,8000"})
  void pieces_give_the_same_as_the_whole(int fromHz, int toHz) {
    short[] in = pcm(Signals.noise(fromHz, 200, -20, 5));
    var whole = new Resampler(fromHz, toHz);
    short[] expected = new short[whole.mostOutput(in.length)];
    int length = whole.resample(in, 0, in.length, expected, 0);

    var pieces = new Resampler(fromHz, toHz);
    short[] out = new short[expected.length + 1];
    int written = 0;
    for (int at = 0; at < in.length; at += 7) {
      short[] piece = new short[pieces.mostOutput(7)];
      int n = pieces.resample(in, at, Math.min(7, in.length - at), piece, 0);
      System.arraycopy(piece, 0, out, written, n);
      written += n;
    }

    assertThat(written).isEqualTo(length);
    assertThat(Arrays.copyOf(out, written)).containsExactly(Arrays.copyOf(expected, length));
  }

  @ParameterizedTest
  @CsvSource({"8000,16000", "16000,8000", "22050,8000", "24000,8000", "16000,24000"})
  void a_frame_gives_a_frame(int fromHz, int toHz) {
    var resampler = new Resampler(fromHz, toHz);
    short[] out = new short[960];

    for (int frame = 0; frame < 5; frame++) {
      assertThat(resampler.resample(new short[fromHz / 50], 0, fromHz / 50, out, 0))
          .isEqualTo(toHz / 50);
    }
  }

  @Test
  void an_impulse_comes_out_late_by_the_delay_and_drain_gives_the_rest() {
    var resampler = new Resampler(16_000, 8_000);
    short[] in = {30_000};
    short[] out = new short[64];

    int n = resampler.resample(in, 0, 1, out, 0);
    n += resampler.drain(out, n);

    assertThat(resampler.delayMillis()).isEqualTo(2.0);
    int peak = 0;
    for (int i = 0; i < n; i++) {
      peak = Math.abs(out[i]) > Math.abs(out[peak]) ? i : peak;
    }
    assertThat(peak).isEqualTo(16);
    assertThat(n).isEqualTo(17);
  }

  @Test
  void overshoot_is_clipped_and_does_not_wrap() {
    short[] in = new short[800];
    Arrays.setAll(new int[800], i -> in[i] = i / 16 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE);
    var resampler = new Resampler(8_000, 16_000);
    short[] out = new short[1600];

    resampler.resample(in, 0, 800, out, 0);

    // Half a period after an edge the sign is sure.
    for (int edge = 64; edge < 1500; edge += 32) {
      int middle = edge + 32 + 16;
      if (middle < 1600) {
        assertThat(Math.abs((int) out[middle])).isGreaterThan(25_000);
      }
    }
  }

  @Test
  void what_does_not_fit_is_refused_before_anything_is_taken() {
    var resampler = new Resampler(8_000, 16_000);

    assertThatThrownBy(() -> resampler.resample(new short[160], 0, 160, new short[319], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Resampler(7_999, 16_000)).hasMessageContaining("7999");
    assertThatThrownBy(() -> new Resampler(8_001, 16_000)).hasMessageContaining("too fine");
  }

  private static double[] resampled(double[] sound, int fromHz, int toHz) {
    var resampler = new Resampler(fromHz, toHz);
    short[] in = pcm(sound);
    short[] out = new short[resampler.mostOutput(in.length)];
    int n = resampler.resample(in, 0, in.length, out, 0);
    double[] result = new double[n];
    Arrays.setAll(result, i -> out[i] / 32_767.0);
    return result;
  }

  /// Without the filter's start.
  private static double[] steady(double[] sound) {
    return Arrays.copyOfRange(sound, sound.length / 10, sound.length);
  }

  /// The sine of a known pitch that is nearest to a sound, and what is left without it.
  record Fit(double amplitude, double signalToNoiseDb) {
    static Fit of(double[] sound, double hz, int rateHz) {
      double[] cosine = new double[sound.length];
      double[] sine = new double[sound.length];
      Arrays.setAll(cosine, i -> Math.cos(2 * Math.PI * hz * i / rateHz));
      Arrays.setAll(sine, i -> Math.sin(2 * Math.PI * hz * i / rateHz));
      double cc = dot(cosine, cosine);
      double ss = dot(sine, sine);
      double cs = dot(cosine, sine);
      double xc = dot(sound, cosine);
      double xs = dot(sound, sine);
      double det = cc * ss - cs * cs;
      double a = (xc * ss - xs * cs) / det;
      double b = (xs * cc - xc * cs) / det;
      double[] rest = new double[sound.length];
      Arrays.setAll(rest, i -> sound[i] - a * cosine[i] - b * sine[i]);
      double amplitude = Math.hypot(a, b);
      return new Fit(
          amplitude, 10 * Math.log10(amplitude * amplitude / 2 / Signals.power(rest)));
    }

    private static double dot(double[] x, double[] y) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += x[i] * y[i];
      }
      return sum;
    }
  }
}
