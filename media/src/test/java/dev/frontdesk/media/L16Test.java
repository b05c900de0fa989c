package dev.frontdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class L16Test {
  @Test
  void the_low_byte_comes_first() {
    byte[] bytes = new byte[5];

    L16.encode(new short[] {0x1234, -2}, bytes, 1, 2);

    assertThat(bytes).containsExactly(0, 0x34, 0x12, 0xfe, 0xff);
  }

  @Test
  void every_sample_survives_the_way_there_and_back() {
    short[] pcm = new short[65_536];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) i;
    }
    byte[] bytes = new byte[2 * pcm.length];
    short[] back = new short[pcm.length];

    L16.encode(pcm, bytes, 0, pcm.length);
    L16.decode(bytes, 0, back, back.length);

    assertThat(back).containsExactly(pcm);
  }

  @Test
  void half_a_sample_too_few_leaves_the_output_untouched() {
    short[] pcm = {7, 7};

    assertThatThrownBy(() -> L16.decode(new byte[3], 0, pcm, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);

    assertThat(pcm).containsOnly((short) 7);
  }
}
