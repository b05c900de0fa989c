package dev.frontdesk.lab;

import dev.frontdesk.media.AudioFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Clips of one format by the hash of each of their blocks, for a search at every sample of a
/// stream. Blocks of one repeated byte (silence) are left out: they would be found everywhere.
///
/// One thread adds at a time, any number look up meanwhile; looking up allocates nothing.
final class ClipIndex {
  /// Any stretch of twice this many samples holds a whole block, wherever it begins.
  static final int BLOCK_SAMPLES = 256;

  private static final VarHandle HASH = MethodHandles.arrayElementVarHandle(long[].class);

  private final int blockBytes;
  private final Set<Sound> known = ConcurrentHashMap.newKeySet();
  private volatile Table table = new Table(1 << 12);
  private int used;

  ClipIndex(AudioFormat format) {
    this.blockBytes = BLOCK_SAMPLES * format.encoding().bytesPerSample();
  }

  /// Where a block occurs; several places may share a hash.
  record Place(Clip clip, int offset, @Nullable Place next) {}

  int blockBytes() {
    return blockBytes;
  }

  void add(Clip clip) {
    if (!known.add(new Sound(clip.audio()))) {
      return;
    }
    synchronized (this) {
      byte[] audio = clip.audio();
      for (int at = 0; at + blockBytes <= audio.length; at += blockBytes) {
        if (!uniform(audio, at, blockBytes)) {
          put(hash(audio, at, blockBytes), new Place(clip, at, null));
        }
      }
    }
  }

  /// The places whose block has this hash; whoever asks compares the audio itself.
  @Nullable Place find(long hash) {
    var current = table;
    int slot = current.slot(hash);
    while (true) {
      long there = (long) HASH.getAcquire(current.hashes, slot);
      if (there == 0) {
        return null;
      }
      if (there == hash) {
        return current.places[slot];
      }
      slot = slot + 1 & current.mask;
    }
  }

  /// What `RollingHash` says of the same bytes.
  static long hash(byte[] bytes, int offset, int length) {
    long hash = 0;
    for (int i = 0; i < length; i++) {
      hash = hash * RollingHash.FACTOR + (bytes[offset + i] & 0xff) + 1;
    }
    return hash == 0 ? 1 : hash;
  }

  static boolean uniform(byte[] bytes, int offset, int length) {
    return Arrays.mismatch(
            bytes, offset, offset + length - 1, bytes, offset + 1, offset + length)
        < 0;
  }

  private void put(long hash, Place place) {
    if (used * 2 > table.mask) {
      grow();
    }
    used += table.put(hash, place) ? 1 : 0;
  }

  private void grow() {
    var larger = new Table((table.mask + 1) * 2);
    for (int slot = 0; slot <= table.mask; slot++) {
      for (var place = table.places[slot]; place != null; place = place.next) {
        larger.put(table.hashes[slot], new Place(place.clip, place.offset, null));
      }
    }
    table = larger;
  }

  /// Open addressing; a zero hash is a free slot. A place is written before its hash.
  private static final class Table {
    private final int mask;
    private final long[] hashes;
    private final @Nullable Place[] places;

    Table(int size) {
      this.mask = size - 1;
      this.hashes = new long[size];
      this.places = new @Nullable Place[size];
    }

    int slot(long hash) {
      return (int) (hash * 0x9e3779b97f4a7c15L >>> 32) & mask;
    }

    boolean put(long hash, Place place) {
      int slot = slot(hash);
      while (hashes[slot] != 0 && hashes[slot] != hash) {
        slot = slot + 1 & mask;
      }
      boolean fresh = hashes[slot] == 0;
      places[slot] = new Place(place.clip, place.offset, places[slot]);
      HASH.setRelease(hashes, slot, hash);
      return fresh;
    }
  }

  /// Audio that equals itself by content.
  private record Sound(byte[] audio) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Sound sound && Arrays.equals(audio, sound.audio);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(audio);
    }
  }
}
