package dev.frontdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class UlawTest {
  private static final AudioFormat CODED =
      new AudioFormat(AudioFormat.Encoding.ULAW, 8000, 8, 1, 1, 8000, false);
  private static final AudioFormat LINEAR =
      new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, 8000, 16, 1, 2, 8000, false);

  @Test
  void every_code_matches_the_jdk_decoder() throws IOException {
    byte[] codes = everyCode();
    short[] pcm = new short[256];

    Ulaw.decode(codes, 0, pcm, 256);

    assertThat(pcm).containsExactly(jdkDecode(codes));
  }

  /// Beyond 32635 the JDK's encoder overflows and wraps round; G.711 clips to the outermost code.
  @Test
  void every_sample_up_to_the_clip_matches_the_jdk_encoder() throws IOException {
    short[] pcm = new short[65_536];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) (i - 32_768);
    }
    byte[] codes = new byte[pcm.length];

    Ulaw.encode(pcm, codes, 0, pcm.length);

    byte[] expected = jdkEncode(pcm);
    for (int i = 0; i < pcm.length; i++) {
      byte code = Math.abs(pcm[i]) <= 32_635 ? expected[i] : (byte) (pcm[i] < 0 ? 0x00 : 0x80);
      assertThat(codes[i]).as("code of %d", pcm[i]).isEqualTo(code);
    }
  }

  @Test
  void a_decoded_code_encodes_to_itself_but_for_the_second_zero() {
    for (byte code : everyCode()) {
      byte expected = code == 0x7f ? Ulaw.SILENCE : code;
      assertThat(Ulaw.code(Ulaw.linear(code))).isEqualTo(expected);
    }
  }

  @Test
  void a_short_input_leaves_the_output_untouched() {
    short[] pcm = {7, 7, 7, 7};
    byte[] ulaw = {7, 7, 7};

    assertThatThrownBy(() -> Ulaw.decode(new byte[3], 0, pcm, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Ulaw.encode(new short[4], ulaw, 0, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);

    assertThat(pcm).containsOnly((short) 7);
    assertThat(ulaw).containsOnly((byte) 7);
  }

  private static byte[] everyCode() {
    byte[] codes = new byte[256];
    for (int code = 0; code < 256; code++) {
      codes[code] = (byte) code;
    }
    return codes;
  }

  private static short[] jdkDecode(byte[] ulaw) throws IOException {
    var in = new AudioInputStream(new ByteArrayInputStream(ulaw), CODED, ulaw.length);
    short[] pcm = new short[ulaw.length];
    ByteBuffer.wrap(AudioSystem.getAudioInputStream(LINEAR, in).readAllBytes())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(pcm);
    return pcm;
  }

  private static byte[] jdkEncode(short[] pcm) throws IOException {
    var bytes = ByteBuffer.allocate(2 * pcm.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(pcm);
    var in = new AudioInputStream(new ByteArrayInputStream(bytes.array()), LINEAR, pcm.length);
    return AudioSystem.getAudioInputStream(CODED, in).readAllBytes();
  }
}
