package dev.frontdesk.integrations.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damaged versions of good messages: the same ones for the same seed.
public final class Mutants {
  private static final byte[] TELLING =
      "\"\\{}[]:,&=%+0-eu/\u0000\u007f ".getBytes(StandardCharsets.UTF_8);

  private final List<byte[]> seeds;
  private final Random random;

  public Mutants(List<String> seeds, long seed) {
    this.seeds = seeds.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
    this.random = new Random(seed);
  }

  public byte[] next() {
    byte[] mutant = pick().clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutant = mutate(mutant);
    }
    return mutant;
  }

  private byte[] mutate(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> Arrays.copyOfRange(bytes, at, bytes.length);
      case 2 -> join(bytes, at, new byte[] {TELLING[random.nextInt(TELLING.length)]}, at);
      case 3 -> join(bytes, at, any(), Math.min(at + 1, bytes.length));
      case 4 -> join(bytes, at, new byte[0], Math.min(bytes.length, at + random.nextInt(8)));
      default -> {
        byte[] other = pick();
        int from = random.nextInt(other.length);
        yield join(bytes, at, Arrays.copyOfRange(other, from, other.length), at);
      }
    };
  }

  /// `head[0 .. until)`, then `middle`, then `head[from ..)`.
  private static byte[] join(byte[] head, int until, byte[] middle, int from) {
    byte[] joined = Arrays.copyOf(head, until + middle.length + head.length - from);
    System.arraycopy(middle, 0, joined, until, middle.length);
    System.arraycopy(head, from, joined, until + middle.length, head.length - from);
    return joined;
  }

  private byte[] any() {
    return new byte[] {(byte) random.nextInt(256)};
  }

  private byte[] pick() {
    return seeds.get(random.nextInt(seeds.size()));
  }
}
