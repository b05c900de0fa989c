package dev.frontdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontdesk.media.AudioFormat.Encoding;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatConverterTest {
  @Test
  void equal_formats_pass_every_byte() {
    var converter = new FormatConverter(AudioFormat.PHONE, AudioFormat.PHONE);
    byte[] bytes = {1, 2, 3, 4, 5};

    assertThat(converter.convert(bytes, 1, 3)).containsExactly(2, 3, 4);
    assertThat(converter.drain()).isEmpty();
  }

  @Test
  void mu_law_is_expanded_at_the_same_rate() {
    var converter = new FormatConverter(AudioFormat.PHONE, new AudioFormat(Encoding.L16, 8_000));

    assertThat(converter.convert(new byte[] {0x00, Ulaw.SILENCE}, 0, 2))
        .containsExactly(0x84, 0x82, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "L16,16000,ULAW,8000", "ULAW,8000,L16,16000", "L16,22050,ULAW,8000", "L16,24000,ULAW,8000",
    "L16,48000,L16,22050", "L16,22050,L16,16000"
  })
  void a_second_in_pieces_is_a_second(Encoding a, int fromHz, Encoding b, int toHz) {
    var from = new AudioFormat(a, fromHz);
    var to = new AudioFormat(b, toHz);
    byte[] bytes = Signals.bytes(Signals.babble(fromHz, 1000, -20), a);
    var whole = new FormatConverter(from, to);
    byte[] expected = whole.convert(bytes, 0, bytes.length);

    var pieces = new FormatConverter(from, to);
    var out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += 334) {
      out.writeBytes(pieces.convert(bytes, at, Math.min(334, bytes.length - at)));
    }

    assertThat(out.toByteArray()).containsExactly(expected);
    assertThat(to.millisOf(expected.length)).isEqualTo(1000.0);
    assertThat(pieces.drain()).containsExactly(whole.drain());
  }

  @Test
  void speech_through_mu_law_and_back_stays_35_db_above_its_error() {
    var linear = new AudioFormat(Encoding.L16, 8_000);
    double[] sound = Signals.babble(8_000, 1000, -20);
    byte[] bytes = Signals.bytes(sound, Encoding.L16);
    byte[] coded = new FormatConverter(linear, AudioFormat.PHONE).convert(bytes, 0, bytes.length);
    byte[] back = new FormatConverter(AudioFormat.PHONE, linear).convert(coded, 0, coded.length);

    double[] error = new double[sound.length];
    for (int i = 0; i < error.length; i++) {
      error[i] = L16.sample(back, 2 * i) / 32_767.0 - sound[i];
    }

    assertThat(10 * Math.log10(Signals.power(sound) / Signals.power(error))).isGreaterThan(35);
  }

  @Test
  void half_a_sample_is_refused() {
    var converter = new FormatConverter(AudioFormat.WIDEBAND, AudioFormat.PHONE);

    assertThatThrownBy(() -> converter.convert(new byte[3], 0, 3))
        .hasMessage("half a sample in 3 bytes");
  }
}
