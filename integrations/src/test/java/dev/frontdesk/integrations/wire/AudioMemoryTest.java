package dev.frontdesk.integrations.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AudioMemoryTest {
  private static final byte[] STREAM = new byte[200_000];

  static {
    new Random(3).nextBytes(STREAM);
  }

  @Test
  void what_was_not_forgotten_can_be_read_again() {
    var memory = new AudioMemory(100_000);
    memory.append(STREAM, 0, 30_000);
    memory.append(STREAM, 30_000, 20_000);

    assertThat(read(memory, 10_000, 40_000)).isEqualTo(Arrays.copyOfRange(STREAM, 10_000, 50_000));
  }

  @Test
  void beyond_its_bound_the_oldest_goes_first() {
    var memory = new AudioMemory(50_000);
    for (int at = 0; at < STREAM.length; at += 160) {
      memory.append(STREAM, at, 160);
    }

    assertThat(memory.end()).isEqualTo(STREAM.length);
    assertThat(memory.start()).isEqualTo(STREAM.length - 50_000);
    assertThat(read(memory, memory.start(), 50_000))
        .isEqualTo(Arrays.copyOfRange(STREAM, STREAM.length - 50_000, STREAM.length));
  }

  @Test
  void more_than_its_bound_at_once_leaves_the_last_of_it() {
    var memory = new AudioMemory(1_000);

    memory.append(STREAM, 0, 5_000);

    assertThat(memory.start()).isEqualTo(4_000);
    assertThat(read(memory, 4_000, 1_000)).isEqualTo(Arrays.copyOfRange(STREAM, 4_000, 5_000));
  }

  @Test
  void forgetting_stops_at_both_ends() {
    var memory = new AudioMemory(10_000);
    memory.append(STREAM, 0, 1_000);

    memory.forgetUntil(600);
    memory.forgetUntil(100);
    assertThat(memory.start()).isEqualTo(600);

    memory.forgetUntil(9_999);
    assertThat(memory.start()).isEqualTo(1_000);
    assertThat(memory.read(1_000, new byte[10])).isZero();
  }

  private static byte[] read(AudioMemory memory, long from, int length) {
    byte[] all = new byte[length];
    byte[] piece = new byte[777];
    int done = 0;
    for (int n = memory.read(from, piece); n > 0; n = memory.read(from + done, piece)) {
      int take = Math.min(n, length - done);
      System.arraycopy(piece, 0, all, done, take);
      done += take;
      if (done == length) {
        break;
      }
    }
    return all;
  }
}
