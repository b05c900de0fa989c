package dev.frontdesk.lab;

/// The hash of the last `length` bytes of a stream, at a few instructions a byte.
final class RollingHash {
  static final long FACTOR = 0x5851f42d4c957f2dL;

  private final int length;
  private final long leaving; // FACTOR to the power of length: what the oldest byte weighs
  private long hash;
  private long taken;

  RollingHash(int length) {
    this.length = length;
    long power = 1;
    for (int i = 0; i < length; i++) {
      power *= FACTOR;
    }
    this.leaving = power;
  }

  /// Starts anew; the next `length` bytes make the first hash.
  void clear() {
    hash = 0;
    taken = 0;
  }

  boolean full() {
    return taken >= length;
  }

  /// @param oldest the byte taken `length` bytes ago; of no effect until that many were taken
  void roll(byte next, byte oldest) {
    hash = hash * FACTOR + (next & 0xff) + 1;
    if (taken >= length) {
      hash -= leaving * ((oldest & 0xff) + 1);
    }
    taken++;
  }

  long value() {
    return hash == 0 ? 1 : hash;
  }
}
