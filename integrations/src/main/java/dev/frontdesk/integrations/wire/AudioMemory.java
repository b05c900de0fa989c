package dev.frontdesk.integrations.wire;

/// The last stretch of a stream of audio, bounded: kept until the far side has made something
/// final of it, so that a lost connection loses no words. Positions count bytes since the stream
/// began.
public final class AudioMemory {
  private final int most;
  private byte[] ring;
  private long start;
  private long end;

  /// @param most bytes kept at most; the oldest go first
  public AudioMemory(int most) {
    this.most = most;
    this.ring = new byte[Math.min(most, 1 << 13)];
  }

  public long start() {
    return start;
  }

  public long end() {
    return end;
  }

  /// Appends `bytes[offset .. offset + length)`, forgetting as much at the other end as it must.
  public void append(byte[] bytes, int offset, int length) {
    int from = Math.max(0, length - most);
    end += from;
    start = Math.max(start, end + (length - from) - most);
    while (end + (length - from) - start > ring.length) {
      grow();
    }
    copyIn(bytes, offset + from, length - from);
  }

  /// What lies before `position` is no longer needed.
  public void forgetUntil(long position) {
    start = Math.clamp(position, start, end);
  }

  /// Copies what follows `position` into `to`.
  ///
  /// @return how many bytes; 0 at the end
  public int read(long position, byte[] to) {
    int length = (int) Math.min(to.length, end - position);
    int at = (int) (position % ring.length);
    int first = Math.min(length, ring.length - at);
    System.arraycopy(ring, at, to, 0, first);
    System.arraycopy(ring, 0, to, first, length - first);
    return length;
  }

  private void copyIn(byte[] bytes, int offset, int length) {
    int at = (int) (end % ring.length);
    int first = Math.min(length, ring.length - at);
    System.arraycopy(bytes, offset, ring, at, first);
    System.arraycopy(bytes, offset + first, ring, 0, length - first);
    end += length;
  }

  private void grow() {
    byte[] kept = new byte[(int) (end - start)];
    read(start, kept);
    ring = new byte[Math.min(most, ring.length * 2)];
    long wasEnd = end;
    end = start;
    copyIn(kept, 0, kept.length);
    end = wasEnd;
  }
}
